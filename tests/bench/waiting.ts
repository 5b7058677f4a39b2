import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { askerOf, press, type Sent, sendFile } from "../asking";
import { workbookOf } from "../factories/bulk";
import { dossierOf, person } from "../factories/people";
import { minutes } from "../factories/text";
import { makePdf, PdfPage } from "../pdf";
import { p, wordFile } from "../word-file";
import type { BenchDatabase } from "./database";
import { sessionOf } from "./pages";
import { type Server, serveProduct } from "./serving";

/** How long others waited for an answer, in milliseconds. */
export interface Waits {
  p50: number;
  p99: number;
  longest: number;
  asked: number;
}

export interface WaitingResult {
  file: string;
  step: string;
  seconds: number;
  /** For the server that a file comes into, and meanwhile for one that draws the same pages and does nothing else. */
  busy: Waits;
  idle: Waits;
}

/** How often somebody who looks how far it is loads the page again. */
const LOOK_EVERY_MS = 500;

export interface WaitingSize {
  characters: number;
  pages: number;
  rows: number;
}

export const WAITING: WaitingSize = { characters: 5_000_000, pages: 300, rows: 20_000 };
/** Only to see that it runs. */
export const WAITING_QUICK: WaitingSize = { characters: 20_000, pages: 5, rows: 50 };

/**
 * What others notice of large files that come in: how long a server takes to say how it is, from sending the file until
 * it is looked at, and from adding it until it stands in the dossier.
 * @param databases two new ones, of the same engine.
 */
export async function benchWaiting(
  databases: readonly [BenchDatabase, BenchDatabase],
  size: WaitingSize = WAITING,
): Promise<WaitingResult[]> {
  const servers: Server[] = [];
  try {
    const open: Sent[] = [];
    for (const database of databases) {
      database.use();
      const author = await person();
      const { slug } = await dossierOf(author);
      const cookie = `next-auth.session-token=${await sessionOf(author.id)}`;
      const server = await serveProduct({ ...(await database.release()), HERLEID_LIMITS: "50" });
      servers.push(server);
      open.push({
        slug,
        cookie,
        address: server.address,
        port: Number(new URL(server.address).port),
      });
    }
    const [busy, idle] = open;
    if (!busy || !idle) throw new Error("two servers were to be started");
    const results: WaitingResult[] = [];
    for (const file of await filesOf(size)) results.push(...(await comesIn(file, busy, idle)));
    return results;
  } finally {
    for (const server of servers) await server.stop();
  }
}

interface Incoming {
  name: string;
  fileName: string;
  bytes: Uint8Array;
}

/** Looks at a page on both servers until it says something on the first, as somebody does who waits. */
async function look(path: string, words: RegExp, busy: Sent, idle: Sent): Promise<string> {
  for (;;) {
    const [page] = await Promise.all(
      [busy, idle].map(({ port, slug, cookie }) =>
        askerOf(port)(`/dossiers/${slug}/${path}`, { headers: { cookie } }),
      ),
    );
    if (!page || page.status !== 200) throw new Error(`${path} says ${page?.status}`);
    const said = words.exec(page.body);
    if (said) return said[1] ?? "";
    await pause(LOOK_EVERY_MS);
  }
}

async function comesIn(file: Incoming, busy: Sent, idle: Sent): Promise<WaitingResult[]> {
  const measured = async (step: string, work: () => Promise<void>) => {
    const stop = watch(busy.port, idle.port);
    const begun = performance.now();
    await work();
    const seconds = (performance.now() - begun) / 1000;
    const [busyWaits, idleWaits] = await stop();
    return { file: file.name, step, seconds, busy: waitsIn(busyWaits), idle: waitsIn(idleWaits) };
  };
  const { address, cookie, port, slug } = busy;
  const ask = askerOf(port);
  const sheet = file.fileName.endsWith(".xlsx");
  let columns = "";
  return [
    await measured("sent and looked at", async () => {
      const status = await sendFile(busy, file.fileName, file.bytes);
      if (status !== 200) throw new Error(`${file.name} was refused: ${status}`);
      const ready = sheet ? /(bronnen\/toevoegen\/[0-9a-f-]{36}\/kolommen)/ : /Voeg 1 bron toe/;
      columns = await look("bronnen/toevoegen", ready, busy, idle);
    }),
    await measured("added", async () => {
      const add = sheet
        ? { path: columns, button: "Voer" }
        : { path: "bronnen/toevoegen", button: "Voeg 1 bron" };
      const at = `/dossiers/${slug}/${add.path}`;
      const answer = await press(ask, address, at, { session: cookie, button: add.button });
      if (answer.status !== 303) throw new Error(`${file.name} was not added: ${answer.status}`);
      await look("bronnen", new RegExp(`${file.name}(?![\\s\\S]*Wordt gelezen)`), busy, idle);
    }),
  ];
}

/** Has the health of two servers asked by a process of its own. @returns what ends it and gives the waits of each. */
function watch(...ports: number[]): () => Promise<number[][]> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "tests/bench/waiter.ts", ...ports.map(String)],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    printed += part;
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  return async () => {
    child.stdin.end();
    await ended;
    return JSON.parse(printed) as number[][];
  };
}

function waitsIn(times: readonly number[] = []): Waits {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.ceil(sorted.length * part) - 1] ?? 0;
  return { p50: at(0.5), p99: at(0.99), longest: at(1), asked: sorted.length };
}

/** A Word file of so much text, a PDF of so many pages, and a spreadsheet of so many reactions. */
async function filesOf({ characters, pages, rows }: WaitingSize): Promise<Incoming[]> {
  const lines = minutes(characters).split("\n\n");
  const word = await wordFile(lines.map((line) => p(line.replace(/[&<>]/g, " "))).join(""));
  const onPages = Array.from({ length: pages }, (_, n) =>
    new PdfPage().lines(
      70,
      60,
      lines.slice(n * 45, (n + 1) * 45).map((line) => line.slice(0, 90)),
    ),
  );
  const header = ["Nummer", "Uw reactie", "Ik ben", "Datum"];
  const sheet = await workbookOf([
    {
      name: "Reacties",
      rows: [
        header,
        ...Array.from({ length: rows }, (_, n) => [
          n + 1,
          `${lines[n % lines.length]} (${n + 1})`,
          n % 2 ? "ouder" : "school",
          "4-3-2026",
        ]),
      ],
    },
  ]);
  return [
    { name: "verslag", fileName: "verslag.docx", bytes: word },
    { name: "bladzijden", fileName: "bladzijden.pdf", bytes: makePdf(onPages) },
    { name: "uitvraag", fileName: "uitvraag.xlsx", bytes: sheet.bytes },
  ];
}

/** The waits as lines of text. */
export function waitingTable(results: readonly WaitingResult[]): string {
  const shown = ({ p50, p99, longest, asked }: Waits) =>
    [p50, p99, longest].map((ms) => ms.toFixed(1).padStart(8)).join("") + String(asked).padStart(8);
  const head = ["p50", "p99", "longest", "asked"].map((word) => word.padStart(8)).join("");
  return [
    "\nhow long others wait for /api/health, in ms; beside it the same of a server that nothing comes into",
    `${"".padEnd(40)}${head}    ${head}`,
    ...results.map(
      ({ file, step, seconds, busy, idle }) =>
        `${`${file}: ${step} (${seconds.toFixed(1)} s)`.padEnd(40)}${shown(busy)}    ${shown(idle)}`,
    ),
  ].join("\n");
}
