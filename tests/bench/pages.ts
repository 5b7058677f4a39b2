import http from "node:http";
import { sql } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { database, rowsOf } from "@/db/client";
import type { Role } from "@/db/vocabulary";
import { addAccount, makeSignInLink } from "@/domain/accounts/commands";
import { administer } from "@/domain/accounts/gate";
import type { Actor } from "@/domain/kernel/scope";
import { addressIn, isPage, ROUTES, readerOf } from "@/tests/e2e/routes";
import type { Place, World } from "@/tests/e2e/world";
import { type Times, timesOf } from "./measure";
import type { SizeResult } from "./run";
import { BENCH_SECRET, type Server } from "./serving";

const SYSTEM: Actor = { type: "system", name: "bench" };

/** From the design ("Speed"): any whole page. */
export const PAGE_REACH = { firstByte: 200, bytes: 400_000, compressed: 80_000 };

/** What is asked for, and as whom. */
export interface PageAddress {
  name: string;
  address: string;
  /** Value of the session cookie; null signed out. */
  session: string | null;
}

export interface PageMeasurement {
  name: string;
  status: number;
  /** From asking until the first byte of the page, and until the last. */
  firstByte: Times;
  total: Times;
  /** Of the page as it is read, and as it is sent to a browser (gzip). */
  bytes: number;
  compressed: number;
  over: (keyof typeof PAGE_REACH)[];
}

/** What there is to look at: the large dossier, and one with minutes on the workbench. */
type Made = Pick<SizeResult, "dossierId" | "workId" | "correctionLink">;

/**
 * Every page of the route table and its other faces, in the dossier of the bench: of each kind the
 * largest thing; what a reviewer may read as one too. Asked of the database before the server has it.
 *
 */
export async function pageAddresses(made: Made): Promise<PageAddress[]> {
  const { dossierId, workId } = made;
  const place = await largestIn(dossierId);
  const work = await workbenchIn(workId);
  const author = await sessionOf(await memberOf(dossierId, "author"));
  const sessions = {
    author,
    reviewer: await sessionOf(await memberOf(dossierId, "reviewer")),
    worker: await sessionOf(await memberOf(workId, "author")),
    administrator: await sessionOf(await administrator()),
  };
  const world = await worldOf(made);
  return ROUTES.filter(isPage).flatMap((route) => {
    const at = route.in === "work" ? { ...place, ...work } : place;
    const reader = readerOf(route);
    const session =
      reader === "administrator"
        ? sessions.administrator
        : reader === "nobody"
          ? null
          : route.in === "work"
            ? sessions.worker
            : sessions.author;
    const address = addressIn(route, at, world);
    const faces = (route.also?.(at) ?? []).map((query) => ({
      name: `${route.name} ${query.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…")}`,
      address: address.split("?")[0] + query,
      session,
    }));
    // A reviewer sees no names: the same page through the layer over them.
    const layered =
      session === author && route.answers.reviewer === 200
        ? [{ name: `${route.name}, without names`, address, session: sessions.reviewer }]
        : [];
    return [{ name: route.name, address, session }, ...faces, ...layered];
  });
}

/** Asks for each page, once to warm up and then `runs` times. */
export async function measurePages(
  server: Server,
  pages: PageAddress[],
  runs: number,
  onStep: (step: string) => void = () => {},
): Promise<PageMeasurement[]> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const measured: PageMeasurement[] = [];
  try {
    for (const page of pages) {
      onStep(page.name);
      const whole = await ask(server, page, agent, "identity");
      const answers: Answer[] = [];
      for (let run = 0; run < runs; run++) answers.push(await ask(server, page, agent, "gzip"));
      measured.push(measurementOf(page.name, whole, answers));
    }
  } finally {
    agent.destroy();
  }
  return measured;
}

interface Answer {
  status: number;
  firstByte: number;
  total: number;
  bytes: number;
}

function measurementOf(name: string, whole: Answer, answers: Answer[]): PageMeasurement {
  const firstByte = timesOf(answers.map((answer) => answer.firstByte));
  const compressed = Math.max(...answers.map((answer) => answer.bytes));
  const over: PageMeasurement["over"] = [];
  if (firstByte.median > PAGE_REACH.firstByte) over.push("firstByte");
  if (whole.bytes > PAGE_REACH.bytes) over.push("bytes");
  if (compressed > PAGE_REACH.compressed) over.push("compressed");
  return {
    name,
    status: whole.status,
    firstByte,
    total: timesOf(answers.map((answer) => answer.total)),
    bytes: whole.bytes,
    compressed,
    over,
  };
}

