import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import type { ConsultedScope, ReaderScope } from "@/domain/kernel/scope";
import { beginReacting, saveDrafts, sendAnswers } from "@/domain/participation/commands";
import { openConsultation, openParticipant } from "@/domain/participation/gate";
import { onlineIn } from "../factories/participation";
import { timed } from "./measure";

/** How many people react, how many at a time, and how many reactions each sends. */
export interface ReactingPlan {
  people: number;
  atOnce: number;
  each: number;
}

export const REACTING: ReactingPlan = { people: 200, atOnce: 20, each: 10 };

/** Milliseconds of one step for each of those who took it. */
export interface Step {
  name: string;
  times: number[];
}

export interface ReactingResult {
  plan: ReactingPlan;
  steps: Step[];
  /** From the first who began to the last who had a receipt. */
  ms: number;
  /** How often somebody was seen waiting for a lock of somebody else, and for how long in all; null where nobody can. */
  waits: { seen: number; looked: number; everyMs: number } | null;
  /** Reactions that are there afterwards. */
  stored: number;
}

const LOOK_EVERY_MS = 5;

/**
 * Newcomers who react at the same time, each through the gate as a request comes: begin, keep each answer by itself,
 * send. Beside it a bare insert of as many rows by as many at a time, and the bare minimum of a receipt: one transaction.
 */
export async function benchReacting(
  scope: ReaderScope,
  plan: ReactingPlan = REACTING,
): Promise<ReactingResult> {
  const { people, atOnce, each } = plan;
  const texts = Array.from({ length: each }, (_, i) => `Stelling ${i + 1}: de bus komt op tijd.`);
  const online = await onlineIn(scope, {}, texts);
  const at = await openConsultation(online.code);
  const db = await database();
  const bare = await bareInserts(db, people * each, atOnce);
  const steps: Step[] = ["begin", "keep one answer", `send ${each} answers`].map((name) => ({
    name,
    times: [],
  }));
  const watch = await watchLocks(db);
  const ms = await timed(() =>
    together(people, atOnce, async () => {
      const marks = await reactOnce(at, online.statements);
      for (const [i, times] of marks.entries()) steps[i]?.times.push(...times);
    }),
  );
  const waits = await watch();
  const [row] = await rowsOf<{ n: number }>(
    db,
    sql`select count(*)::int as n from reaction where consultation_id = ${online.consultationId}`,
  );
  return {
    plan,
    steps: [{ name: "bare insert", times: bare }, ...steps],
    ms,
    waits,
    stored: row?.n ?? 0,
  };
}

/** One newcomer. @returns the times of each step. */
async function reactOnce(at: ConsultedScope, statements: readonly string[]): Promise<number[][]> {
  let address = "";
  const begin = await timed(async () => {
    address = (await beginReacting(at, { groupId: "" })).address;
  });
  const keep: number[] = [];
  for (const [i, statementId] of statements.entries()) {
    const text = `Ik zie dat het anders gaat: ${i}. De bus komt soms te laat en dan wachten wij buiten.`;
    keep.push(
      await timed(async () => {
        const { own } = await openParticipant(address);
        await saveDrafts(own, { answers: [{ statementId, position: "partly", text, seen: 0 }] });
      }),
    );
  }
  const send = await timed(async () => {
    const { own } = await openParticipant(address);
    await sendAnswers(own, {}, { key: randomUUID() });
  });
  return [[begin], keep, [send]];
}

/** Does something so often, so many at a time. */
export async function together(
  count: number,
  atOnce: number,
  work: () => Promise<void>,
): Promise<void> {
  let left = count;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await work();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

export async function bareInserts(db: Database, count: number, atOnce: number): Promise<number[]> {
  await db.execute(sql`create table bench_bare (id uuid primary key, text text not null)`);
  const times: number[] = [];
  await together(count, atOnce, async () => {
    times.push(
      await timed(() =>
        db.execute(
          sql`insert into bench_bare values (${randomUUID()}::uuid, 'De bus komt te laat.')`,
        ),
      ),
    );
  });
  await db.execute(sql`drop table bench_bare`);
  return times;
}

/** Looks who waits for whom, on a server; the embedded database has one connection, and nobody waits in it. */
async function watchLocks(db: Database): Promise<() => Promise<ReactingResult["waits"]>> {
  const [engine] = await rowsOf<{ several: boolean }>(
    db,
    sql`select count(*) > 1 as several from pg_stat_activity where datname = current_database()`,
  );
  if (!engine?.several) return async () => null;
  let [seen, looked, going] = [0, 0, true];
  const looking = (async () => {
    while (going) {
      const [row] = await rowsOf<{ n: number }>(
        db,
        sql`select count(*)::int as n from pg_locks where not granted`,
      );
      seen += row?.n ?? 0;
      looked += 1;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  })();
  return async () => {
    going = false;
    await looking;
    return { seen, looked, everyMs: LOOK_EVERY_MS };
  };
}

/** The measurements as lines of text. */
export function reactingTable({ plan, steps, ms, waits, stored }: ReactingResult): string {
  const { people, atOnce, each } = plan;
  return [
    `\n${people * each} reactions by ${people} newcomers, ${atOnce} at a time, without HTTP; ${stored} stored`,
    ...stepLines(steps),
    paceOf(plan, ms),
    ...(waits
      ? [
          `waiting for a lock of another: ${((waits.seen * ms) / waits.looked / people).toFixed(2)} ms a person (seen ${waits.seen} times in ${waits.looked} looks)`,
        ]
      : []),
  ].join("\n");
}

/** Each step on a line of its own, under what the columns are. */
export function stepLines(steps: readonly Step[]): string[] {
  const shown = (value: number) => value.toFixed(1).padStart(8);
  const at = (times: readonly number[], part: number) => {
    const sorted = [...times].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? 0;
  };
  return [
    `${"ms".padEnd(20)}${["p50", "p95", "p99", "most"].map((one) => one.padStart(8)).join("")}`,
    ...steps.map(
      ({ name, times }) =>
        name.padEnd(20) + [0.5, 0.95, 0.99, 1].map((part) => shown(at(times, part))).join(""),
    ),
  ];
}

/** How many were kept and sent in a second. */
export const paceOf = ({ people, each }: ReactingPlan, ms: number): string =>
  `${Math.round(((people * each) / ms) * 1000)} reactions a second, kept and sent (${Math.round(ms)} ms in all)`;
