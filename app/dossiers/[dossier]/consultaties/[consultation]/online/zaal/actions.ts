"use server";

import { refresh } from "next/cache";
import { formIn, formResult } from "@/app/_lib/action";
import { gate, requireDossier } from "@/app/_lib/session";
import type { FormState } from "@/components/ui/form-state";
import { Invalid, NotFound } from "@/domain/kernel/errors";
import { keyIn } from "@/domain/kernel/submission";
import {
  correctNote,
  endMeeting,
  noteInRoom,
  showInRoom,
  startMeeting,
  takeBackNote,
} from "@/domain/room/commands";

/** Begins a meeting. */
export async function start(
  slug: string,
  id: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    await startMeeting(scope, { consultationId: id }, keyIn(data));
    refresh();
    return { status: "done" };
  });
}

/** Ends it. */
export async function end(slug: string, id: string, data: FormData): Promise<void> {
  const scope = await requireDossier(slug);
  await inMeeting(data, (sent) => endMeeting(scope, { consultationId: id }, keyIn(sent)));
}

/** Shows a stelling on the screen, with what people think or without. */
export async function show(slug: string, id: string, data: FormData): Promise<void> {
  const scope = await requireDossier(slug);
  await inMeeting(data, (sent) => showInRoom.submit(scope, sent, { consultationId: id }));
}

/** Keeps a line of who takes notes. */
export async function note(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    await noteInRoom.submit(scope, data);
    refresh();
    return { status: "done" };
  });
}

/** Keeps other words of a line. */
export async function correct(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    await correctNote.submit(scope, data);
    refresh();
    return { status: "done" };
  });
}

/** Takes a line away. */
export async function takeBack(
  slug: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    await takeBackNote.submit(scope, data);
    refresh();
    return { status: "done" };
  });
}

/** Of a meeting that somebody else ended meanwhile, and of a stelling that was taken out, the page that comes back says so. */
async function inMeeting(
  data: FormData,
  work: (sent: FormData) => Promise<unknown>,
): Promise<void> {
  const done = work(formIn(data)).catch((error) => {
    if (!(error instanceof Invalid || error instanceof NotFound)) throw error;
  });
  await gate(done);
  refresh();
}
