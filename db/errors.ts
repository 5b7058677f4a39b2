import type { MessageKey } from "@/messages/catalogue";

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
