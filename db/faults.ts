import { PgPreparedQuery } from "drizzle-orm/pg-core";
import { goneIn } from "./errors";

const NAME = "StatementFailed";

/**
 * A statement that the database refused. It says which kind, on which table, and why; neither what
 * people typed nor what stood in a row: those would be in the log for good.
 */
export class StatementFailed extends Error {
  override name = NAME;
  /** PostgreSQL's own code (SQLSTATE), or what the driver gives for one. */
  readonly code: string;
  readonly constraint: string | undefined;
  /** Left to the framework, which makes a number of it, unless the database is away. */
  digest?: string;

  constructor(statement: string, cause: unknown) {
    const told = named(cause);
    const { code = "unknown", constraint, table, column, routine } = told;
    const names = { constraint, table, column, routine };
    const where = Object.entries(names).flatMap(([name, value]) =>
      value ? `${name} ${value}` : [],
    );
    super([`${code} in ${kindOf(statement)}`, ...where].join(", "));
    this.code = code;
    this.constraint = constraint;
    // What the database said quotes values, so only the loss of the whole goes with it.
    const gone = goneIn(cause);
    if (gone) Object.assign(this, { cause: gone, digest: gone.digest });
  }
}

/** Whether the database refused a statement with this code. Not by its class: see `goneIn`. */
export function refusedWith(error: unknown, code: string): boolean {
  return error instanceof Error && error.name === NAME && "code" in error && error.code === code;
}

/** Does a statement; what the database says of it is told without words of people. */
export async function withoutWords<Result>(
  statement: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new StatementFailed(statement, error);
  }
}

/** `insert into "reaction"`: what a statement does, without what it is done with. */
function kindOf(statement: string): string {
  const bare = statement.replace(/\s+/g, " ").trim();
  const [kind] =
    /^(?:insert into|update|delete from|select|with|begin|commit|rollback|\w+)(?: "?[\w.]+"?)?/i.exec(
      bare,
    ) ?? [];
  return kind ?? "a statement";
}

/** Names of things in the database, as both drivers give them; anything else is left out. */
function named(error: unknown): Partial<Record<"code" | (typeof NAMES)[number], string>> {
  const { code, ...rest } = (error ?? {}) as Record<string, unknown>;
  const told: ReturnType<typeof named> = {};
  if (typeof code === "string") told.code = code;
  for (const name of NAMES) {
    const value = rest[`${name}_name`] ?? rest[name];
    if (typeof value === "string" && /^\w{1,63}$/.test(value)) told[name] = value;
  }
  return told;
}
const NAMES = ["constraint", "table", "column", "routine"] as const;

/**
 * All statements of drizzle go through this, whichever the engine. By itself it puts their values
 * into its error, and from there they come into every log, that of the framework too.
 */
Object.assign(PgPreparedQuery.prototype, {
  queryWithCache: (statement: string, _values: unknown, work: () => Promise<unknown>) =>
    withoutWords(statement, work),
});
