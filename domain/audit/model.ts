import { z } from "zod";
import type { AuditEntity } from "@/db/vocabulary";

/** What a thing was called at the time. Names stand in it only for who may read the dossier. */
export interface EventWords {
  code?: string;
  name?: string;
  to?: string;
  toName?: string;
  reason?: string;
}

/** One row of the audit as it is shown. */
export interface AuditEvent {
  n: number;
  action: string;
  entity: string;
  entityId: string;
  words: EventWords;
  sha256: string;
}

/** The same with all that a row says beside it. */
export interface AuditRow extends AuditEvent {
  chain: string;
  /** Number of the first row of what was done at once. */
  act: number;
  at: string;
  actorName: string;
  /** Title of the dossier; null for what belongs to the installation, and of a dossier that is gone. */
  dossierTitle: string | null;
}

/** What was done at once: one entry of the log. */
export interface AuditAct {
  chain: string;
  at: string;
  actorName: string;
  /** By somebody who was signed in, not at the terminal or in the background. */
  byAccount: boolean;
  /** Title of the dossier; null for what belongs to the installation. */
  dossierTitle: string | null;
  /** What it was; the rest is what it was made of. */
  first: AuditEvent;
  /** The first of the other rows, as many as are shown. */
  rest: AuditEvent[];
  /** How many other rows there are in all. */
  others: number;
}

export interface AuditFilter {
  /** Address part of a dossier, or `installation`. */
  dossier?: string;
  /** An action exactly (`account.add`). */
  action?: string;
  /** Part of the name of who did it. */
  person?: string;
  /** First and last day, YYYY-MM-DD, as the clock says in the Netherlands. */
  from?: string;
  until?: string;
}

/** What can be wrong with a row of a chain, and with the signature under it. */
export type RowFault =
  /** A row before it is missing. */
  | "gap"
  /** It does not point at the row before it. */
  | "link"
  /** It says something else than when it was written. */
  | "content"
  /** It was signed by none of the keys, though it fits the rows around it. */
  | "signature"
  /** It is not signed, and rows before it are. */
  | "unsigned";

/** What can be wrong with a chain as a whole. */
export type ChainFault =
  /** Its last rows are gone; `n` is the first of them. */
  | "cut"
  /** There is nothing left of it. */
  | "chainGone"
  /** How far it was is not what was signed. */
  | "head"
  /** It does not begin with the row that the installation says it began with. */
  | "start"
  /** A position that was kept elsewhere is not in it. */
  | "kept"
  /** What was kept elsewhere was not signed here. */
  | "keptSignature"
  /** What an edition says that the log was when it was adopted is not in it; `n` is that row. */
  | "edition";

/** What can be wrong with a thing that the log is about. */
export type ThingFault =
  /** It is not what it was when it was last written about; `n` is that row. */
  | "changed"
  /** It is there, and no row says where it came from. */
  | "unlisted"
  /** It is gone, and no row says so. */
  | "missing"
  /** The text of a source is not what was read, or its file not what was sent. */
  | "text"
  /** A quoted passage does not stand in its source. */
  | "quote";

export interface AuditFault {
  why: RowFault | ChainFault | ThingFault;
  chain: string;
  n: number | null;
  dossierTitle: string | null;
  /** Which thing, and what it is called now or was last: a code, else its id. */
  thing: { entity: AuditEntity; id: string; code: string | null } | null;
}

export interface AuditVerdict {
  whole: boolean;
  rows: number;
  chains: number;
  /** Things that were held against the log. */
  things: number;
  /** Rows from before rows were signed. */
  unsigned: number;
  /** Things of which the log does not say what they were: they were last written about before it did. */
  unknown: number;
  /** Whether there was a key to look at signatures with. */
  keys: boolean;
  /** What is wrong, at most {@link MAX_FAULTS}. */
  faults: AuditFault[];
  /** How much more is wrong. */
  more: number;
}

/** More than anybody reads; what is behind them is counted. */
export const MAX_FAULTS = 20;

/** How far a chain is, signed: to keep elsewhere. */
export interface AuditHead {
  chain: string;
  n: number;
  sha256: string;
  signature: string;
}

export const HEADS_FORMAT = "herleid-audit-heads/1";

const hex = z.string().regex(/^[0-9a-f]{64}$/);
/** What an edition says of the log of its dossier when it was adopted. */
export const editionLog = z.object({
  log: z.object({ rows: z.number().int().min(0), sha256: z.string().max(64) }),
});

/** The file of positions that is kept elsewhere. */
export const keptHeads = z.object({
  format: z.literal(HEADS_FORMAT),
  at: z.string().max(40),
  heads: z
    .array(
      z.object({
        chain: z.string().min(1).max(40),
        n: z.number().int().positive(),
        sha256: hex,
        signature: hex,
      }),
    )
    .max(1_000_000),
});
export type KeptHeads = z.output<typeof keptHeads>;
