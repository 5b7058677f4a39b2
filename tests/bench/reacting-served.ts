import { randomUUID } from "node:crypto";
import http from "node:http";
import { sql } from "drizzle-orm";
import { addresses } from "@/components/addresses";
import { database, rowsOf } from "@/db/client";
import { type Online, onlineIn } from "../factories/participation";
import { dossierOf } from "../factories/people";
import type { BenchDatabase } from "./database";
import { timed } from "./measure";
import {
  bareInserts,
  paceOf,
  REACTING,
  type ReactingPlan,
  type Step,
  stepLines,
  together,
} from "./reacting";
import { type Server, serveProduct } from "./serving";

/** What came of people who react over HTTP. */
export interface ServedResult {
  servers: number;
  plan: ReactingPlan;
  steps: Step[];
  /** From the first who began to the last who had a receipt. */
  ms: number;
  /** Answers that did not lead on to where that step leads: there should be none. */
  errors: number;
  /** Reactions and receipts that are there afterwards. */
  stored: { reactions: number; receipts: number };
}

/** Everybody comes from this machine. */
const LIMITS = { HERLEID_LIMITS: "1000" };

/**
 * The same newcomers as ordinary browsers, over HTTP: begin, keep each answer by itself, send. Each request goes to the next
 * server, as behind something that spreads them. Beside it a bare insert of as many rows, just before, on the same database.
 *
 * @param servers how many serve one database; of the embedded one it can be one alone.
 */
export async function benchServed(
  bench: BenchDatabase,
  servers: number,
  plan: ReactingPlan = REACTING,
): Promise<ServedResult> {
  const { people, atOnce, each } = plan;
  const texts = Array.from({ length: each }, (_, i) => `Stelling ${i + 1}: de bus komt op tijd.`);
  const online = await onlineIn(await dossierOf(), {}, texts);
  const bare = await bareInserts(await database(), people * each, atOnce);
  const env = { ...(await bench.release()), ...LIMITS };
  const serving: Server[] = [];
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });
  const steps: Step[] = ["begin", "keep one answer", `send ${each} answers`].map((name) => ({
    name,
    times: [],
  }));
  let [ms, errors, asked] = [0, 0, 0];
  try {
    for (let n = 0; n < servers; n++) serving.push(await serveProduct(env));
    const next = () => serving[asked++ % serving.length] as Server;
    // The first request of a server reads its code.
    for (const server of serving) await send(agent, server, online.code, "", { act: "forget" });
    ms = await timed(() =>
      together(people, atOnce, async () => {
        const { marks, failed } = await reactOnce(agent, next, online);
        for (const [i, times] of marks.entries()) steps[i]?.times.push(...times);
        errors += failed;
      }),
    );
  } finally {
    agent.destroy();
    for (const server of serving) await server.stop();
  }
  const [stored = { reactions: 0, receipts: 0 }] = await bench.after((db) =>
    rowsOf<ServedResult["stored"]>(
      db,
      sql`select (select count(*)::int from reaction where consultation_id = ${online.consultationId}) as reactions,
        (select count(*)::int from participant where consultation_id = ${online.consultationId}
          and sent_at is not null) as receipts`,
    ),
  );
  steps.unshift({ name: "bare insert", times: bare });
  return { servers, plan, steps, ms, errors, stored };
}

/** One newcomer. @returns the times of each step, and how often the answer led elsewhere: a refusal can be a way as well. */
async function reactOnce(agent: http.Agent, next: () => Server, { code, statements }: Online) {
  let cookies = "";
  let failed = 0;
  const post = (to: string, fields: Record<string, string>) =>
    timed(async () => {
      const answer = await send(agent, next(), code, cookies, fields);
      if (answer.status !== 303 || !answer.location.endsWith(to)) failed += 1;
      if (answer.cookies) cookies = answer.cookies;
    });
  const begin = await post(addresses.reactStatement(code, 1), { act: "begin", groupId: "" });
  const keep: number[] = [];
  for (const [i, id] of statements.entries()) {
    const n = i + 1;
    keep.push(
      // After the stellingen comes the question after them, which is passed over.
      await post(addresses.reactStatement(code, n + 1), {
        ...{ act: "save", go: "next", at: String(n) },
        ...{ [`id.${n}`]: id, [`seen.${n}`]: "0", [`position.${n}`]: "partly" },
        [`text.${n}`]: `Ik zie dat het anders gaat: ${n}. De bus komt soms te laat en dan wachten wij buiten.`,
      }),
    );
  }
  const sent = await post(addresses.reactReceipt(code), {
    act: "send",
    submissionKey: randomUUID(),
  });
  return { marks: [[begin], keep, [sent]], failed };
}

function send(
  agent: http.Agent,
  { address }: Server,
  code: string,
  cookie: string,
  fields: Record<string, string>,
): Promise<{ status: number; location: string; cookies: string }> {
  const body = new URLSearchParams(fields).toString();
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "content-length": Buffer.byteLength(body),
    origin: address,
    ...(cookie ? { cookie } : {}),
  };
  return new Promise((resolve) => {
    const asked = http.request(
      `${address}/inbreng/${code}/insturen`,
      { method: "POST", agent, headers },
      (answer) => {
        answer.resume();
        const set = answer.headers["set-cookie"] ?? [];
        const cookies = set.map((one) => one.split(";")[0]).join("; ");
        const { location = "" } = answer.headers;
        // One that was cut off ends nowhere, and is none.
        answer.once("close", () =>
          resolve({ status: answer.complete ? (answer.statusCode ?? 0) : 0, location, cookies }),
        );
      },
    );
    asked.once("error", () => resolve({ status: 0, location: "", cookies: "" }));
    asked.end(body);
  });
}

/** The measurements as lines of text. */
export function servedTable({ servers, plan, steps, ms, errors, stored }: ServedResult): string {
  const { people, atOnce, each } = plan;
  return [
    `\n${people * each} reactions by ${people} newcomers, ${atOnce} at a time, over HTTP with ${servers} ` +
      `app server${servers === 1 ? "" : "s"}; ${stored.reactions} stored, ${stored.receipts} receipts, ${errors} errors`,
    ...stepLines(steps),
    paceOf(plan, ms),
  ].join("\n");
}
