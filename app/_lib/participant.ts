import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { addresses, REACTING_FOLDER } from "@/components/addresses";
import { NotFound } from "@/domain/kernel/errors";
import type { ConsultedScope, ParticipantScope } from "@/domain/kernel/scope";
import { openConsultation, openParticipant } from "@/domain/participation/gate";
import type { ConsultationPage, OwnAnswers } from "@/domain/participation/model";
import { consultationPage, ownAnswers } from "@/domain/participation/queries";
import { gate } from "./session";
import { secure } from "./session-token";

/**
 * Who reacts on this device, in one place. Two cookies: one holds their own address, so that they can go on later; the
 * other, that dies after half an hour of quiet, that they said it is them. Without that none of their words are shown.
 */

/** Until the end of the longest consultation; it is let go of half an hour after sending. */
const KNOWN_SECONDS = 90 * 24 * 60 * 60;
const QUIET_SECONDS = 30 * 60;
/** In a meeting one talks longer than that between two votes, on a phone of one's own: whoever begins again would count twice. */
const IN_ROOM_SECONDS = 4 * 60 * 60;

const nameOf = (consultationId: string) => `inbreng_${consultationId.slice(0, 8)}`;

const options = (maxAge: number) =>
  ({ httpOnly: true, sameSite: "lax", secure: secure(), path: REACTING_FOLDER, maxAge }) as const;

/** Lets this device know who reacts on it, and that they are here now. Only in a route. */
export async function remember(
  consultationId: string,
  address: string,
  { sent = false, inRoom = false } = {},
): Promise<void> {
  const jar = await cookies();
  const name = nameOf(consultationId);
  const quiet = inRoom ? IN_ROOM_SECONDS : QUIET_SECONDS;
  jar.set(name, address, options(sent ? quiet : KNOWN_SECONDS));
  jar.set(`${name}_nu`, "ja", options(quiet));
}

/** Lets this device forget who reacted on it; what they wrote is kept. Only in a route. */
export async function forget(consultationId: string): Promise<void> {
  const jar = await cookies();
  const name = nameOf(consultationId);
  jar.set(name, "", options(0));
  jar.set(`${name}_nu`, "", options(0));
}

export interface Known {
  scope: ParticipantScope;
  /** Their own address, which this device holds. */
  address: string;
  /** They said that it is them, less than half an hour ago. */
  here: boolean;
}

/**
 * Who began on this device, in the consultation of an address; null for nobody. At the address of somebody who was
 * invited that is them, wherever they began and whoever else reacted here.
 */
export async function knownHere(at: ConsultedScope, arrivedAt?: number): Promise<Known | null> {
  const jar = await cookies();
  const name = nameOf(at.consultationId);
  const held = jar.get(name)?.value;
  const address = at.invited ? at.code : held;
  if (!address) return null;
  try {
    const { own } = await openParticipant(address, at, arrivedAt);
    const here = held === address && jar.get(`${name}_nu`)?.value === "ja";
    return { scope: own, address, here };
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

export interface Reacting {
  at: ConsultedScope;
  page: ConsultationPage;
  known: Known | null;
}

/** The consultation of an address, and who reacts on this device. Read once per request. */
export const reactingAt = cache(async (code: string): Promise<Reacting> => {
  const at = await gate(openConsultation(code));
  return { at, page: await consultationPage(at), known: await knownHere(at) };
});

/** The same for a screen with somebody's own words: who is not here goes to the beginning. */
export const reactingHere = cache(
  async (code: string): Promise<Reacting & { known: Known; own: OwnAnswers }> => {
    const { known, ...rest } = await reactingAt(code);
    if (!known?.here) redirect(addresses.stakeholderPage(code));
    return { ...rest, known, own: await ownAnswers(known.scope) };
  },
);

/** The same for a screen on which something is written: that is over once it is closed. */
export async function reactingWhileOpen(code: string) {
  const reacting = await reactingHere(code);
  if (reacting.page.state !== "open") redirect(addresses.stakeholderPage(code));
  return reacting;
}
