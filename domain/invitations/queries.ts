import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { nameKey } from "@/db/name-key";
import { invitation, stakeholderGroup } from "@/db/schema";
import { maySeeNames } from "../dossiers/policy";
import { parseInput } from "../kernel/command";
import { Forbidden, NotFound } from "../kernel/errors";
import { uuid } from "../kernel/fields";
import { type Paged, pageOf } from "../kernel/paging";
import { query } from "../kernel/query";
import { type ReaderScope, reader } from "../kernel/scope";
import { onlineIn } from "../participation/rows";
import {
  INVITED_PAGE,
  type InvitationRow,
  type InvitationTotals,
  type InvitationWords,
  type InvitedAsked,
  type ListedPerson,
  type ListPreview,
  listInput,
  MAX_CHOSEN,
} from "./model";
import { invitationsIn, mayBeMailed, personOf, readInvited, SHOWN, wordsFor } from "./rows";
import { keptUntil } from "./rules";

/** Who is invited is for authors: others read no names. @throws Forbidden; NotFound */
async function onlyAuthors(scope: ReaderScope, consultationId: string) {
  if (!maySeeNames(scope)) throw new Forbidden();
  if (!uuid.safeParse(consultationId).success) throw new NotFound();
  const db = await database();
  const online = await onlineIn(db, scope.dossierId, consultationId);
  if (!online) throw new NotFound();
  return { db, online };
}

/** Those of a place in the list, with who they are: only of these anything is unsealed. */
async function rowsWhere(
  db: Database,
  scope: ReaderScope,
  consultationId: string,
  where: SQL | undefined,
  part?: { limit: number; offset: number },
): Promise<InvitationRow[]> {
  const found = await invitationsIn(db, scope.dossierId, consultationId, where, part);
  return found.map(({ sealed, ...row }) => ({
    ...row,
    askedAt: row.askedAt && new Date(row.askedAt).toISOString(),
    letterAt: row.letterAt && new Date(row.letterAt).toISOString(),
    remindedAt: row.remindedAt && new Date(row.remindedAt).toISOString(),
    person: personOf({ id: row.id, sealed }),
  }));
}

const within = ({ dossierId }: ReaderScope, consultationId: string) =>
  and(eq(invitation.dossierId, dossierId), eq(invitation.consultationId, consultationId));

const countOf = (where: SQL | undefined) =>
  where ? sql<number>`(count(*) filter (where ${where}))::int` : sql<number>`count(*)::int`;

/** How many were invited, how many of them in each way, and per group. Nothing is unsealed for it. */
export const invitationTotals = query(
  reader,
  async (scope: ReaderScope, consultationId: string): Promise<InvitationTotals> => {
    const { db } = await onlyAuthors(scope, consultationId);
    return totalsOf(db, scope, consultationId);
  },
);

async function totalsOf(
  db: Database,
  scope: ReaderScope,
  consultationId: string,
): Promise<InvitationTotals> {
  const here = within(scope, consultationId);
  const [counts] = await db
    .select({
      total: countOf(SHOWN.all),
      unsent: countOf(SHOWN.unsent),
      failed: countOf(SHOWN.failed),
      silent: countOf(SHOWN.silent),
      withdrawn: countOf(SHOWN.withdrawn),
      reacted: countOf(eq(invitation.reacted, true)),
    })
    .from(invitation)
    .where(here);
  if (!counts) throw new NotFound();
  const groups = await db
    .select({
      id: stakeholderGroup.id,
      name: stakeholderGroup.name,
      count: sql<number>`count(*)::int`,
      reacted: countOf(eq(invitation.reacted, true)),
    })
    .from(invitation)
    .leftJoin(stakeholderGroup, eq(stakeholderGroup.id, invitation.stakeholderGroupId))
    .where(and(here, isNull(invitation.withdrawnAt)))
    .groupBy(stakeholderGroup.id)
    .orderBy(sql`${stakeholderGroup.position} nulls last`, asc(stakeholderGroup.id));
  return { ...counts, groups };
}

/**
 * Who is invited to an online consultation, a page at a time, with how far each is. Names are sealed, so they are searched
 * here and not in the database; there are at most `MAX_INVITED`.
 *
 * @throws Forbidden for who may not see names; NotFound.
 */
