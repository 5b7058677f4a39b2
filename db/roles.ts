import { sql } from "drizzle-orm";
import { type Database, rowsOf } from "./client";
import { DatabaseProblem } from "./errors";

/** Never changed once written; the guards say so too, but those the owner can switch off. */
const WRITTEN_ONCE = [
  "source_file",
  "source_version",
  "source_block",
  "passage",
  "passage_reaction",
  "requirement_version",
  "core_value_version",
  "review_step",
];

/** The role in the address of a database. @throws DatabaseProblem `needsRole` when it names none. */
export function roleIn(url: string): string {
  let role = "";
  try {
    role = decodeURIComponent(new URL(url).username);
  } catch {
    // Said below: an address that cannot be read names nobody.
  }
  if (role === "") throw new DatabaseProblem("needsRole");
  return role;
}

/**
 * Gives the role of the app what it needs and no more: reading and writing rows, of the log only adding
 * them. It cannot change tables, switch guards off or empty a table. As the owner, when all tables stand.
 *
 * @throws DatabaseProblem `roleTooStrong` when it could do so all the same.
 */
export async function grantTo(owner: Database, role: string): Promise<void> {
  const [is] = await rowsOf<{ strong: boolean; there: boolean }>(
    owner,
    sql`select count(*) > 0 as there,
        coalesce(bool_or(rolsuper or rolcreaterole or pg_has_role(oid, current_user::regrole, 'member')),
          false) as strong
      from pg_roles where rolname = ${role}`,
  );
  if (!is?.there) throw new DatabaseProblem("noRole", { role });
  if (is.strong) throw new DatabaseProblem("roleTooStrong", { role });
  const to = sql.identifier(role);
  const rows = sql`select, insert, update, delete`;
  await owner.transaction(async (tx) => {
    await tx.execute(sql`revoke create on schema public from public`);
    for (const schema of ["public", "pgboss", "drizzle"]) {
      const all = sql`all tables in schema ${sql.identifier(schema)}`;
      await tx.execute(sql`revoke all on ${all} from ${to}`);
      await tx.execute(sql`revoke all on schema ${sql.identifier(schema)} from ${to}`);
      await tx.execute(sql`grant usage on schema ${sql.identifier(schema)} to ${to}`);
      // Of the migrations it reads which there were.
      await tx.execute(sql`grant ${schema === "drizzle" ? sql`select` : rows} on ${all} to ${to}`);
    }
    for (const table of WRITTEN_ONCE) {
      await tx.execute(sql`revoke update on ${sql.identifier(table)} from ${to}`);
    }
    for (const table of ["requirement_version", "core_value_version"]) {
      await tx.execute(sql`revoke delete on ${sql.identifier(table)} from ${to}`);
    }
    await tx.execute(sql`revoke update, delete on audit from ${to}`);
    await tx.execute(sql`revoke delete on audit_head from ${to}`);
    await tx.execute(sql`revoke insert, update, delete on applied_guards from ${to}`);
  });
}

/**
 * Whether the tables are there and are somebody else's: then this role uses them, and the owner
 * brings them up to date.
 */
export async function isLesserRole(db: Database): Promise<boolean> {
  const [found] = await rowsOf<{ lesser: boolean }>(
    db,
    sql`select coalesce((select not pg_has_role(current_user, relowner, 'usage')
        from pg_class where oid = to_regclass('public.dossier')), false) as lesser`,
  );
  return found?.lesser ?? false;
}
