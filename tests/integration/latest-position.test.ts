import fc from "fast-check";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { POSITIONS, type Position } from "@/db/vocabulary";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import { numbers } from "@/domain/coverage/queries";
import { Invalid, NotFound } from "@/domain/kernel/errors";
import type { ParticipantScope, ReaderScope } from "@/domain/kernel/scope";
import {
  divideReaction,
  placeReactions,
  refuseReaction,
  undoModeration,
  uniteReaction,
} from "@/domain/moderation/commands";
import type { QueueRow } from "@/domain/moderation/model";
import { divisibleReaction, moderationQueue } from "@/domain/moderation/queries";
import {
  endOnline,
  saveDrafts,
  sendAnswers,
  withdrawAnswers,
} from "@/domain/participation/commands";
import { openConsultation } from "@/domain/participation/gate";
import {
  closedResults,
  consultationOverview,
  followed,
  ownAnswers,
} from "@/domain/participation/queries";
import { searchReactions } from "@/domain/reactions/queries";
import { consultationReport, roomScreen } from "@/domain/room/queries";
import { showOutside } from "@/domain/statements/commands";
import { getStatement } from "@/domain/statements/queries";
import { outsideOf } from "@/domain/statements/rows";
import { freshDatabase } from "../database";
import { type Online, onlineIn, participantIn } from "../factories/participation";
import { dossierOf, SYSTEM } from "../factories/people";

freshDatabase();

const PEOPLE = 3;
const STATEMENTS = 2;

/** What happens in a consultation, one after the other: by whom, to which stelling. */
type Event =
  | { kind: "send"; who: number; to: number; position: Position | null; worded: boolean }
  | { kind: "withdraw"; who: number }
  | { kind: "place" | "refuse"; pick: number }
  | { kind: "divide" | "unite"; pick: number }
  | { kind: "undo"; pick: number };

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("send" as const),
      who: fc.nat(PEOPLE - 1),
      to: fc.nat(STATEMENTS - 1),
      position: fc.constantFrom(...POSITIONS, null),
      worded: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("withdraw" as const), who: fc.nat(PEOPLE - 1) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom("place" as const, "refuse" as const),
      pick: fc.nat(20),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom("divide" as const, "divide" as const, "unite" as const),
      pick: fc.nat(20),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("undo" as const), pick: fc.nat(20) }) },
);

/** What stands of one person to one stelling: told from the events alone. */
interface Standing {
  who: number;
  to: number;
  position: Position | null;
  text: string;
  state: "waiting" | "placed" | "refused";
  /** Into how many parts it was divided; 1 for none. */
  parts: number;
}

/** What happened so far, and what follows from it. */
class Replay {
  readonly standing = new Map<string, Standing>();
  /** Of whom words were not placed, and none since. */
  private readonly looked = new Set<string>();
  /** What was decided: on what, from what to what; the last one of each can be undone. */
  readonly acts: {
    id: string;
    of: Standing;
    before: Standing["state"];
    after: Standing["state"];
  }[] = [];
  private readonly last = new Map<Standing, string>();

  constructor(private readonly before: boolean) {}

  send(who: number, to: number, position: Position | null, text: string): void {
    const key = `${who}.${to}`;
    const now = this.standing.get(key);
    if (position === null && text === "") {
      this.standing.delete(key);
      return;
    }
    if (now && now.position === position && now.text === text) return;
    const first = this.before || now?.state === "waiting" || this.looked.has(key);
    const state: Standing["state"] = first && text !== "" ? "waiting" : "placed";
    // Other words are whole again.
    const told = { position, text, state, parts: now?.text === text ? now.parts : 1 };
    if (now) Object.assign(now, told);
    else this.standing.set(key, { who, to, ...told });
  }

  withdraw(who: number): void {
    for (const [key, one] of this.standing) if (one.who === who) this.standing.delete(key);
  }

  decide(of: Standing, state: Standing["state"], id: string): void {
    this.acts.push({ id, of, before: of.state, after: state });
    this.set(of, state, id);
  }

  private set(of: Standing, state: Standing["state"], id: string): void {
    of.state = state;
    this.last.set(of, id);
    if (state === "refused") this.looked.add(`${of.who}.${of.to}`);
    if (state === "placed") this.looked.delete(`${of.who}.${of.to}`);
  }

