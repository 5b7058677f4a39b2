import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database, rowsOf } from "@/db/client";
import { reviewNumbers } from "@/domain/coverage/queries";
import { setApprovals } from "@/domain/dossiers/commands";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { Conflict, Forbidden, Invalid, NotFound } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import {
  dropRequirement,
  moveRequirement,
  renumberRequirements,
  restoreRequirement,
  saveRequirement,
  setNoSourceReason,
} from "@/domain/requirements/commands";
import { getRequirement } from "@/domain/requirements/queries";
import {
  approveRequirement,
  checkOrigin,
  returnRequirement,
  sendToReview,
  takeBackReview,
} from "@/domain/review/commands";
import {
  missingApprovals,
  readyForReview,
  requirementReview,
  reviewStandings,
  rolesOfNobody,
  waitingList,
} from "@/domain/review/queries";
import { bodyOfLines } from "@/domain/text/rich-text";
import { freshDatabase } from "../database";
import { approverOf, dossierOf, memberOf, person } from "../factories/people";
import { chapterOf, requirementOf } from "../factories/requirements";

freshDatabase();

const TEXT = "De opdrachtnemer zet op elke route een vaste chauffeur in.";
const OTHER = "De opdrachtnemer zet op elke route twee vaste chauffeurs in.";

type Content = Pick<Parameters<typeof saveRequirement>[1], "title" | "kind">;

/** Saves another text, or other fields; what is not named stays as it is. */
async function rewrite(scope: ReaderScope, id: string, text?: string, more: Partial<Content> = {}) {
  const { version, lockVersion } = await getRequirement(scope, id);
  const { title, kind, body, explanation, evidence, verification } = version;
  return saveRequirement(scope, {
    ...{ requirementId: id, lockVersion, title, kind, explanation, evidence, verification },
    ...{ body: text === undefined ? body : bodyOfLines(text), reason: "" },
    ...more,
  });
}

const nOf = async (scope: ReaderScope, id: string) => (await getRequirement(scope, id)).lockVersion;
const approve = async (scope: ReaderScope, requirementId: string) =>
  approveRequirement(scope, { requirementId, n: await nOf(scope, requirementId) });
const stateOf = async (scope: ReaderScope, id: string) =>
  (await reviewStandings(scope, [id])).get(id);

/** A dossier with a requirement in review, and somebody who approves in each role. */
async function inReview() {
  const author = await dossierOf();
  const { id } = await requirementOf(author, { text: TEXT });
  await sendToReview(author, { requirementId: id });
  const lawyer = await approverOf(author, ["legal"]);
  const others = await approverOf(author, ["content", "procurement"]);
  return { author, id, lawyer, others };
}

