import type { z } from "zod";
import { type AuditEntry, type Act as AuditedAct, appendActs } from "@/db/audit";
import { type Database, transaction } from "@/db/client";
import { goneIn } from "@/db/errors";
import { enqueue, type JobRequest } from "@/db/jobs";
import { claimSubmission, keepResult } from "@/db/submissions";
import type { AuditAction } from "@/db/vocabulary";
import type { MessageKey } from "@/messages/catalogue";
import { type FieldErrors, Forbidden, Invalid, Unavailable } from "./errors";
import { actorAccountId, actorName, proves, type Scope, type ScopeKind } from "./scope";
import { fieldsOf, SUBMISSION_KEY } from "./submission";

/** What a command's work gives back: its result and what the audit must say. */
export interface Outcome<Result> {
  result: Result;
  audit: AuditEntry | AuditEntry[];
  /** What must be done afterwards, in the background: enqueued in the same transaction. */
  jobs?: JobRequest[];
  /** The dossier it is about, when the scope names none: in its log the act stands. */
  dossierId?: string;
  /** What the logs of dossiers must say that it reaches into from outside. */
  elsewhere?: { dossierId: string; audit: AuditEntry }[];
}

interface Definition<S extends Scope, Schema extends z.ZodType, Thing, Result, Ahead> {
  /** Whose act it is: what they must have shown to have the right to. */
  scope: ScopeKind<S>;
  /** What the audit calls it. */
  action: AuditAction;
  input: Schema;
  /** From the feature's `policy.ts`: who may do this at all. Asked before the input is even read. */
  allow: (scope: S) => boolean;
  /**
   * What comes before its transaction and stays when it is refused: what is added outside is searched here, and what
   * others would wait for is taken. Not asked of a command within another.
   */
  first?: (scope: S, input: z.output<Schema>) => Promise<Ahead>;
  /** The thing it is about, locked; from the feature's `rows.ts`, which throws when it is not there. */
  find?: (tx: Database, scope: S, input: z.output<Schema>) => Promise<Thing>;
  /** The work, in one transaction. Use only `tx` in here: the embedded database has one connection. */
  run: (
    tx: Database,
    scope: S,
    input: z.output<Schema>,
    thing: Thing,
    ahead: Ahead,
  ) => Promise<Outcome<Result>>;
}

export interface Command<S extends Scope, Schema extends z.ZodType, Result> {
  /** Does it. With a `key`, the same input under the same key is done once and answered twice. */
  (scope: S, input: z.input<Schema>, options?: { key?: string }): Promise<Result>;
  /** Does it as part of another command, in the transaction of that one. */
  within(tx: Database, scope: S, input: z.input<Schema>): Promise<Result>;
  /** Does it with what a form sent. `more` is what the form did not ask: it wins over the fields. */
  submit(scope: S, data: FormData, more?: Partial<z.input<Schema>>): Promise<Result>;
}

/** For `allow`: the scope itself is the whole proof of the right. */
export const scopeSuffices = () => true;

/**
 * Makes a command: authorize, parse, one transaction, audit. Every write in the product is made by
 * this, so none can forget a step.
 *
 * The command rejects with `Forbidden`, `Invalid` (with an error key per field) and whatever `find`
 * and `run` throw; nothing is stored then. With `Unavailable` it is when that says so.
 */
export function command<
  S extends Scope,
  Schema extends z.ZodType,
  Result,
  Thing = undefined,
  Ahead = void,
