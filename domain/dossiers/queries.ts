import { and, asc, count, eq, isNull, sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import { account, dossier, dossierMember } from "@/db/schema";
import { dutchOrder } from "@/db/search";
import { NotFound } from "../kernel/errors";
import { type Paged, pageOf } from "../kernel/paging";
import { query } from "../kernel/query";
import {
  type Actor,
  type AdministratorScope,
  administrator,
  type ReaderScope,
  reader,
  readerOf,
} from "../kernel/scope";
import { titlesThrough } from "../redaction/rows";
import { asOutsider } from "./gate";
import type { Details, DossierSort, ManagedDossier, Member, MyDossier } from "./model";
import { seesNames } from "./policy";
import { isSlug, slugOf } from "./rules";

/** Dossiers on one page of the list. */
export const MY_DOSSIERS_PAGE = 25;

export interface MyDossiers {
  dossiers: MyDossier[];
  total: number;
  /** The page that is shown: the last one when a later one was asked for. */
  page: number;
  pages: number;
}

/**
 * The dossiers that somebody is in. How much work there is in each is counted in the same
 * statement, for the rows of this page only, and only for who may see the work.
 */
export async function listMyDossiers(
  actor: Extract<Actor, { type: "account" }>,
  options: { page?: number; sort?: DossierSort; descending?: boolean } = {},
): Promise<MyDossiers> {
  const db = await database();
  const [all] = await db
    .select({ n: count() })
    .from(dossierMember)
    .innerJoin(dossier, eq(dossier.id, dossierMember.dossierId))
    .where(and(eq(dossierMember.accountId, actor.id), isNull(dossier.archivedAt)));
  const total = all?.n ?? 0;
  const { page, pages } = pageOf(total, MY_DOSSIERS_PAGE, options.page);
  const sort = options.sort ?? "started";
  const direction = (options.descending ?? sort === "started") ? sql`desc` : sql`asc`;
  // The role in the order of how much one may do, not of the alphabet.
  const key = {
    started: sql`d.created_at`,
    title: dutchOrder(sql`d.title`),
    role: sql`array_position(array['author', 'reviewer', 'stakeholder'], m.role)`,
  }[sort];
  const rows = await rowsOf<{
    id: string;
    slug: string;
    title: string;
    contracting_authority: string;
    role: MyDossier["role"];
    started_at: string | Date;
    code: string | null;
    consultations: number | null;
    reactions: number | null;
    requirements: number | null;
  }>(
    db,
    sql`
      with shown as (
        select d.id, d.slug, d.title, d.contracting_authority, d.created_at, d.stakeholder_code,
          m.role, row_number() over (order by ${key} ${direction}, d.id) as place
        from dossier_member m join dossier d on d.id = m.dossier_id
        where m.account_id = ${actor.id} and d.archived_at is null
        order by place
        limit ${MY_DOSSIERS_PAGE} offset ${(page - 1) * MY_DOSSIERS_PAGE}
      )
      select id, slug, title, contracting_authority, role, created_at as started_at,
        case when role = 'stakeholder' then stakeholder_code end as code,
        case when role <> 'stakeholder' then
          (select count(*)::int from consultation c where c.dossier_id = shown.id) end as consultations,
        case when role <> 'stakeholder' then
          (select count(*)::int from live_reaction r where r.dossier_id = shown.id) end as reactions,
        case when role <> 'stakeholder' then
          (select count(*)::int from requirement e
           where e.dossier_id = shown.id and e.dropped_at is null) end as requirements
      from shown order by place`,
  );
  const read = await titlesThrough(
    db,
    rows
      .filter(({ role }) => !seesNames({ role }))
      .map((row) => ({ dossierId: row.id, text: `${row.title} ${row.contracting_authority}` })),
  );
  return {
    total,
    page,
    pages,
    dossiers: rows.map((row) => ({
      id: row.id,
      slug: row.slug,
      title: read(row.id, row.title),
      contractingAuthority: read(row.id, row.contracting_authority),
      role: row.role,
      startedAt: new Date(row.started_at).toISOString(),
      stakeholderCode: row.code,
      counts:
        row.consultations === null
          ? null
          : {
              consultations: row.consultations,
              reactions: row.reactions ?? 0,
              requirements: row.requirements ?? 0,
            },
    })),
  };
}

/** Dossiers on one page of the administrator's list. */
const ALL_DOSSIERS_PAGE = 50;

const MANAGED = {
  id: dossier.id,
  slug: dossier.slug,
  title: dossier.title,
  contractingAuthority: dossier.contractingAuthority,
  createdAt: dossier.createdAt,
  archivedAt: dossier.archivedAt,
};

/**
 * All dossiers of the installation by name, the archived ones last: what they are called, and nothing of the
 * work in them.
 */
export const listDossiers = query(
  administrator,
  async (_scope: AdministratorScope, wantedPage?: number): Promise<Paged<ManagedDossier>> => {
    const db = await database();
    const [all] = await db.select({ n: count() }).from(dossier);
    const total = all?.n ?? 0;
    const { page, pages } = pageOf(total, ALL_DOSSIERS_PAGE, wantedPage);
    const rows = await db
      .select(MANAGED)
      .from(dossier)
      .orderBy(sql`${dossier.archivedAt} is not null`, dutchOrder(dossier.title), asc(dossier.id))
      .limit(ALL_DOSSIERS_PAGE)
      .offset((page - 1) * ALL_DOSSIERS_PAGE);
    return { rows: await asOthersRead(db, rows), total, page, pages };
  },
);

/** An administrator is in none of the dossiers. */
async function asOthersRead(
  db: Database,
  rows: readonly ManagedDossier[],
): Promise<ManagedDossier[]> {
  const read = await titlesThrough(
    db,
    rows.map((row) => ({ dossierId: row.id, text: `${row.title} ${row.contractingAuthority}` })),
  );
  return rows.map((row) => ({
    ...row,
    title: read(row.id, row.title),
    contractingAuthority: read(row.id, row.contractingAuthority),
  }));
}

/** One of them, by its address. @throws NotFound */
export const managedDossier = query(
  administrator,
  async (_scope: AdministratorScope, slug: string): Promise<ManagedDossier> => {
    if (!isSlug(slug)) throw new NotFound();
    const db = await database();
    const rows = await db.select(MANAGED).from(dossier).where(eq(dossier.slug, slug));
    const [found] = await asOthersRead(db, rows);
    if (!found) throw new NotFound();
    return found;
  },
);

/** What is said about the dossier itself. */
export const dossierDetailsOf = query(reader, async (scope: ReaderScope): Promise<Details> => {
  const db = await database();
  const [found] = await db
    .select({
      title: dossier.title,
      contractingAuthority: dossier.contractingAuthority,
      subject: dossier.subject,
      stakeholderCode: dossier.stakeholderCode,
      destroysOriginals: sql<boolean>`coalesce(${dossier.destroysOriginals}, false)`,
      lockVersion: dossier.lockVersion,
    })
    .from(dossier)
    .where(eq(dossier.id, scope.dossierId));
  if (!found) throw new NotFound();
  return found;
});

/**
 * What files of the dossier are called by: its address, or the title of a part of it, without who was known only after that was
 * made. Files go on to others.
 */
export const fileSlug = query(
  reader,
  async (scope: ReaderScope, title: string = scope.slug): Promise<string> => {
    const read = await readerOf(asOutsider(scope));
    return slugOf(read(title));
  },
);

/** Who is in the dossier: authors first, then by name. */
export const listMembers = query(reader, async (scope: ReaderScope): Promise<Member[]> => {
  const db = await database();
  return db
    .select({
      accountId: account.id,
      name: account.name,
      email: account.email,
      role: dossierMember.role,
      approves: sql<Member["approves"]>`coalesce(${dossierMember.approves}, '{}')`,
      disabled: sql<boolean>`${account.disabledAt} is not null`,
    })
    .from(dossierMember)
    .innerJoin(account, eq(account.id, dossierMember.accountId))
    .where(eq(dossierMember.dossierId, scope.dossierId))
    .orderBy(
      sql`array_position(array['author', 'reviewer', 'stakeholder'], ${dossierMember.role})`,
      dutchOrder(account.name),
      asc(account.id),
    );
});