describe("on the way to adopted", () => {
  test("a requirement is concept, in review, approved in some roles, and adopted in all", async () => {
    const author = await dossierOf();
    const { id } = await requirementOf(author, { text: TEXT });
    expect(await stateOf(author, id)).toMatchObject({ state: "draft", approved: 0 });
    const lawyer = await approverOf(author, ["legal"]);
    await expect(approve(lawyer, id)).rejects.toThrow(Invalid);
    await sendToReview(author, { requirementId: id });
    expect(await stateOf(author, id)).toMatchObject({ state: "review" });
    expect((await approve(lawyer, id)).roles).toEqual(["legal"]);
    expect(await stateOf(author, id)).toMatchObject({ state: "approved", approved: 1 });
    // Once is enough, whoever asks again.
    await expect(approve(lawyer, id)).rejects.toThrow(Invalid);
    await expect(approve(await approverOf(author, ["legal"]), id)).rejects.toThrow(Invalid);
    const others = await approverOf(author, ["content", "procurement"]);
    expect((await approve(others, id)).roles).toEqual(["content", "procurement"]);
    expect(await stateOf(author, id)).toMatchObject({ state: "adopted", approved: 3, lapsed: 0 });
    expect(await reviewNumbers(author)).toMatchObject({ total: 1, adopted: 1, missing: 0 });
    expect((await missingApprovals(author)).rows).toEqual([]);
  });

  test("what was sent back is a concept with the remark, until it is sent again", async () => {
    const { author, id, lawyer, others } = await inReview();
    await approve(others, id);
    const n = await nOf(author, id);
    await expect(returnRequirement(lawyer, { requirementId: id, n, note: " " })).rejects.toThrow(
      Invalid,
    );
    await returnRequirement(lawyer, { requirementId: id, n, note: "Welke routes?" });
    const seen = await requirementReview(author, id);
    expect(seen).toMatchObject({ state: "draft", returned: true, approved: 2 });
    expect(seen.remark).toMatchObject({ note: "Welke routes?", n });
    expect((await waitingList(author)).rows).toMatchObject([{ id, why: "returned" }]);
    // Ready is what was changed since.
    await setNoSourceReason(author, { requirementId: id, reason: "Volgt uit de wet." });
    expect(await readyForReview(author)).toEqual([]);
    await rewrite(author, id, OTHER);
    expect(await readyForReview(author)).toMatchObject([{ ready: 1 }]);
    expect(await sendToReview(author, { chapterId: "all" })).toEqual({ sent: 1, left: 0 });
    const again = await requirementReview(author, id);
    expect(again).toMatchObject({ state: "review", returned: false, remark: null });
  });

  test("who sends back no longer approves what they approved", async () => {
    const { id, lawyer } = await inReview();
    await approve(lawyer, id);
    const n = await nOf(lawyer, id);
    await returnRequirement(lawyer, { requirementId: id, n, note: "Toch niet." });
    expect(await stateOf(lawyer, id)).toMatchObject({ state: "draft", approved: 0 });
  });
});

describe("four eyes", () => {
  test("nobody approves, sends back or checks what they wrote, however long ago", async () => {
    const author = await dossierOf();
    const { id } = await requirementOf(author, { text: TEXT });
    const self = await approverOf(author, ["legal"], {
      role: "author",
      account: author.actor as Awaited<ReturnType<typeof person>>,
    });
    await sendToReview(self, { requirementId: id });
    // Another wrote the words that stand now.
    const second = await approverOf(author, ["content"], { role: "author" });
    await rewrite(second, id, OTHER);
    const n = await nOf(author, id);
    for (const scope of [self, second]) {
      const note = "Goed.";
      for (const act of [approveRequirement, checkOrigin, returnRequirement]) {
        await expect(act(scope, { requirementId: id, n, note })).rejects.toMatchObject({
          key: "review.errors.own",
        });
      }
      expect((await waitingList(scope)).rows).toMatchObject([{ id, why: "own" }]);
      const { mine } = await requirementReview(scope, id);
      expect(mine).toMatchObject({ wrote: true, roles: [], mayReturn: false, mayCheck: false });
    }
    // Dropping and restoring is not writing.
    const third = await approverOf(author, ["legal"], { role: "author" });
    await dropRequirement(third, { requirementId: id, reason: "" });
    await restoreRequirement(third, { requirementId: id, reason: "" });
    expect((await approve(third, id)).roles).toEqual(["legal"]);
  });

  test("the database refuses it too, whoever writes", async () => {
    const { author, id, lawyer } = await inReview();
    const insert = async (account: string, n: number, act = "approved") =>
      (await database()).execute(sql`insert into review_step
        (requirement_id, step, dossier_id, n, act, roles, note, account_id)
        values (${id}, 9, ${author.dossierId}, ${n}, ${act},
          ${act === "approved" ? sql`array['legal']` : sql`'{}'`}, 'x', ${account})`);
    const idOf = ({ actor }: ReaderScope) => (actor.type === "account" ? actor.id : "");
    await expect(insert(idOf(author), 1)).rejects.toThrow();
    await expect(insert(idOf(author), 1, "returned")).rejects.toThrow();
    await rewrite(author, id, OTHER);
    // What it said before.
    await expect(insert(idOf(lawyer), 1)).rejects.toThrow();
    await insert(idOf(lawyer), 2);
    const db = await database();
    await expect(db.execute(sql`delete from review_step where step = 9`)).rejects.toThrow();
    const other = await dossierOf();
    await expect(
      db.execute(sql`insert into review_step (requirement_id, step, dossier_id, n, act)
        values (${id}, 10, ${other.dossierId}, 2, 'sent')`),
    ).rejects.toThrow();
  });

  test("only who was given a role approves, and only in that one", async () => {
    const { author, id } = await inReview();
    const n = await nOf(author, id);
    const plain = await memberOf(author, "reviewer");
    const input = { requirementId: id, n, note: "Nee." };
    await expect(approveRequirement(plain, input)).rejects.toThrow(Forbidden);
    await expect(returnRequirement(plain, input)).rejects.toThrow(Forbidden);
    await expect(sendToReview(plain, { requirementId: id })).rejects.toThrow(Forbidden);
    await checkOrigin(plain, input);
    const guest = await memberOf(author, "stakeholder");
    const accountId = guest.actor.type === "account" ? guest.actor.id : "";
    await expect(setApprovals(author, { accountId, approves: ["legal"] })).rejects.toThrow(Invalid);
    await expect(checkOrigin(guest as ReaderScope, input)).rejects.toThrow(Forbidden);
    // Who had the role and lost it: what they approved stays approved.
    const account = await person();
    const lawyer = await approverOf(author, ["legal"], { account });
    await approve(lawyer, id);
    await setApprovals(author, { accountId: account.id, approves: [] });
    expect(await stateOf(author, id)).toMatchObject({ approved: 1 });
    expect((await openDossierToRead(account, author.slug)).approves).toEqual([]);
    // Another still has it; in a new dossier nobody has any.
    expect(await rolesOfNobody(author)).toEqual([]);
    const fresh = await dossierOf();
    await approverOf(fresh, ["procurement"]);
    expect(await rolesOfNobody(fresh)).toEqual(["content", "legal"]);
  });
});

