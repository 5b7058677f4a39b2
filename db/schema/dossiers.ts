import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { APPROVAL_ROLES, ROLES } from "../vocabulary";
import { account } from "./accounts";
import { createdAt, id, moment, oneOf, someOf } from "./columns";

/** One tender with everything that belongs to it. */
export const dossier = pgTable("dossier", {
  id: id(),
  slug: text("slug").notNull().unique(),
  title: text("title").notNull(),
  contractingAuthority: text("contracting_authority").notNull(),
  /** What is bought, in a few sentences. */
  subject: text("subject").notNull().default(""),
  /** Secret part of the address where stakeholders read the stellingen; null = closed. */
  stakeholderCode: text("stakeholder_code").unique(),
  /** Whether originals go by themselves when their time has passed; null for no. */
  destroysOriginals: boolean("destroys_originals"),
  /** From then on only read, and in no list; an administrator can bring it back. */
  archivedAt: moment("archived_at"),
  lockVersion: integer("lock_version").notNull().default(1),
  createdAt: createdAt(),
});

/** Running numbers per dossier (`reaction`, `coreValue`): taken inside the transaction that uses them. */
export const dossierCounter = pgTable(
  "dossier_counter",
  {
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    name: text("name").notNull(),
    value: integer("value").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.dossierId, t.name] })],
);

export const dossierMember = pgTable(
  "dossier_member",
  {
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    role: text("role", { enum: ROLES }).notNull(),
    /** In which capacities they approve requirements; null for none. */
    approves: text("approves", { enum: APPROVAL_ROLES }).array(),
    createdAt: createdAt(),
  },
  (t) => [
    check("dossier_member_approves", someOf(t.approves, APPROVAL_ROLES)),
    primaryKey({ columns: [t.dossierId, t.accountId] }),
    index("dossier_member_account").on(t.accountId),
    check("dossier_member_role", oneOf(t.role, ROLES)),
  ],
);

/** A step of the planning: what happens when. */
export const milestone = pgTable(
  "milestone",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    title: text("title").notNull(),
    onDate: date("on_date", { mode: "string" }).notNull(),
  },
  (t) => [index("milestone_dossier").on(t.dossierId, t.onDate)],
);

/** Who has a stake; `expected` says whether the group should be at the table. */
export const stakeholderGroup = pgTable(
  "stakeholder_group",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    name: text("name").notNull(),
    expected: boolean("expected").notNull().default(true),
    position: integer("position").notNull(),
  },
  (t) => [unique("stakeholder_group_name").on(t.dossierId, t.name)],
);