>(definition: Definition<S, Schema, Thing, Result, Ahead>): Command<S, Schema, Result> {
  function read(scope: S, input: unknown): z.output<Schema> {
    if (!proves(definition.scope, scope) || !definition.allow(scope)) throw new Forbidden();
    return parseInput(definition.input, input);
  }

  async function act(
    tx: Database,
    scope: S,
    input: z.output<Schema>,
    ahead: Ahead,
  ): Promise<Result> {
    const thing = (await definition.find?.(tx, scope, input)) as Thing;
    const outcome = await definition.run(tx, scope, input, thing, ahead);
    const { result, audit, jobs = [], dossierId, elsewhere = [] } = outcome;
    const by = {
      actorId: actorAccountId(scope.actor),
      actorName: actorName(scope.actor),
      action: definition.action,
      // Who takes part waits for nobody who does, and for nobody who works in the dossier.
      aside: "participantId" in scope,
    };
    for (const { dossierId, audit } of elsewhere) {
      actsOf(tx).push({ context: { ...by, dossierId }, entries: [audit], jobs: [] });
    }
    const context = { ...by, dossierId: dossierId ?? dossierOf(scope) };
    actsOf(tx).push({ context, entries: [audit].flat(), jobs });
    return result;
  }

  async function perform(scope: S, input: unknown, key?: string): Promise<Result> {
    const parsed = read(scope, input);
    const ahead = (await definition.first?.(scope, parsed)) as Ahead;
    return keptOrNot(Boolean(key), async (tx) => {
      const claim = key
        ? {
            actor: submitterOf(scope),
            action: definition.action,
            key,
            input: [dossierOf(scope), parsed],
          }
        : null;
      const earlier = claim ? await claimSubmission(tx, claim) : null;
      if (earlier) return earlier.result as Result;
      acts.set(tx, []);
      const result = await act(tx, scope, parsed, ahead);
      for (const { jobs } of actsOf(tx)) await enqueue(tx, jobs);
      // Last of all: writers of one chain wait for each other here.
      // What was asked comes first, and then what it was made of.
      await appendActs(tx, actsOf(tx).toReversed());
      if (claim) await keepResult(tx, claim, result);
      return result;
    });
  }

  return Object.assign(
    (scope: S, input: z.input<Schema>, options: { key?: string } = {}) =>
      perform(scope, input, options.key),
    {
      within: async (tx: Database, scope: S, input: z.input<Schema>) =>
        act(tx, scope, read(scope, input), undefined as Ahead),
      submit: (scope: S, data: FormData, more: Partial<z.input<Schema>> = {}) => {
        const { [SUBMISSION_KEY]: key, ...fields } = fieldsOf(data);
        return perform(scope, { ...fields, ...(more as object) }, key);
      },
    },
  );
}

/**
 * Does the work in a transaction. When the answer to its end was lost it may have been kept: said as
 * such, and whether sending the same again would do it twice.
 */
async function keptOrNot<Result>(
  once: boolean,
  work: (tx: Database) => Promise<Result>,
): Promise<Result> {
  try {
    return await transaction(work);
  } catch (error) {
    const gone = goneIn(error);
    if (!gone) throw error;
    if (!gone.perhapsDone) throw new Unavailable();
    throw new Unavailable(once ? "errors.perhapsSavedOnce" : "errors.perhapsSaved", true);
  }
}

interface Act extends AuditedAct {
  jobs: JobRequest[];
}

/** What was done in a transaction so far, to be written into the log at its end. */
const acts = new WeakMap<Database, Act[]>();

function actsOf(tx: Database): Act[] {
  const found = acts.get(tx);
  if (!found) throw new Error("a command can only be part of a command");
  return found;
}

function dossierOf(scope: Scope): string | null {
  return "dossierId" in scope ? String(scope.dossierId) : null;
}

/** Whose submissions are told apart by their keys; the keys themselves are random. */
function submitterOf(scope: Scope): string {
  // A page that comes back for somebody else has the key of who was there before.
  if ("participantId" in scope) return String(scope.participantId);
  return actorAccountId(scope.actor) ?? scope.actor.type;
}

/**
 * Reads input with a schema. A zod message that is a path in the catalogue (`says("errors.field.date")`)
 * is kept; any other becomes `errors.field.invalid`, so nothing untranslated reaches a person.
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: FieldErrors = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path.join(".") || "form";
    fields[field] ??=
      // Sentences of zod's own have spaces; the rest went through `says`.
      issue.message.includes(".") && !issue.message.includes(" ")
        ? (issue.message as MessageKey)
        : "errors.field.invalid";
  }
  throw new Invalid("errors.fields", {}, fields);
}