  /** Whether an act can be taken back; then it is. */
  undo({ id, of, before, after }: Replay["acts"][number]): boolean {
    const stands = this.standing.get(`${of.who}.${of.to}`) === of;
    if (!stands || of.state !== after || this.last.get(of) !== id) return false;
    this.set(of, before, `undone ${id}`);
    return true;
  }

  /** How many people said what to a stelling, by their latest position that counts. */
  counts(to: number) {
    const placed = [...this.standing.values()].filter(
      (one) => one.to === to && one.state === "placed",
    );
    const positions: Partial<Record<Position, number>> = {};
    for (const { position } of placed) {
      positions[position ?? "none"] = (positions[position ?? "none"] ?? 0) + 1;
    }
    const total = placed.reduce((sum, { parts }) => sum + parts, 0);
    // Who only wrote chose nothing: outside it is not said that they had no opinion.
    const chosen = { agree: 0, partly: 0, disagree: 0, none: 0 };
    for (const { position } of placed) if (position) chosen[position]++;
    return { total, answers: placed.length, positions, chosen };
  }

  people(): number {
    const placed = [...this.standing.values()].filter(({ state }) => state === "placed");
    return new Set(placed.map(({ who }) => who)).size;
  }
}

/** Reactions that somebody can decide on, as they are read now. */
async function decidable(scope: ReaderScope, consultationId: string): Promise<QueueRow[]> {
  const shows = await Promise.all(
    (["waiting", "placed", "refused"] as const).map((show) =>
      moderationQueue(scope, consultationId, { show }),
    ),
  );
  return shows.flatMap(({ rows }) => rows).sort((a, b) => a.number - b.number);
}

async function happen(
  replay: Replay,
  { scope, online, people }: { scope: ReaderScope; online: Online; people: ParticipantScope[] },
  told: Event,
  n: number,
): Promise<void> {
  const { consultationId } = online;
  if (told.kind === "send") {
    const { who, to, position } = told;
    const own = people[who] as ParticipantScope;
    const text = told.worded ? `Reactie ${who}.${to} voor keer ${n}. Ook dit. En dat.` : "";
    const { drafts, answers } = await ownAnswers(own);
    const statementId = online.statements[to] ?? "";
    const seen = drafts.find((one) => one.statementId === statementId)?.n ?? 0;
    await saveDrafts(own, { answers: [{ statementId, position, text, seen }] });
    const stands = answers.some((one) => one.state !== "withdrawn");
    // Who sent nothing and says nothing has nothing to send.
    if (!stands && position === null && text === "") return;
    await sendAnswers(own, {});
    return replay.send(who, to, position, text);
  }
  if (told.kind === "withdraw") {
    await withdrawAnswers(people[told.who] as ParticipantScope, {});
    return replay.withdraw(told.who);
  }
  if (told.kind === "undo") {
    const act = replay.acts[told.pick % Math.max(replay.acts.length, 1)];
    if (!act) return;
    const undone = undoModeration(scope, { consultationId, actId: act.id });
    if (replay.undo(act)) await undone;
    else await expect(undone).rejects.toBeInstanceOf(Invalid);
    return;
  }
  const rows = await decidable(scope, consultationId);
  const row = rows[told.pick % Math.max(rows.length, 1)];
  if (!row) return;
  const of = [...replay.standing.values()].find(({ text }) => text === row.text);
  if (!of) throw new Error(`nobody wrote ${row.text}`);
  expect(row.state).toBe(of.state);
  if (told.kind === "divide") {
    const found = await divisibleReaction(scope, row.reactionId);
    expect(found === null).toBe(of.state === "refused" || of.parts > 1);
    if (!found) return;
    const places = found.pieces.slice(1).map(({ start }) => String(start));
    const cuts = told.pick % 2 ? places : places.slice(0, 1);
    await divideReaction(scope, { consultationId, seen: found.seen, cuts });
    of.parts = cuts.length + 1;
    return;
  }
  if (told.kind === "unite") {
    const united = uniteReaction(scope, { reactionId: row.reactionId });
    if (of.parts > 1) await united;
    else await expect(united).rejects.toBeInstanceOf(NotFound);
    of.parts = 1;
    return;
  }
  if (told.kind === "refuse") {
    const input = { consultationId, seen: row.seen, reason: "offTopic" as const, note: "" };
    replay.decide(of, "refused", (await refuseReaction(scope, input)).actId);
  } else if (row.state !== "placed") {
    const placed = await placeReactions(scope, { consultationId, seen: [row.seen] });
    replay.decide(of, "placed", placed.actId);
  }
}

