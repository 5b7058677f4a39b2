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
      | "pooler",
    params: Record<string, string | number> = {},
    cause?: unknown,
  ) {
    super(`${key} ${JSON.stringify(params)}`, { cause });
    this.name = "DatabaseProblem";
    this.key = `errors.startup.${key}`;
    this.params = params;
  }
}

/** The connection went away under this work, or there was none to be had. */
export class DatabaseGone extends Error {
  override name = "DatabaseGone";
  readonly code = "DATABASE_GONE";
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

/** The loss of the database that an error came from, when it did. */
export function goneIn(error: unknown): DatabaseGone | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof DatabaseGone) return at;
  }
  return undefined;
}