function ask(
  server: Server,
  page: PageAddress,
  agent: http.Agent,
  encoding: "identity" | "gzip",
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const cookie = page.session ? { cookie: `next-auth.session-token=${page.session}` } : {};
    const headers = { "accept-encoding": encoding, accept: "text/html", ...cookie };
    const start = performance.now();
    let firstByte = 0;
    let bytes = 0;
    const request = http.get(`${server.address}${page.address}`, { agent, headers }, (answer) => {
      answer.on("data", (part: Buffer) => {
        firstByte ||= performance.now() - start;
        bytes += part.length;
      });
      answer.once("error", reject);
      answer.once("end", () => {
        const total = performance.now() - start;
        resolve({ status: answer.statusCode ?? 0, firstByte: firstByte || total, total, bytes });
      });
    });
    request.once("error", reject);
  });
}

async function one<Row>(statement: ReturnType<typeof sql>): Promise<Row> {
  const [row] = await rowsOf<Row>(await database(), statement);
  if (!row) throw new Error("the dossier of the bench lacks what a page shows");
  return row;
}

/** Of each kind the thing with most under it. */
async function largestIn(dossierId: string): Promise<Place> {
  const row = await one<Omit<Place, "secrets">>(sql`
    with value as (
      select core_value_id as id, count(*) as words from coding
      where dossier_id = ${dossierId} and removed_at is null group by 1
    ), heaviest as (
      select l.requirement_id as id from requirement_link l join value on value.id = l.core_value_id
      where l.dossier_id = ${dossierId} and l.removed_at is null
      group by 1 order by sum(value.words) desc, 1 limit 1
    ), quoted as (
      select r.id, r.statement_id, r.consultation_id, p.id as passage, p.start_cp, p.end_cp,
        p.source_version_id as version, v.source_id as source
      from reaction r join passage p on p.id = r.passage_id
      join source_version v on v.id = p.source_version_id
      where r.dossier_id = ${dossierId} and r.statement_id is not null
      order by r.number desc limit 1
    )
    select d.slug, q.source, q.version as "sourceVersion", '' as part, q.consultation_id as consultation,
      q.statement_id as statement, q.id as reaction, q.passage, q.start_cp as "passageStart",
      q.end_cp as "passageEnd", (select id from value order by words desc, id limit 1) as "coreValue",
      '' as coding, e.chapter_id as chapter, e.id as requirement, '' as link, '' as milestone,
      (select id from stakeholder_group where dossier_id = d.id order by position limit 1) as "group"
    from dossier d, quoted q, heaviest h join requirement e on e.id = h.id
    where d.id = ${dossierId}`);
  return { ...row, secrets: [] };
}

/** The document on the workbench with most segments. */
async function workbenchIn(dossierId: string): Promise<Pick<Place, "slug" | "source">> {
  return one(sql`
    select d.slug, v.source_id as source
    from source_part p join source_version v on v.id = p.source_version_id
    join dossier d on d.id = p.dossier_id
    where p.dossier_id = ${dossierId} and p.n = 1 and p.confirmed_at is null
    order by (select count(*) from segment s where s.part_id = p.id) desc limit 1`);
}

async function memberOf(dossierId: string, role: Role): Promise<string> {
  const { id } = await one<{ id: string }>(sql`
    select account_id as id from dossier_member
    where dossier_id = ${dossierId} and role = ${role} order by account_id limit 1`);
  return id;
}

async function administrator(): Promise<string> {
  const email = `${crypto.randomUUID()}@bench.example`;
  return (await addAccount(administer(SYSTEM), { name: "Beheerder", email, kind: "administrator" }))
    .id;
}

/** The cookie of a session as `app/_lib/session-token.ts` makes it, for a server with the secret of the bench. */
export async function sessionOf(accountId: string): Promise<string> {
  const { id } = await one<{ id: string }>(sql`
    insert into session (account_id, ends_at) values (${accountId}, now() + interval '1 day')
    returning id`);
  return encode({ secret: BENCH_SECRET, token: { sub: accountId, session: id } });
}

/** What an address needs of the world besides the dossier. */
async function worldOf({ dossierId, correctionLink }: Made): Promise<World> {
  const account = await memberOf(dossierId, "author");
  const { code } = await one<{ code: string | null }>(
    sql`select stakeholder_code as code from dossier where id = ${dossierId}`,
  );
  const { token } = await makeSignInLink(administer(SYSTEM), { accountId: account });
  const link: [string, string] = ["", `http://127.0.0.1/aanmelden/${token}`];
  return {
    account,
    stakeholderCode: code ?? "geen",
    links: { stranger: link },
    example: { correctionLink },
  } as unknown as World;
}