describe("an approval belongs to what a requirement says", () => {
  test("it lapses by one word and by the kind, and holds again when that is put back", async () => {
    const { author, id, lawyer, others } = await inReview();
    await approve(lawyer, id);
    await approve(others, id);
    for (const change of [
      () => rewrite(author, id, OTHER),
      () => rewrite(author, id, undefined, { kind: "performance" }),
      () => rewrite(author, id, undefined, { title: "Anders" }),
    ]) {
      const before = await getRequirement(author, id);
      await change();
      expect(await stateOf(author, id)).toMatchObject({ state: "review", approved: 0, lapsed: 3 });
      const seen = await requirementReview(lawyer, id);
      expect(seen.mine).toMatchObject({ roles: ["legal"] });
      expect(seen.mine.lapsedFrom).not.toBeNull();
      expect(seen.approvals.every(({ given }) => given && !given.holds)).toBe(true);
      expect((await waitingList(lawyer)).rows).toMatchObject([{ id, why: "lapsed" }]);
      const { title, kind, bodyText } = before.version;
      await rewrite(author, id, bodyText, { title, kind });
      expect(await stateOf(author, id)).toMatchObject({ state: "adopted", lapsed: 0 });
      expect((await requirementReview(lawyer, id)).mine.lapsedFrom).toBeNull();
    }
  });

  test("moving, another code, dropping and restoring take nothing away", async () => {
    const { author, id, lawyer, others } = await inReview();
    await approve(lawyer, id);
    await approve(others, id);
    const elsewhere = await chapterOf(author, { title: "Elders" });
    await moveRequirement(author, { requirementId: id, chapterId: elsewhere, beforeId: null });
    await renumberRequirements(author, {});
    expect(await stateOf(author, id)).toMatchObject({ state: "adopted" });
    await dropRequirement(author, { requirementId: id, reason: "" });
    expect(await stateOf(author, id)).toBeUndefined();
    expect(await reviewNumbers(author)).toMatchObject({ total: 0, missing: 0 });
    await restoreRequirement(author, { requirementId: id, reason: "" });
    expect(await stateOf(author, id)).toMatchObject({ state: "adopted" });
  });

  test("who read an older text approves nothing", async () => {
    const { author, id, lawyer } = await inReview();
    const n = await nOf(author, id);
    await rewrite(author, id, OTHER);
    await expect(approveRequirement(lawyer, { requirementId: id, n })).rejects.toThrow(Conflict);
    expect(await stateOf(author, id)).toMatchObject({ approved: 0 });
  });
});

