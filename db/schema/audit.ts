import { sql } from "drizzle-orm";
import { bigint, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./columns";

/**
 * What a thing was called when something was done to it. Codes say nothing of what is in a dossier;
 * names do, so only who may read the dossier is shown them.
 */
export interface AuditWords {
  /** R-12, K-3, E-2.1; the number of a chapter or part. */
  code?: string;
  name?: string;
  /** The code, or the role, at the other end. */
  to?: string;
  toName?: string;
  /** Why it was done, where the log asks for it. */
  reason?: string;
}

/**
 * Who did what to which thing. Append-only (a trigger refuses update and delete) and chained by
 * hash per `chain`: a dossier's id, or `installation` for what belongs to no dossier. A chain
 * per dossier keeps writers of different dossiers out of each other's way, and what participants do in one
 * has chains of its own beside it (decision 042).
 */
export const audit = pgTable(
  "audit",
  {
    chain: text("chain").notNull(),
    n: bigint("n", { mode: "number" }).notNull(),
    dossierId: uuid("dossier_id"),
    at: moment("at").notNull(),
    actorId: uuid("actor_id"),
    /** The name at that time, so that the row still reads when the account is renamed. */
    actorName: text("actor_name").notNull(),
    action: text("action").notNull(),
    entity: text("entity").notNull(),
    entityId: text("entity_id").notNull(),
    beforeSha256: text("before_sha256"),
    afterSha256: text("after_sha256"),
    /** The first row of its act: rows of one transaction belong together. Null before there were acts. */
    act: bigint("act", { mode: "number" }),
    /** What the thing was afterwards, all of it (`db/things.ts`): what the check holds it against. */
    stateSha256: text("state_sha256"),
    words: jsonb("words").$type<AuditWords>(),
    previousSha256: text("previous_sha256").notNull(),
    sha256: text("sha256").notNull(),
    /** By a key that the database does not have (`db/audit-key.ts`). Null before rows were signed. */
    signature: text("signature"),
  },
  (t) => [
    primaryKey({ columns: [t.chain, t.n] }),
    index("audit_act").on(t.chain, t.act, t.n),
    // The list is of acts: their first rows.
    index("audit_at").on(t.at).where(sql`act is null or act = n`),
    index("audit_dossier_at").on(t.dossierId, t.at).where(sql`act is null or act = n`),
    index("audit_entity").on(t.entity, t.entityId),
  ],
);

/** How far each chain is. Written with its rows; it only goes forward, and that is signed too. */
export const auditHead = pgTable("audit_head", {
  chain: text("chain").primaryKey(),
  n: bigint("n", { mode: "number" }).notNull(),
  sha256: text("sha256").notNull(),
  signature: text("signature").notNull(),
});
