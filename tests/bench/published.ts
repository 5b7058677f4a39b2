import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { sql } from "drizzle-orm";
import { addresses } from "@/components/addresses";
import { database } from "@/db/client";
import { sha256 } from "@/db/hash";
import { editionToAdopt, publishEdition } from "@/domain/editions/commands";
import { compareEditionsJob } from "@/domain/editions/jobs";
import { verifyEdition } from "@/domain/editions/rules";
import { editionFolder, type SitePage, sitePath } from "@/domain/editions/rules/site";
import { adopted, fileText, personalDataReleased } from "../factories/editions";
import type { Size } from "./contents";
import type { BenchDatabase } from "./database";
import { buildDossier } from "./dossier";
import { timed } from "./measure";
import { measurePages, type PageMeasurement } from "./pages";
import { together } from "./reacting";
import { type Server, serveProduct } from "./serving";
import { ms } from "./table";

export const PUBLISHED: Size = { requirements: 5_000, reactions: 100_000 };
/** To see that it runs; its times say nothing. */
export const PUBLISHED_QUICK: Size = { requirements: 40, reactions: 200 };

/** From the issue: the first page. */
const REACH = { firstByte: 200, bytes: 200_000 };
/** Who read at the same time, and how many pages in all. */
const LOAD = { atOnce: 20, pages: 1_000 };
const RUNS = 9;

interface Load {
  /** Pages in a second, of a server of ours and of one that sends the same bytes from files. */
  product: number;
  files: number;
  errors: number;
}

/** What an edition of one size costs: milliseconds, bytes, and pages over HTTP. */
export interface PublishedResult {
  size: Size;
  preview: number;
  adopt: number;
  /** The longest turn of the thread while it was adopted: for so long nobody else is answered. */
  turn: number;
  /** Comparing it with the one before it, in the background, and the first page as it is asked for first after a start. */
  compare: number;
  firstHome: number;
  write: number;
  verify: number;
  fileBytes: number;
  pages: PageMeasurement[];
  load: Load;
}

/**
 * Adopts a dossier of this size, publishes it, checks its file, and serves it: each page by itself, and twenty readers at once
 * beside a server that sends the same answers from files in the same run.
 */
export async function benchPublished(
  bench: BenchDatabase,
  size: Size,
  onStep: (step: string) => void = () => {},
): Promise<PublishedResult> {
  onStep("building");
  const { scope } = await buildDossier(size);
  await (await database()).execute(sql`vacuum (analyze)`);
  await personalDataReleased(scope);
  onStep("adopting");
  const preview = await timed(() => editionToAdopt(scope));
  let edition = await adopted(scope);
  await publishEdition(scope, { editionId: edition.id });
  onStep("adopting another one");
  const turns = monitorEventLoopDelay({ resolution: 5 });
  turns.enable();
  const adopt = await timed(async () => {
    edition = await adopted(scope);
  });
  turns.disable();
  await publishEdition(scope, { editionId: edition.id });
  const compare = await timed(() =>
    compareEditionsJob.run({ dossierId: scope.dossierId }, new AbortController().signal),
  );
  onStep("checking");
  let text = "";
  const write = await timed(async () => {
    text = await fileText(scope, edition.number);
  });
  const verify = await timed(async () => {
    const { state } = verifyEdition(JSON.parse(text), sha256);
    if (state !== "whole") throw new Error(`the edition is ${state}`);
  });
  const fileBytes = Buffer.byteLength(text);
  const base = addresses.published(scope.slug, editionFolder(edition.number));
  const pages = pagesOf(text).map(({ name, page }) => ({
    ...{ name, session: null },
    address: [base, sitePath(page)].filter(Boolean).join("/"),
  }));
  const product = await serveProduct({ ...(await bench.release()), HERLEID_LIMITS: "1000" });
  try {
    const firstHome = await timed(() => bodyOf(`${product.address}${base}`));
    onStep("pages");
    const measured = await measurePages(product, pages, RUNS);
    onStep("readers");
    const load = await loadOf(
      product,
      pages.map(({ address }) => address),
    );
    return {
      ...{ size, preview, adopt, turn: turns.max / 1e6, compare, firstHome },
      ...{ write, verify, fileBytes, pages: measured, load },
    };
  } finally {
    await product.stop();
  }
}

