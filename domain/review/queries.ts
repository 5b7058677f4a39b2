import { type SQL, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { APPROVAL_ROLES, type ApprovalRole } from "@/db/vocabulary";
import { NotFound } from "../kernel/errors";
import { type Paged, pageOf } from "../kernel/paging";
import { query } from "../kernel/query";
import { actorAccountId, type ReaderScope, reader } from "../kernel/scope";
import {
  type MissingApproval,
  REVIEW_PAGE_SIZE,
  type ReadyChapter,
  type RequirementReview,
  type ReviewLine,
  type ReviewStanding,
  WAITS,
  type WaitingPage,
  type WaitingRow,
  type Waits,
} from "./model";
import { mayApprove, mayCheckOrigin, maySend } from "./policy";
import { readyOnes, standingOf, wroteOf } from "./rows";
import { approvalsOf, lastOwn } from "./rules";

/** Of requirements how far each is; dropped ones are left out. */
export const reviewStandings = query(
  reader,
  async (scope: ReaderScope, ids: readonly string[]): Promise<Map<string, ReviewStanding>> => {
    if (ids.length === 0) return new Map();
    const rows = await rowsOf<ReviewStanding & { id: string }>(
      await database(),
      sql`select requirement_id as id, state, returned, approved, lapsed from requirement_review
        where dossier_id = ${scope.dossierId} and requirement_id in (
          select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`,
    );
    return new Map(rows.map(({ id, ...standing }) => [id, standing]));
  },
);

/** All requirements that are in review or were sent back, with why each is in the list of who reads; null: it is done. */
function waitingOf(scope: ReaderScope): SQL {
  const me = sql`${actorAccountId(scope.actor)}::uuid`;
  const roles = sql`array(select jsonb_array_elements_text(${JSON.stringify(scope.approves)}::text::jsonb))`;
  return sql`
    select one.*, case
        when state = 'draft' then case when ${maySend(scope)} and returned then 'returned' end
        when wrote then case when cardinality(roles) > 0 then 'own' end
        when cardinality(roles) > 0 then case when lapsed_own then 'lapsed' else 'approval' end
        when not checked and ${mayCheckOrigin(scope)} then 'origin' end as why
    from (
      select r.id, r.code, r.position, c.position as chapter, w.state, w.returned,
        array(select role from unnest(${roles}) as mine(role) where not exists (
          select from given_approval g where g.requirement_id = r.id and g.role = mine.role and g.holds)) as roles,
        exists (select from requirement_author q
          where q.requirement_id = r.id and q.account_id = ${me}) as wrote,
        exists (select from given_approval g
          where g.requirement_id = r.id and g.account_id = ${me} and not g.holds) as lapsed_own,
        exists (select from standing_check k where k.requirement_id = r.id) as checked
      from requirement_review w
      join requirement r on r.id = w.requirement_id
      join chapter c on c.id = r.chapter_id
      where w.dossier_id = ${scope.dossierId} and (w.state <> 'draft' or w.returned)
    ) one`;
}

/**
 * What waits for who reads: what was sent back to its writers, what changed after they approved it, what they are asked to
 * approve, origins to check, and what another must approve. In that order, and then in that of the document.
 *
 * @param at the requirement that is read: the page with it is given, unless `page` asks for another.
 */
export const waitingList = query(
  reader,
  async (
    scope: ReaderScope,
    { page: wanted, at }: { page?: number; at?: string | null } = {},
  ): Promise<WaitingPage> => {
    const db = await database();
    const all = await rowsOf<{ id: string; why: Waits | null; roles: ApprovalRole[] }>(
      db,
      sql`select id, why, roles from (${waitingOf(scope)}) w
        order by array_position(array[${sql.raw(WAITS.map((why) => `'${why}'`).join(", "))}], why),
          chapter, position`,
    );
    const waiting = all.filter((row) => row.why !== null);
    const place = waiting.findIndex(({ id }) => id === at);
    const here = Math.floor(Math.max(0, place) / REVIEW_PAGE_SIZE) + 1;
    const paged = pageOf(waiting.length, REVIEW_PAGE_SIZE, wanted ?? here);
    const from = (paged.page - 1) * REVIEW_PAGE_SIZE;
    const shown = waiting.slice(from, from + REVIEW_PAGE_SIZE);
    const named = await rowsOf<Pick<WaitingRow, "id" | "code" | "title" | "kind">>(
      db,
      sql`select r.id, r.code, v.title, v.kind from requirement r
        join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
        where r.dossier_id = ${scope.dossierId} and r.id in (
          select value::uuid from jsonb_array_elements_text(
            ${JSON.stringify(shown.map(({ id }) => id))}::text::jsonb))`,
    );
    const byId = new Map(named.map((row) => [row.id, row]));
    const count = (why: Waits) => waiting.filter((row) => row.why === why).length;
    return {
      ...paged,
      rows: shown.flatMap(({ id, why, roles }) => {
        const row = byId.get(id);
        return row && why ? [{ ...row, why, roles }] : [];
      }),
      counts: {
        ...{ returned: count("returned"), lapsed: count("lapsed"), approval: count("approval") },
        ...{ origin: count("origin"), own: count("own") },
      },
      done: all.length - waiting.length,
      previous: waiting[place < 0 ? -1 : place - 1]?.id ?? null,
      // Of one that is done, what comes next is what still waits first.
      next: waiting[place + 1]?.id ?? null,
    };
  },
);

/** How far one requirement is and what who reads may do about it. @throws NotFound for one that was dropped, too. */
export const requirementReview = query(
  reader,
  async (scope: ReaderScope, requirementId: string): Promise<RequirementReview> => {
    const db = await database();
    const [found] = await rowsOf<{ n: number }>(
      db,
      sql`select lock_version as n from requirement
        where id = ${requirementId} and dossier_id = ${scope.dossierId} and dropped_at is null`,
    );
    const standing = found && (await standingOf(db, requirementId));
    if (!standing) throw new NotFound();
    const steps = await rowsOf<ReviewLine & { mine: boolean; takesBack: number | null }>(
      db,
      sql`select s.step, s.act, s.n, s.roles, s.note, a.name as by, s.created_at as at,
          s.takes_back as "takesBack", coalesce(s.account_id = ${actorAccountId(scope.actor)}, false) as mine,
          s.act <> 'takenBack' and not exists (select from live_review_step l
            where l.requirement_id = s.requirement_id and l.step = s.step) as "takenBack"
        from review_step s left join account a on a.id = s.account_id
        where s.requirement_id = ${requirementId} order by s.step desc`,
    );
    const given = await rowsOf<{ step: number; role: ApprovalRole; holds: boolean }>(
      db,
      sql`select step, role, holds from given_approval
        where requirement_id = ${requirementId} order by step desc`,
    );
    const [checked] = await rowsOf<{ step: number }>(
      db,
      sql`select step from standing_check where requirement_id = ${requirementId}
        order by step desc limit 1`,
    );
    const approvals = approvalsOf(given, steps);
    const wrote = await wroteOf(db, scope, requirementId);
    const judges = !wrote && standing.state !== "draft";
    const roles = APPROVAL_ROLES.filter(
      (role) =>
        scope.approves.includes(role) &&
        !approvals.some((one) => one.role === role && one.given?.holds),
    );
    const own = new Set(steps.filter(({ mine }) => mine).map(({ step }) => step));
    const mine = given.filter(({ step }) => own.has(step));
    const lineOf = (step: number | undefined): ReviewLine | null => {
      const line = steps.find((one) => one.step === step);
      return line ? told(line) : null;
    };
    return {
      ...standing,
      requirementId,
      n: found.n,
      approvals,
      remark: standing.returned
        ? lineOf(steps.find(({ act, takenBack }) => act === "returned" && !takenBack)?.step)
        : null,
      check: lineOf(checked?.step),
      steps: steps.map(told),
      mine: {
        wrote,
        roles: judges && mayApprove(scope) ? roles : [],
        mayReturn: judges && mayApprove(scope),
        mayCheck: judges && mayCheckOrigin(scope),
        undo: mayCheckOrigin(scope) ? lastOwn(steps) : null,
        lapsedFrom:
          mine.some(({ holds }) => holds) || mine[0] === undefined
            ? null
            : (steps.find(({ step }) => step === mine[0]?.step)?.n ?? null),
      },
    };
  },
);

function told({ step, act, n, roles, note, by, at, takenBack }: ReviewLine): ReviewLine {
  return { step, act, n, roles, note, by, at: new Date(at).toISOString(), takenBack };
}

/** The chapters with how many requirements of each are ready to be sent to review. */
export const readyForReview = query(reader, async (scope: ReaderScope): Promise<ReadyChapter[]> => {
  return rowsOf<ReadyChapter>(
    await database(),
    sql`select c.id, c.position as number, c.title, count(*)::int as ready
        from (${readyOnes} and r.dossier_id = ${scope.dossierId}) one
        join chapter c on c.id = one.chapter_id
        group by c.id order by c.position`,
  );
});

/** Which roles nobody has who can sign in: an approval in those cannot be given. */
export const rolesOfNobody = query(reader, async (scope: ReaderScope): Promise<ApprovalRole[]> => {
  const held = await rowsOf<{ role: ApprovalRole }>(
    await database(),
    sql`select distinct unnest(m.approves) as role from dossier_member m
      join account a on a.id = m.account_id
      where m.dossier_id = ${scope.dossierId} and a.disabled_at is null`,
  );
  const has = new Set(held.map(({ role }) => role));
  return APPROVAL_ROLES.filter((role) => !has.has(role));
});

/**
 * Requirements that are not adopted, in the order of the document, with the roles in which what they say now is not approved:
 * what stands between them and publication. `total` is `reviews.missing` of the numbers of a dossier.
 */
export const missingApprovals = query(
  reader,
  async (scope: ReaderScope, page?: number): Promise<Paged<MissingApproval>> => {
    const size = REVIEW_PAGE_SIZE;
    const db = await database();
    const [counted] = await rowsOf<{ total: number }>(
      db,
      sql`select count(*)::int as total from requirement_review
        where dossier_id = ${scope.dossierId} and state <> 'adopted'`,
    );
    const paged = pageOf(counted?.total ?? 0, size, page);
    const rows = await rowsOf<MissingApproval>(
      db,
      sql`select r.id, r.code, v.title, w.state,
          array(select role from unnest(array[${sql.raw(APPROVAL_ROLES.map((role) => `'${role}'`).join(", "))}])
            as needed(role) where not exists (select from given_approval g
              where g.requirement_id = r.id and g.role = needed.role and g.holds)) as missing
        from requirement_review w
        join requirement r on r.id = w.requirement_id
        join chapter c on c.id = r.chapter_id
        join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
        where w.dossier_id = ${scope.dossierId} and w.state <> 'adopted'
        order by c.position, r.position limit ${size} offset ${(paged.page - 1) * size}`,
    );
    return { ...paged, rows };
  },
);