export const listInvitations = query(
  reader,
  async (
    scope: ReaderScope,
    consultationId: string,
    { search = "", show = "all", page: wanted = 1 }: InvitedAsked = {},
  ): Promise<Paged<InvitationRow> & { totals: InvitationTotals; keptUntil: string | null }> => {
    const { db, online } = await onlyAuthors(scope, consultationId);
    const totals = await totalsOf(db, scope, consultationId);
    const asked = { totals, keptUntil: keptUntil(online) };
    const words = nameKey(search);
    const inPage = (total: number) => {
      const { page, pages } = pageOf(total, INVITED_PAGE, wanted);
      return { total, page, pages, offset: (page - 1) * INVITED_PAGE };
    };
    if (words === "") {
      const { offset, ...where } = inPage(show === "all" ? totals.total : totals[show]);
      const part = { limit: INVITED_PAGE, offset };
      return {
        ...asked,
        ...where,
        rows: await rowsWhere(db, scope, consultationId, SHOWN[show], part),
      };
    }
    const all = await rowsWhere(db, scope, consultationId, SHOWN[show]);
    const found = all.filter((row) => holdsWords(row, words));
    const { offset, ...where } = inPage(found.length);
    return { ...asked, ...where, rows: found.slice(offset, offset + INVITED_PAGE) };
  },
);

function holdsWords({ person, group }: InvitationRow, words: string): boolean {
  const all = [person?.name, person?.email, person?.address, group];
  return nameKey(all.filter(Boolean).join(" ")).includes(words);
}

/** Who was chosen in the list, in its order. @throws Forbidden; NotFound */
export const chosenInvitations = query(
  reader,
  async (
    scope: ReaderScope,
    consultationId: string,
    ids: readonly string[],
  ): Promise<InvitationRow[]> => {
    const { db } = await onlyAuthors(scope, consultationId);
    const wanted = inArray(invitation.id, chosen(ids));
    return rowsWhere(db, scope, consultationId, wanted);
  },
);

/** Of what stands in an address, what can be chosen. */
const chosen = (ids: readonly string[]) =>
  ids.filter((id) => uuid.safeParse(id).success).slice(0, MAX_CHOSEN);

/**
 * How many would get a mail now: of those who were chosen, or of all. Reminders go to fewer: who reacted gets none, and
 * nobody is told who that is.
 *
 * @throws Forbidden; NotFound
 */
export const mailable = query(
  reader,
  async (
    scope: ReaderScope,
    consultationId: string,
    { template, ids }: { template: "invitation" | "reminder"; ids: readonly string[] },
  ): Promise<number> => {
    const { db } = await onlyAuthors(scope, consultationId);
    const may = mayBeMailed(template, ids.length > 0 ? chosen(ids) : undefined);
    return db.$count(invitation, and(within(scope, consultationId), may));
  },
);

/** What a letter and a mail say to everybody who is invited from now on. @throws Forbidden; NotFound */
export const invitationWords = query(
  reader,
  async (
    scope: ReaderScope,
    consultationId: string,
  ): Promise<InvitationWords & { keptUntil: string | null }> => {
    const { db, online } = await onlyAuthors(scope, consultationId);
    const words = await wordsFor(db, scope.dossierId, consultationId);
    return { ...words, keptUntil: keptUntil(online) };
  },
);

/**
 * What a list of people would do, before it is done: who would be added, who is there already, and what is wrong with it,
 * line by line. Nothing of it is stored.
 *
 * @throws Forbidden; NotFound; Invalid for a list of which nothing can be done, as `addInvited`.
 */
export const previewList = query(
  reader,
  async (scope: ReaderScope, input: Record<string, unknown>): Promise<ListPreview> => {
    const asked = parseInput(listInput, input);
    const { db, online } = await onlyAuthors(scope, asked.consultationId);
    const list = await readInvited(db, scope.dossierId, asked, online);
    const { faults, fresh, moved, known, groups, seen } = list;
    const names = new Map(groups.map(({ id, name }) => [id, name]));
    const shown = ({ line, name, email, address, groupId }: ListedPerson) => ({
      line,
      name,
      email,
      address,
      group: groupId && (names.get(groupId) ?? null),
    });
    return { faults, fresh: fresh.map(shown), moved: moved.map(shown), known, seen };
  },
);