/** What who follows, who looks at the screen in the room, who reads its report and who took part are told. */
async function expectShownTo(
  { scope, online }: { scope: ReaderScope; online: Online },
  told: readonly ReturnType<Replay["counts"]>[],
  people: number,
): Promise<void> {
  const { consultationId } = online;
  const sum = ({ agree, partly, disagree, none }: Record<Position, number>) =>
    agree + partly + disagree + none;
  const chosen = told.map((one) => sum(one.chosen));
  const followers = await followed(scope, consultationId);
  expect(followers?.people).toBe(people);
  expect(followers?.statements).toMatchObject(
    told.map((one, to) => ({ positions: one.chosen, total: chosen[to], answers: one.answers })),
  );
  const screen = await roomScreen(scope, consultationId);
  expect(screen?.voted).toBe(chosen[screen?.shown ?? 0]);
  const report = await consultationReport(scope, consultationId);
  expect(report.people).toBe(people);
  for (const { statement, results } of report.parts.filter((part) => part.statement)) {
    const shown = results.reduce((all, one) => all + one.people, 0);
    expect(shown).toBe(chosen[(statement?.number ?? 0) - 1]);
  }
  const at = () => openConsultation(online.code);
  expect(await closedResults(await at())).toBeNull();
  await endOnline(scope, { consultationId, lockVersion: followers?.lockVersion });
  // Of three people it is not said what they think, only how many they are.
  expect([...((await closedResults(await at())) ?? [])].map(([, one]) => one)).toEqual(
    chosen.map((total) => ({ total, positions: null, earlier: 0 })),
  );
  // What is not shown any more was voted on all the same.
  const { seen } = await outsideOf(await database(), scope.dossierId, consultationId);
  await showOutside(scope, { consultationId, shown: "nothing", seen });
  const hidden = await consultationReport(scope, consultationId);
  const voted = (parts: typeof report.parts) =>
    parts.flatMap(({ statement, people: votes }) =>
      statement && votes > 0 ? [[statement.number, votes]] : [],
    );
  expect(voted(hidden.parts)).toEqual(voted(report.parts));
  expect((await followed(scope, consultationId))?.statements).toMatchObject(
    told.map((one) => ({ positions: one.chosen, answers: one.answers })),
  );
  expect([...((await closedResults(await at())) ?? [])]).toEqual([]);
}

test("what is counted is the latest position of each person, whatever was changed, taken back, decided and divided", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("before" as const, "after" as const),
      fc.array(event, { minLength: 8, maxLength: 24 }),
      async (moderation, events) => {
        const scope = await dossierOf();
        const online = await onlineIn(scope, { moderation, others: "afterOwn" });
        const people: ParticipantScope[] = [];
        for (let who = 0; who < PEOPLE; who++) people.push((await participantIn(online)).own);
        const replay = new Replay(moderation === "before");
        for (const [n, told] of events.entries()) {
          await happen(replay, { scope, online, people }, told, n);
        }
        const shown = await consultationOverview(scope, online.consultationId);
        const told = online.statements.map((_, to) => replay.counts(to));
        const total = told.reduce((sum, one) => sum + one.total, 0);
        const answers = told.reduce((sum, one) => sum + one.answers, 0);
        expect(shown).toMatchObject({ answers, participants: replay.people() });
        expect((await numbers(scope))["reactions.total"]).toBe(total);
        expect((await searchReactions(scope)).total).toBe(total);
        for (const [to, statementId] of online.statements.entries()) {
          const { counts } = await getStatement(scope, statementId);
          expect(counts).toMatchObject({
            total: told[to]?.total,
            positions: told[to]?.positions,
          });
          expect(Object.keys(counts.positions).sort()).toEqual(
            Object.keys(told[to]?.positions ?? {}).sort(),
          );
          expect(shown?.statements.find((one) => one.statementId === statementId)?.answers).toBe(
            told[to]?.answers,
          );
        }
        await expectShownTo({ scope, online }, told, replay.people());
      },
    ),
    { numRuns: 12 },
  );
  expect((await verifyAudit(administer(SYSTEM))).faults).toEqual([]);
});
