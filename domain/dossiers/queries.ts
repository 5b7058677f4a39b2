import { and, asc, count, eq, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import {
  account,
  consultation,
  dossier,
  dossierMember,
  milestone,
  stakeholderGroup,
  statement,
  statementOccurrence,
} from "@/db/schema";
import type { StakeholderGroup } from "../groups/model";
import type { Actor, AuthorizedDossierId, DossierScope, JobActor } from "../kernel/actor";
import { Forbidden, NotFound } from "../kernel/errors";
import { pageOf } from "../kernel/paging";
import type { Milestone } from "../planning/model";
import type { Details, DossierSort, Member, MyDossier, StakeholderPage } from "./model";
import { mayRead } from "./policy";
import { isSlug, readCode } from "./rules";

/**
 * The gate of a dossier: the only place where an `AuthorizedDossierId` is made.
 *
 * @throws NotFound when there is no such dossier or the actor is not in it; the two look the same.
 */
export async function openDossier(actor: Actor, slug: string): Promise<DossierScope> {
  // A job is given the id of its dossier: see openDossierFor.
  if (!isSlug(slug) || actor.type === "job") throw new NotFound();
  const db = await database();
  if (actor.type === "system") {
    const [found] = await db
      .select({ id: dossier.id, slug: dossier.slug, title: dossier.title })
      .from(dossier)
      .where(eq(dossier.slug, slug));
    if (!found) throw new NotFound();
    return { ...found, dossierId: found.id as AuthorizedDossierId, role: "author", actor };
  }
  const [found] = await db
    .select({
      id: dossier.id,
      slug: dossier.slug,
      title: dossier.title,
      role: dossierMember.role,
    })
    .from(dossier)
    .innerJoin(
      dossierMember,
      and(eq(dossierMember.dossierId, dossier.id), eq(dossierMember.accountId, actor.id)),
    )
    .where(eq(dossier.slug, slug));
  if (!found) throw new NotFound();
  return {
    actor,
    role: found.role,
    dossierId: found.id as AuthorizedDossierId,
    slug: found.slug,
    title: found.title,
  };
}

/** The gate for a job, which acts for the system. @throws NotFound when the dossier is gone. */
export async function openDossierFor(actor: JobActor, dossierId: string): Promise<DossierScope> {
  const [found] = await (await database())
    .select({ id: dossier.id, slug: dossier.slug, title: dossier.title })
    .from(dossier)
    .where(eq(dossier.id, dossierId));
  if (!found) throw new NotFound();
  const { id, ...about } = found;
  return { ...about, dossierId: id as AuthorizedDossierId, role: "author", actor };
}

/**
 * The gate for reading the work in a dossier.
 *
 * @throws NotFound as {@link openDossier}; Forbidden for a stakeholder.
 */
export async function openDossierToRead(actor: Actor, slug: string): Promise<DossierScope> {
  const scope = await openDossier(actor, slug);
  if (!mayRead(scope)) throw new Forbidden();
  return scope;
}

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
    .where(eq(dossierMember.accountId, actor.id));
  const total = all?.n ?? 0;
  const { page, pages } = pageOf(total, MY_DOSSIERS_PAGE, options.page);
  const sort = options.sort ?? "started";
  const direction = (options.descending ?? sort === "started") ? sql`desc` : sql`asc`;
  // The role in the order of how much one may do, not of the alphabet.
  const key = {
    started: sql`d.created_at`,
    title: sql`lower(d.title)`,
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
        where m.account_id = ${actor.id}
        order by place
        limit ${MY_DOSSIERS_PAGE} offset ${(page - 1) * MY_DOSSIERS_PAGE}
      )
      select id, slug, title, contracting_authority, role, created_at as started_at,
        case when role = 'stakeholder' then stakeholder_code end as code,
        case when role <> 'stakeholder' then
          (select count(*)::int from consultation c where c.dossier_id = shown.id) end as consultations,
        case when role <> 'stakeholder' then
          (select count(*)::int from reaction r where r.dossier_id = shown.id) end as reactions,
        case when role <> 'stakeholder' then
          (select count(*)::int from requirement e
           where e.dossier_id = shown.id and e.dropped_at is null) end as requirements
      from shown order by place`,
  );
  return {
    total,
    page,
    pages,
    dossiers: rows.map((row) => ({
      id: row.id,
      slug: row.slug,
      title: row.title,
      contractingAuthority: row.contracting_authority,
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

/** What is said about the dossier itself. */
export async function dossierDetailsOf(scope: DossierScope): Promise<Details> {
  const db = await database();
  const [found] = await db
    .select({
      title: dossier.title,
      contractingAuthority: dossier.contractingAuthority,
      subject: dossier.subject,
      stakeholderCode: dossier.stakeholderCode,
      lockVersion: dossier.lockVersion,
    })
    .from(dossier)
    .where(eq(dossier.id, scope.dossierId));
  if (!found) throw new NotFound();
  return found;
}

/** The steps of the planning, by date. */
export async function listMilestones(scope: DossierScope): Promise<Milestone[]> {
  return milestonesOf(scope.dossierId);
}

async function milestonesOf(dossierId: string): Promise<Milestone[]> {
  const db = await database();
  return db
    .select({ id: milestone.id, title: milestone.title, onDate: milestone.onDate })
    .from(milestone)
    .where(eq(milestone.dossierId, dossierId))
    .orderBy(asc(milestone.onDate), asc(milestone.title), asc(milestone.id));
}

/** The stakeholder groups in their order, with how many reactions carry each. */
export async function listGroups(scope: DossierScope): Promise<StakeholderGroup[]> {
  const db = await database();
  return db
    .select({
      id: stakeholderGroup.id,
      name: stakeholderGroup.name,
      expected: stakeholderGroup.expected,
      // The column written out: within a select from one table drizzle leaves the table's name off.
      reactions: sql<number>`(select count(*)::int from reaction r
        where r.dossier_id = ${scope.dossierId} and r.stakeholder_group_id = "stakeholder_group"."id")`,
    })
    .from(stakeholderGroup)
    .where(eq(stakeholderGroup.dossierId, scope.dossierId))
    .orderBy(asc(stakeholderGroup.position), asc(stakeholderGroup.id));
}

/** Who is in the dossier: authors first, then by name. */
export async function listMembers(scope: DossierScope): Promise<Member[]> {
  const db = await database();
  return db
    .select({
      accountId: account.id,
      name: account.name,
      email: account.email,
      role: dossierMember.role,
      disabled: sql<boolean>`${account.disabledAt} is not null`,
    })
    .from(dossierMember)
    .innerJoin(account, eq(account.id, dossierMember.accountId))
    .where(eq(dossierMember.dossierId, scope.dossierId))
    .orderBy(
      sql`array_position(array['author', 'reviewer', 'stakeholder'], ${dossierMember.role})`,
      sql`lower(${account.name})`,
      asc(account.id),
    );
}

/**
 * The page for stakeholders: the code in its address is the proof, so there is no actor. It holds
 * the stellingen of the consultations of stakeholders, and nothing that anybody said.
 *
 * @throws NotFound for a wrong code and for a page that was closed; the two look the same.
 */
export async function stakeholderPageOf(typed: string): Promise<StakeholderPage> {
  const code = readCode(typed);
  if (!code) throw new NotFound();
  const db = await database();
  const [found] = await db
    .select({
      id: dossier.id,
      title: dossier.title,
      contractingAuthority: dossier.contractingAuthority,
      subject: dossier.subject,
    })
    .from(dossier)
    .where(eq(dossier.stakeholderCode, code));
  if (!found) throw new NotFound();
  const { id, ...about } = found;
  const rows = await db
    .select({
      consultationId: consultation.id,
      consultationTitle: consultation.title,
      heldOn: consultation.heldOn,
      sector: consultation.sector,
      id: statementOccurrence.id,
      number: statementOccurrence.number,
      text: statement.text,
      explanation: statement.explanation,
    })
    .from(statementOccurrence)
    .innerJoin(consultation, eq(consultation.id, statementOccurrence.consultationId))
    .innerJoin(statement, eq(statement.id, statementOccurrence.statementId))
    .where(and(eq(statementOccurrence.dossierId, id), eq(consultation.audience, "stakeholder")))
    .orderBy(
      sql`${consultation.heldOn} desc nulls last`,
      asc(consultation.title),
      asc(consultation.id),
      asc(statementOccurrence.number),
    )
    .limit(MAX_STATEMENTS);
  const consultations: StakeholderPage["consultations"] = [];
  for (const { consultationId, consultationTitle, heldOn, sector, ...put } of rows) {
    let last = consultations.at(-1);
    if (last?.id !== consultationId) {
      last = { id: consultationId, title: consultationTitle, heldOn, sector, statements: [] };
      consultations.push(last);
    }
    last.statements.push(put);
  }
  return { ...about, milestones: await milestonesOf(id), consultations };
}

/** Nobody reads more on a phone; a bound on what one open address can cost. */
const MAX_STATEMENTS = 200;