describe("the origin", () => {
  test("was checked as long as the words and the links are the same", async () => {
    const { author, id } = await inReview();
    const reader = await memberOf(author, "reviewer");
    expect((await waitingList(reader)).rows).toMatchObject([{ id, why: "origin" }]);
    const n = await nOf(author, id);
    await checkOrigin(reader, { requirementId: id, n, note: "Staat in R-3." });
    expect((await requirementReview(author, id)).check).toMatchObject({ note: "Staat in R-3." });
    expect(await waitingList(reader)).toMatchObject({ rows: [], done: 1 });
    await setNoSourceReason(author, { requirementId: id, reason: "Uit de wet." });
    expect((await requirementReview(author, id)).check).toBeNull();
    await setNoSourceReason(author, { requirementId: id, reason: null });
    expect((await requirementReview(author, id)).check).not.toBeNull();
    await rewrite(author, id, OTHER);
    expect((await requirementReview(author, id)).check).toBeNull();
  });
});

describe("taking back", () => {
  test("is for one's own steps, and for sending back only until it was sent again", async () => {
    const { author, id, lawyer, others } = await inReview();
    const { step } = await approve(lawyer, id);
    await expect(takeBackReview(others, { requirementId: id, step })).rejects.toThrow(NotFound);
    await takeBackReview(lawyer, { requirementId: id, step });
    expect(await stateOf(author, id)).toMatchObject({ state: "review", approved: 0 });
    await expect(takeBackReview(lawyer, { requirementId: id, step })).rejects.toThrow(NotFound);
    const note = "Onduidelijk.";
    const back = await returnRequirement(lawyer, { requirementId: id, n: 1, note });
    await takeBackReview(lawyer, { requirementId: id, step: back.step });
    expect(await stateOf(author, id)).toMatchObject({ state: "review", returned: false });
    const second = await returnRequirement(lawyer, { requirementId: id, n: 1, note });
    await sendToReview(author, { requirementId: id });
    await expect(takeBackReview(lawyer, { requirementId: id, step: second.step })).rejects.toThrow(
      Conflict,
    );
  });
});

test("what is ready is sent by chapter, in the order of the document, and nothing twice", async () => {
  const author = await dossierOf();
  const [first, second] = [await chapterOf(author), await chapterOf(author, { title: "Twee" })];
  const made = [];
  for (const chapterId of [first, first, second]) {
    const { id } = await requirementOf(author, { chapterId, title: `Eis ${made.length}` });
    if (made.length !== 1) await setNoSourceReason(author, { requirementId: id, reason: "Wet." });
    made.push(id);
  }
  expect((await readyForReview(author)).map(({ ready }) => ready)).toEqual([1, 1]);
  expect(await sendToReview(author, { chapterId: second })).toEqual({ sent: 1, left: 0 });
  await expect(sendToReview(author, { chapterId: second })).rejects.toThrow(Invalid);
  expect(await sendToReview(author, { chapterId: "all" })).toEqual({ sent: 1, left: 0 });
  // Without an origin it is sent by itself.
  await sendToReview(author, { requirementId: String(made[1]) });
  await expect(sendToReview(author, { requirementId: String(made[1]) })).rejects.toThrow(Invalid);
  expect(await reviewNumbers(author)).toMatchObject({ total: 3, review: 3, draft: 0, missing: 3 });
  expect(
    (await missingApprovals(author)).rows.map(({ id, missing }) => [id, missing.length]),
  ).toEqual(made.map((id) => [id, 3]));
  const lawyer = await approverOf(author, ["legal"]);
  const list = await waitingList(lawyer, { at: made[1] });
  expect(list.rows.map(({ id }) => id)).toEqual(made);
  expect(list).toMatchObject({ previous: made[0], next: made[2], counts: { approval: 3 } });
  const stranger = await dossierOf();
  await expect(sendToReview(stranger, { requirementId: String(made[0]) })).rejects.toThrow(
    NotFound,
  );
  const rows = await rowsOf(
    await database(),
    sql`select from review_step where dossier_id = ${author.dossierId}`,
  );
  expect(rows).toHaveLength(3);
});
