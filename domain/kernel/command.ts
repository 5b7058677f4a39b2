import type { z } from "zod";
import { type AuditEntry, appendAudit } from "@/db/audit";
import { type Database, database } from "@/db/client";
import { enqueue, type JobRequest } from "@/db/jobs";
import { type Actor, actorAccountId, type DossierScope } from "./actor";
import { type FieldErrors, Forbidden, Invalid } from "./errors";

/** What a command's work gives back: its result and what the audit must say. */
export interface Outcome<Result> {
  result: Result;
  audit: AuditEntry | AuditEntry[];
  /** What must be done afterwards, in the background: enqueued in the same transaction. */
  jobs?: JobRequest[];
}

interface DossierCommand<Schema extends z.ZodType, Result> {
  /** What the audit calls it: `reaction.add`. */
  action: string;
  input: Schema;
  /** From the feature's `policy.ts`. Asked before the input is even read. */
  allow: (scope: DossierScope) => boolean;
  /** The work, in one transaction. Use only `tx` in here: the embedded database has one connection. */
  run: (tx: Database, scope: DossierScope, input: z.output<Schema>) => Promise<Outcome<Result>>;
}

/**
 * Makes a command within a dossier: authorize, parse, one transaction, audit row. Every write in
 * the product is made by this or by {@link installationCommand}, so none can forget a step.
 *
 * The command throws `Forbidden`, `Invalid` (with an error key per field) and whatever `run` throws.
 */
export function dossierCommand<Schema extends z.ZodType, Result>(
  command: DossierCommand<Schema, Result>,
): (scope: DossierScope, input: z.input<Schema>) => Promise<Result> {
  return async (scope, input) => {
    if (!command.allow(scope)) throw new Forbidden();
    const parsed = parseInput(command.input, input);
    const db = await database();
    return db.transaction(async (tx) => {
      const outcome = await command.run(tx as unknown as Database, scope, parsed);
      await enqueue(tx as unknown as Database, outcome.jobs ?? []);
      await appendAudit(
        tx as unknown as Database,
        {
          dossierId: scope.dossierId,
          actorId: actorAccountId(scope.actor),
          actorName: scope.actor.name,
          action: command.action,
        },
        [outcome.audit].flat(),
      );
      return outcome.result;
    });
  };
}

interface InstallationCommand<Schema extends z.ZodType, Result> {
  action: string;
  input: Schema;
  allow: (actor: Actor) => boolean;
  run: (
    tx: Database,
    actor: Actor,
    input: z.output<Schema>,
  ) => Promise<Outcome<Result> & { dossierId?: string }>;
}

/** The same for what belongs to no dossier yet: accounts, and starting a dossier. */
export function installationCommand<Schema extends z.ZodType, Result>(
  command: InstallationCommand<Schema, Result>,
): (actor: Actor, input: z.input<Schema>) => Promise<Result> {
  return async (actor, input) => {
    if (!command.allow(actor)) throw new Forbidden();
    const parsed = parseInput(command.input, input);
    const db = await database();
    return db.transaction(async (tx) => {
      const outcome = await command.run(tx as unknown as Database, actor, parsed);
      await enqueue(tx as unknown as Database, outcome.jobs ?? []);
      await appendAudit(
        tx as unknown as Database,
        {
          dossierId: outcome.dossierId ?? null,
          actorId: actorAccountId(actor),
          actorName: actor.name,
          action: command.action,
        },
        [outcome.audit].flat(),
      );
      return outcome.result;
    });
  };
}

/**
 * Reads input with a schema. A zod message that is a path in the catalogue (`errors.field.required`)
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
      issue.message.includes(".") && !issue.message.includes(" ")
        ? issue.message
        : "errors.field.invalid";
  }
  throw new Invalid("errors.fields", {}, fields);
}
