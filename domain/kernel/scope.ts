import type { AccountKind, ApprovalRole, Role } from "@/db/vocabulary";
import type { Layer } from "./layer";

/**
 * Who does something: a person with an account, the command line of the server itself, work in the
 * background, or somebody who takes part without an account. Of the last nothing is known, and so
 * nothing can be written down.
 */
export type Actor =
  | { type: "account"; id: string; name: string; kind: AccountKind }
  | { type: "system"; name: string }
  | { type: "job"; name: string }
  | { type: "participant" };

export type Person = Extract<Actor, { type: "account" }>;

declare const authorized: unique symbol;
/** The id of a dossier that a gate has let somebody into: no id from outside can pass for one. */
export type AuthorizedDossierId = string & { readonly [authorized]: true };

declare const proven: unique symbol;
/** What an actor has shown to have the right to. Made by a gate, and by nothing else. */
export interface Scope {
  readonly [proven]: string;
  readonly actor: Actor;
}

/** Somebody who is in a dossier, in whatever role. */
export interface MemberScope extends Scope {
  readonly role: Role;
  readonly dossierId: AuthorizedDossierId;
  readonly slug: string;
  readonly title: string;
  /** An archived dossier is only read. */
  readonly archived: boolean;
  /** In which capacities they approve requirements. */
  readonly approves: readonly ApprovalRole[];
  /** Through what they read, asked for when it is needed; null for who sees names. */
  readonly layer: (() => Promise<Layer>) | null;
}

/** A member who may read the work in the dossier: an author or a reviewer. */
export interface ReaderScope extends MemberScope {
  readonly reads: true;
}

/** Somebody without an account who has the address that a dossier gave to its stakeholders. */
export interface VisitorScope extends Scope {
  readonly actor: Extract<Actor, { type: "participant" }>;
  readonly dossierId: AuthorizedDossierId;
  readonly layer: () => Promise<Layer>;
}

/** Somebody without an account who has an open address of one online consultation, and may begin to react. */
export interface ConsultedScope extends VisitorScope {
  readonly consultationId: string;
  /** Of whom the address is; null for the address of everybody. */
  readonly groupId: string | null;
  /** The secret part of the address. */
  readonly code: string;
  /** Whether it is of one person who was invited: then it is their own address as well. */
  readonly invited: boolean;
  /** Whether that invitation was withdrawn: they read what they sent, and may take it back. */
  readonly withdrawn: boolean;
  /** The last day (YYYY-MM-DD) on which is kept who was invited, as it was told; null when it was not. */
  readonly keptUntil: string | null;
}

/** Somebody without an account who reacts, or reacted, in one online consultation: their own words and no others. */
export interface ParticipantScope extends Scope {
  readonly actor: Extract<Actor, { type: "participant" }>;
  readonly dossierId: AuthorizedDossierId;
  readonly consultationId: string;
  readonly participantId: string;
  /** The group that their invitation or their address says; null when they choose it. */
  readonly groupId: string | null;
  /** Whether their invitation was withdrawn: they read what they sent, and may take it back. */
  readonly withdrawn: boolean;
  /** When they asked (milliseconds): by that it is told whether something was sent in time. */
  readonly arrivedAt: number;
}

/** Somebody without an account who was there, and has a link to correct one text: that text and no more. */
export interface AttendeeScope extends Scope {
  readonly actor: Extract<Actor, { type: "participant" }>;
  readonly dossierId: AuthorizedDossierId;
  readonly roundId: string;
  readonly attendeeId: string;
}

/** Anybody, without an account, who reads one published edition: that and nothing else of its dossier. */
export interface EditionScope extends Scope {
  readonly actor: Extract<Actor, { type: "participant" }>;
  readonly editionId: string;
  /** As it stands in addresses. */
  readonly slug: string;
}

/** Work in the background of one dossier, for the system itself. */
export interface JobScope extends Scope {
  readonly actor: Extract<Actor, { type: "job" }>;
  readonly dossierId: AuthorizedDossierId;
}

/** Who is signed in, for what is theirs alone. */
export interface PersonScope extends Scope {
  readonly actor: Person;
}

/** Who works here: may start a dossier. */
export interface StaffScope extends Scope {
  readonly works: true;
}

/** Who manages the installation: accounts and its log. */
export interface AdministratorScope extends Scope {
  readonly administers: true;
}

/** A kind of scope: what a command or query asks for. */
export interface ScopeKind<S extends Scope> {
  readonly name: string;
  /** Kinds of which this one is proof as well. */
  readonly includes: readonly string[];
  /** Only for the compiler. */
  readonly shape?: S;
}

export const member: ScopeKind<MemberScope> = { name: "member", includes: [] };
export const reader: ScopeKind<ReaderScope> = { name: "reader", includes: ["member"] };
export const visitor: ScopeKind<VisitorScope> = { name: "visitor", includes: [] };
export const consulted: ScopeKind<ConsultedScope> = { name: "consulted", includes: [] };
export const participant: ScopeKind<ParticipantScope> = { name: "participant", includes: [] };
export const attendee: ScopeKind<AttendeeScope> = { name: "attendee", includes: [] };
export const editionReader: ScopeKind<EditionScope> = { name: "editionReader", includes: [] };
export const job: ScopeKind<JobScope> = { name: "job", includes: [] };
export const person: ScopeKind<PersonScope> = { name: "person", includes: [] };
export const staff: ScopeKind<StaffScope> = { name: "staff", includes: [] };
export const administrator: ScopeKind<AdministratorScope> = { name: "administrator", includes: [] };

const minted = new WeakMap<object, readonly string[]>();

/** What a kind of scope says besides who it is for. */
type Said<S extends Scope> = Omit<S, typeof proven>;

/**
 * Makes a scope. Only for gates (`gate.ts`): a test of the structure refuses it anywhere else. The
 * scope is known by itself and not by what it says, so a copy with another role proves nothing.
 */
export function mint<S extends Scope>(kind: ScopeKind<S>, said: Said<S>): S {
  const scope = Object.freeze({ ...said, actor: Object.freeze({ ...said.actor }) }) as unknown as S;
  minted.set(scope, [kind.name, ...kind.includes]);
  return scope;
}

/** Whether a gate made this scope, for this right. */
export function proves<S extends Scope>(kind: ScopeKind<S>, scope: Scope): scope is S {
  return minted.get(scope)?.includes(kind.name) ?? false;
}

/** The layer through which somebody reads; null for who sees the text as it is. */
export async function layerOf(scope: Scope): Promise<Layer | null> {
  return "layer" in scope && typeof scope.layer === "function" ? scope.layer() : null;
}

/** How somebody reads words: for what a query cuts into pieces, which must go through the layer before that. */
export async function readerOf(scope: Scope): Promise<(text: string) => string> {
  return (await layerOf(scope))?.shown ?? ((text) => text);
}

/** The account id of an actor; null for who has none. */
export function actorAccountId(actor: Actor): string | null {
  return actor.type === "account" ? actor.id : null;
}

/** What the log calls an actor. A participant is nobody: no name, and nothing to know them by. */
export function actorName(actor: Actor): string {
  return actor.type === "participant" ? "iemand zonder account" : actor.name;
}
