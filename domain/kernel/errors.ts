import { DATABASE_AWAY, DATABASE_PERHAPS } from "@/db/vocabulary";
import type { MessageKey } from "@/messages/catalogue";

/**
 * The closed set of things that can go wrong on purpose. Domain code throws these and
 * nothing else; they are turned into a page, a form message or an exit code in one place
 * per edge (`app/_lib/action.ts`, `cli/run.ts`). Anything that is not a `DomainError` is a
 * fault of ours: logged without words of people, shown as one neutral sentence with a reference number.
 */
export type ErrorCode =
  | "notFound"
  | "forbidden"
  | "invalid"
  | "conflict"
  | "tooLarge"
  | "unavailable";

/** Values that may be filled into a message. */
export type MessageParams = Record<string, string | number>;

/** Per field what is wrong with it. */
export type FieldErrors = Record<string, MessageKey>;

/** Lets the compiler check the path of a text where any string would do: in the schemas of zod. */
export const says = (key: MessageKey): MessageKey => key;

export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly key: MessageKey;
  readonly params: MessageParams;
  readonly fields: FieldErrors;

  constructor(
    code: ErrorCode,
    key: MessageKey,
    params: MessageParams = {},
    fields: FieldErrors = {},
  ) {
    super(`${code}: ${key} ${JSON.stringify(params)}`);
    this.name = "DomainError";
    this.code = code;
    this.key = key;
    this.params = params;
    this.fields = fields;
  }
}

/** The thing does not exist, or not for this actor: the two are never told apart. */
export class NotFound extends DomainError {
  constructor(key: MessageKey = "errors.notFound") {
    super("notFound", key);
  }
}

/** The actor may see the dossier but not do this. */
export class Forbidden extends DomainError {
  constructor(key: MessageKey = "errors.forbidden") {
    super("forbidden", key);
  }
}

/** The input is not acceptable. `key` says what to do; `fields` says it per field. */
export class Invalid extends DomainError {
  constructor(key: MessageKey, params: MessageParams = {}, fields: FieldErrors = {}) {
    super("invalid", key, params, fields);
  }
}

/** Somebody else changed the thing in between. `current` is what stands now, to show beside. */
export class Conflict<T = unknown> extends DomainError {
  readonly current: T | undefined;
  constructor(key: MessageKey, params: MessageParams = {}, current?: T) {
    super("conflict", key, params);
    this.current = current;
  }
}

export class TooLarge extends DomainError {
  constructor(key: MessageKey, params: MessageParams = {}) {
    super("tooLarge", key, params);
  }
}

/** The database is away. Nothing was kept, unless `perhapsDone`: then nobody knows. */
export class Unavailable extends DomainError {
  /** What the framework hands on to the page that shows the error. */
  readonly digest: string;
  constructor(
    key: MessageKey = "errors.unavailable",
    readonly perhapsDone = false,
  ) {
    super("unavailable", key);
    this.digest = perhapsDone ? DATABASE_PERHAPS : DATABASE_AWAY;
  }
}
