/** One row of the audit as it is shown. */
export interface AuditEvent {
  chain: string;
  n: number;
  at: string;
  actorName: string;
  action: string;
  entity: string;
  entityId: string;
  sha256: string;
  /** Title of the dossier; null for what belongs to the installation. */
  dossierTitle: string | null;
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

/**
 * Why a row is broken: a row before it is missing (`gap`), it does not point at the row before it
 * (`link`), or it says something else than when it was written (`content`).
 */
export type AuditBreak = "gap" | "link" | "content";

export type AuditVerdict =
  | { whole: true; rows: number; chains: number }
  | {
      whole: false;
      /** Rows that were read up to and with the broken one. */
      rows: number;
      broken: { chain: string; n: number; why: AuditBreak; dossierTitle: string | null };
    };
