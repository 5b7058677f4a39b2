import { and, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { nameKey } from "@/db/name-key";
import { invitation } from "@/db/schema";
import { maySeeNames } from "../dossiers/policy";
import { parseInput } from "../kernel/command";
import { Forbidden, NotFound } from "../kernel/errors";
import { uuid } from "../kernel/fields";
import { type Paged, pageOf } from "../kernel/paging";
import { query } from "../kernel/query";
import { type ReaderScope, reader } from "../kernel/scope";
import { groupsOf, onlineIn } from "../participation/rows";
import { readList } from "./formats";
import {
  INVITED_PAGE,
  type InvitationRow,
  type InvitationTotals,
  type InvitationWords,
  type InvitedAsked,
  type ListPreview,
  listInput,
} from "./model";
import { invitationsIn, personKeyOf, personOf, wordsFor } from "./rows";
import { hasFailed, isShown, mayBeReminded } from "./rules";

/** Who is invited is for authors: others read no names. @throws Forbidden; NotFound */
async function onlyAuthors(scope: ReaderScope, consultationId: string) {
  if (!maySeeNames(scope)) throw new Forbidden();
  if (!uuid.safeParse(consultationId).success) throw new NotFound();
  const db = await database();
  const online = await onlineIn(db, scope.dossierId, consultationId);
  if (!online) throw new NotFound();
  return { db, online };
}

async function rowsOfAll(scope: ReaderScope, consultationId: string): Promise<InvitationRow[]> {
  const { db } = await onlyAuthors(scope, consultationId);
  const found = await invitationsIn(db, scope.dossierId, consultationId);
  return found.map(({ sealed, ...row }) => ({
    ...row,
    askedAt: row.askedAt && new Date(row.askedAt).toISOString(),
    remindedAt: row.remindedAt && new Date(row.remindedAt).toISOString(),
    person: personOf({ id: row.id, sealed }),
  }));
}

/** How many were invited, how many of them in each way, and per group. */
function totalsOf(rows: readonly InvitationRow[]): InvitationTotals {
  const count = (of: (row: InvitationRow) => boolean) => rows.filter(of).length;
  const groups = new Map<string | null, number>();
  for (const { group, withdrawnAt } of rows) {
    if (withdrawnAt === null) groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  return {
    total: rows.length,
    unsent: count((row) => isShown(row, "unsent")),
    failed: count(hasFailed),
    silent: count((row) => isShown(row, "silent")),
    withdrawn: count((row) => isShown(row, "withdrawn")),
    reacted: count(({ reacted }) => reacted),
    letters: count(({ byMail, withdrawnAt }) => !byMail && withdrawnAt === null),
    groups: [...groups].map(([name, n]) => ({ name, count: n })),
  };
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
  ): Promise<Paged<InvitationRow> & { totals: InvitationTotals }> => {
    const all = await rowsOfAll(scope, consultationId);
    const words = nameKey(search);
    const found = all.filter((row) => isShown(row, show) && holdsWords(row, words));
    const { total, page, pages } = pageOf(found.length, INVITED_PAGE, wanted);
    const rows = found.slice((page - 1) * INVITED_PAGE, page * INVITED_PAGE);
    return { rows, total, page, pages, totals: totalsOf(all) };
  },
);

function holdsWords({ person, group }: InvitationRow, words: string): boolean {
  if (words === "") return true;
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
    const wanted = new Set(ids);
    return (await rowsOfAll(scope, consultationId)).filter(({ id }) => wanted.has(id));
  },
);

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
    const rows = await rowsOfAll(scope, consultationId);
    return rows.filter((row) => {
      if (ids.length > 0 && !ids.includes(row.id)) return false;
      if (!row.byMail || !row.person || row.withdrawnAt !== null) return false;
      if (template === "reminder") return mayBeReminded(row);
      return row.askedAt === null || (ids.length > 0 && row.mail === "failed");
    }).length;
  },
);

/** What a letter and a mail say to everybody who is invited. @throws Forbidden; NotFound */
export const invitationWords = query(
  reader,
  async (scope: ReaderScope, consultationId: string): Promise<InvitationWords> => {
    const { db } = await onlyAuthors(scope, consultationId);
    return wordsFor(db, scope.dossierId, consultationId);
  },
);

/**
 * What a list of people would do, before it is done: who would be added, who is there already, and what is wrong with it,
 * line by line. Nothing of it is stored.
 *
 * @throws Forbidden; NotFound; Invalid for a list that is too long.
 */
export const previewList = query(
  reader,
  async (scope: ReaderScope, asked: Record<string, unknown>): Promise<ListPreview> => {
    const { consultationId, list, groupId } = parseInput(listInput, asked);
    const { db } = await onlyAuthors(scope, consultationId);
    const groups = await groupsOf(db, scope.dossierId);
    const { people, faults } = readList(list, groups, groupId);
    const known = await db
      .select({ personKey: invitation.personKey })
      .from(invitation)
      .where(
        and(
          eq(invitation.dossierId, scope.dossierId),
          eq(invitation.consultationId, consultationId),
        ),
      );
    const there = new Set(known.map(({ personKey }) => personKey));
    const fresh = people.filter((person) => !there.has(personKeyOf(consultationId, person)));
    const names = new Map(groups.map(({ id, name }) => [id, name]));
    return {
      faults,
      known: people.length - fresh.length,
      fresh: fresh.map(({ groupId: id, ...person }) => ({
        ...person,
        group: id && (names.get(id) ?? null),
      })),
    };
  },
);