/** A page of each kind. */
function pagesOf(text: string): { name: string; page: SitePage }[] {
  const { content } = JSON.parse(text) as { content: Record<string, { key: string }[]> };
  const key = (section: string) => content[section]?.[0]?.key ?? "";
  return [
    { name: "home", page: { kind: "home" } },
    { name: "programme", page: { kind: "programme" } },
    { name: "chapter", page: { kind: "chapter", key: key("chapters"), page: 1 } },
    { name: "requirement", page: { kind: "requirement", key: key("requirements") } },
    { name: "kernwaarden", page: { kind: "coreValues" } },
    { name: "kernwaarde", page: { kind: "coreValue", key: key("coreValues"), page: 1 } },
    { name: "reactions", page: { kind: "reactions", filter: {}, page: 1 } },
    { name: "source", page: { kind: "source", key: key("sources"), page: 1 } },
    { name: "search", page: { kind: "search", words: "chauffeur" } },
  ];
}

/** The same pages to as many readers, from the product and then from files with the same bytes. A search is in no folder. */
async function loadOf(product: Server, all: readonly string[]): Promise<Load> {
  const asked = all.filter((address) => !address.includes("?q="));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "herleid-bench-files-"));
  const files = await filesOf(product, asked, folder);
  let errors = 0;
  const pace = async ({ address: origin }: Pick<Server, "address">) => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: LOAD.atOnce });
    let n = 0;
    const took = await timed(() =>
      together(LOAD.pages, LOAD.atOnce, async () => {
        const address = asked[n++ % asked.length] ?? "";
        if ((await bodyOf(`${origin}${address}`, agent)) === null) errors++;
      }),
    );
    agent.destroy();
    return (LOAD.pages * 1000) / took;
  };
  try {
    return { product: await pace(product), files: await pace(files), errors };
  } finally {
    await files.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** A server that sends files and does nothing else. */
async function filesOf(product: Server, asked: readonly string[], folder: string): Promise<Server> {
  const names = new Map<string, string>();
  for (const [n, address] of asked.entries()) {
    const body = await bodyOf(`${product.address}${address}`);
    if (body === null) throw new Error(`${address} is not there`);
    const file = path.join(folder, `${n}.html`);
    fs.writeFileSync(file, body);
    names.set(address, file);
  }
  const server = http.createServer((request, response) => {
    const file = names.get(request.url ?? "");
    response.writeHead(file ? 200 : 404, { "content-type": "text/html; charset=utf-8" });
    if (file) fs.createReadStream(file).pipe(response);
    else response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What an address answers with 200; null for anything else. */
function bodyOf(url: string, agent?: http.Agent): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const request = http.get(url, { agent }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.once("error", () => resolve(null));
      answer.once("end", () => resolve(answer.statusCode === 200 ? Buffer.concat(parts) : null));
    });
    request.once("error", () => resolve(null));
  });
}

export function publishedTable(result: PublishedResult): string {
  const { size, preview, adopt, turn, compare, firstHome } = result;
  const { write, verify, fileBytes, pages, load } = result;
  const kb = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
  return [
    `\nAn edition of ${size.requirements.toLocaleString("en")} requirements and ${size.reactions.toLocaleString("en")} reactions`,
    `the page of adopting ${ms(preview)}, adopting ${ms(adopt)}; its file of ${Math.round(fileBytes / 1e6)} MB written in ${ms(write)}, checked in ${ms(verify)}`,
    `the longest turn while adopting ${ms(turn)}; comparing with the edition before it ${ms(compare)}, its home as it is asked for first after a start ${ms(firstHome)}`,
    ...pages.map(({ name, status, firstByte, total, bytes, compressed }) => {
      const over = firstByte.median > REACH.firstByte || bytes > REACH.bytes ? " OVER" : "";
      return `${name}: ${status}, first byte ${ms(firstByte.median)}, whole ${ms(total.median)}, ${kb(bytes)} (${kb(compressed)} sent)${over}`;
    }),
    `${LOAD.atOnce} readers at once: ${Math.round(load.product)} pages/s, files ${Math.round(load.files)} pages/s, ratio ${(load.files / load.product).toFixed(1)}, errors ${load.errors}`,
  ].join("\n");
}
