import { asc, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type OpenDatabase, rowsOf } from "@/db/client";
import { answer, participant } from "@/db/schema";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import type { Ask } from "@/tests/asking";
import { type Online, onlineIn } from "@/tests/factories/participation";
import { dossierOf, person, SYSTEM } from "@/tests/factories/people";
import { type DataPlace, dataPlace, serverPlace, within } from "@/tests/processes";
import { served } from "@/tests/served";
import { TestServer, testOnServer } from "@/tests/server";

// Who reacts while the server is killed: who has a receipt has sent, all of it and once, and who has none goes on.
// The load is small; `npm run bench -- --reacting` has the large one.

const PEOPLE = 24;
const AT_ONCE = 8;
/** Receipts after which a server is killed, with others under way. */
const KILLED_AFTER = 6;

/** Everybody comes from this machine. */
const LIMITS = { HERLEID_LIMITS: "1000" };

interface Newcomer {
  n: number;
  /** What their browser keeps; empty until they began. */
  cookies: string;
  /** One press of the button, sent as often as it takes. */
  key: string;
  /** What stands on their receipt; null while they have none. */
  number: string | null;
}

const newcomers = (): Newcomer[] =>
  Array.from({ length: PEOPLE }, (_, n) => ({
    n,
    cookies: "",
    key: `druk-van-${n}-en-van-niemand-anders`,
    number: null,
  }));

const wordsOf = (n: number, i: number) =>
  `Nummer ${n} zegt bij stelling ${i}: de bus komt te laat.`;

/** An ordinary browser without scripts, as far as forms go. */
function browser({ ask, address }: { ask: Ask; address: string }, { code, statements }: Online) {
  async function post(who: Newcomer, fields: Record<string, string>): Promise<string> {
    const { status, headers } = await ask(`/inbreng/${code}/insturen`, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        origin: address,
        cookie: who.cookies,
      },
      body: new URLSearchParams(fields).toString(),
    });
    expect(status).toBe(303);
    const set = (headers["set-cookie"] ?? []).map((one) => one.split(";")[0] ?? "");
    if (set.length > 0) who.cookies = set.join("; ");
    return headers.location ?? "";
  }

  /** From the beginning, or from where they were, to the receipt. */
  return async function react(who: Newcomer): Promise<void> {
    if (who.cookies === "") await post(who, { act: "begin", groupId: "" });
    for (const [i, id] of statements.entries()) {
      await post(who, {
        ...{ act: "save", go: "next", at: String(i + 1) },
        ...{ [`id.${i + 1}`]: id, [`seen.${i + 1}`]: "0", [`position.${i + 1}`]: "agree" },
        [`text.${i + 1}`]: wordsOf(who.n, i + 1),
      });
    }
    const to = await post(who, { act: "send", submissionKey: who.key });
    expect(to).toBe(`/inbreng/${code}/ontvangen`);
    const { status, body } = await ask(to, { headers: { cookie: who.cookies } });
    expect(status).toBe(200);
    // Between tags: a nonce may look like one.
    who.number = />([A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{2})</.exec(body)?.[1] ?? null;
    expect(who.number).not.toBeNull();
  };
}

/** Lets all of them react, so many at a time; who is cut off stays where they were. */
async function together(
  people: readonly Newcomer[],
  react: (who: Newcomer) => Promise<void>,
  onReceipt: (receipts: number) => void = () => {},
): Promise<void> {
  const waiting = people.filter(({ number }) => number === null);
  let receipts = 0;
  const worker = async () => {
    for (let who = waiting.shift(); who; who = waiting.shift()) {
      try {
        await react(who);
        onReceipt(++receipts);
      } catch (error) {
        // Cut off: the socket is closed. Whatever else goes wrong is told.
        if (!/socket hang up|ECONN/.test(String(error))) throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** What is there of who reacted, by their number: the words in the order of the stellingen. */
async function stored({ db }: OpenDatabase): Promise<Map<string, string[]>> {
  const rows = await db
    .select({
      number: participant.number,
      text: sql<string>`(select r.text from reaction r where r.id = ${answer.reactionId})`,
    })
    .from(answer)
    .innerJoin(participant, eq(participant.id, answer.participantId))
    .orderBy(asc(participant.number), asc(answer.asked));
  const byNumber = new Map<string, string[]>();
  for (const { number, text } of rows) {
    byNumber.set(number, [...(byNumber.get(number) ?? []), text]);
  }
  return byNumber;
}

const openOnline = (place: DataPlace) =>
  within(place, async () => onlineIn(await dossierOf(await person())));

/** That who has a receipt has all of it there, and that nobody has a part. */
async function expectStored(place: DataPlace, people: readonly Newcomer[]): Promise<number> {
  return within(place, async (opened) => {
    const there = await stored(opened);
    for (const { n, number } of people) {
      if (number) expect(there.get(number)).toEqual([wordsOf(n, 1), wordsOf(n, 2)]);
    }
    for (const words of there.values()) expect(words).toHaveLength(2);
    expect((await verifyAudit(administer(SYSTEM))).faults).toEqual([]);
    return there.size;
  });
}

test("the server is killed in the middle: every receipt is there, and everybody goes on to theirs", async () => {
  const place = await dataPlace();
  const online = await openOnline(place);
  const people = newcomers();
  const first = await served(place, LIMITS);
  await together(people, browser(first, online), (receipts) => {
    if (receipts === KILLED_AFTER) process.kill(first.server, "SIGKILL");
  });
  await first.ended;
  const had = people.filter(({ number }) => number !== null).length;
  expect(had).toBeGreaterThanOrEqual(KILLED_AFTER);
  expect(had).toBeLessThan(PEOPLE);
  await expectStored(place, people);

  const second = await served(place, LIMITS);
  await together(people, browser(second, online));
  second.child.kill("SIGTERM");
  await second.ended;
  expect(people.every(({ number }) => number !== null)).toBe(true);
  expect(new Set(people.map(({ number }) => number)).size).toBe(PEOPLE);
  expect(await expectStored(place, people)).toBe(PEOPLE);
}, 700_000);

testOnServer(
  "two servers on one database, one of them killed: who was on it goes on at the other",
  {},
  async () => {
    const server = await TestServer.start();
    const place = await serverPlace(server.address("postgres"));
    const online = await openOnline(place);
    const people = newcomers();
    const [one, other] = [await served(place, LIMITS), await served(place, LIMITS)];
    const [atOne, atOther] = [browser(one, online), browser(other, online)];
    await together(
      people,
      (who) => (who.n % 2 === 0 ? atOne(who) : atOther(who)),
      (receipts) => {
        if (receipts === KILLED_AFTER) process.kill(one.server, "SIGKILL");
      },
    );
    await expectStored(place, people);
    await together(people, atOther);
    expect(people.every(({ number }) => number !== null)).toBe(true);
    expect(await expectStored(place, people)).toBe(PEOPLE);
    const numbers = await within(place, ({ db }) =>
      rowsOf<{ n: number }>(db, sql`select number as n from reaction order by number`),
    );
    // Two servers took numbers beside each other, and no two the same.
    expect(new Set(numbers.map(({ n }) => n)).size).toBe(2 * PEOPLE);
  },
);
