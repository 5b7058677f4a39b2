import { bigint, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./columns";

/**
 * Who did what to which thing. Append-only (a trigger refuses update and delete) and chained by
 * hash per `chain`: a dossier's id, or `installation` for what belongs to no dossier. A chain
 * per dossier keeps writers of different dossiers out of each other's way.
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
    previousSha256: text("previous_sha256").notNull(),
    sha256: text("sha256").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.chain, t.n] }),
    index("audit_at").on(t.at),
    index("audit_entity").on(t.entity, t.entityId),
  ],
);
