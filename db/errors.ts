import type { MessageKey } from "@/messages/catalogue";
import { DATABASE_AWAY } from "./vocabulary";

/** Why the database cannot be used. */
export class DatabaseProblem extends Error {
  readonly key: MessageKey;
  readonly params: Record<string, string | number>;

  constructor(
    key:
      | "locked"
      | "lockedElsewhere"
      | "unreadable"
      | "newer"
      | "unreachable"
      | "refused"
      | "badAddress"
      | "pooler"
      | "noAuditKey"
      | "needsRole"
      | "noRole"
      | "roleTooStrong"
      | "needsOwner",
    params: Record<string, string | number> = {},
    cause?: unknown,
  ) {
    super(`${key} ${JSON.stringify(params)}`, { cause });
    this.name = "DatabaseProblem";
    this.key = `errors.startup.${key}`;
    this.params = params;
  }
}

const GONE = "DATABASE_GONE";

/** The connection went away under this work, or there was none to be had. */
export class DatabaseGone extends Error {
  override name = "DatabaseGone";
  readonly code = GONE;
  /** What the framework hands on to the page that shows the error. */
  readonly digest = DATABASE_AWAY;

  /**
   * @param perhapsDone whether the transaction may have been kept all the same: its end was asked
   *   for, and the answer did not come. When false, nothing of it was.
   */
  constructor(
    readonly perhapsDone: boolean,
    cause?: unknown,
  ) {
    super(`the database is gone${perhapsDone ? ", and perhaps it did what was asked" : ""}`, {
      cause,
    });
  }
}

/**
 * The loss of the database that an error came from, when it did. Not by its class: the database of a
 * process is opened in one bundle of the app and used in others, which have classes of their own.
 */
export function goneIn(error: unknown): DatabaseGone | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("perhapsDone" in at && "code" in at && at.code === GONE) return at as DatabaseGone;
  }
  return undefined;
}
