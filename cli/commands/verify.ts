import fs from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import JSZip from "jszip";
import { z } from "zod";
import { sha256 } from "@/db/hash";
import type { ThingFault, Verdict } from "@/domain/editions/model";
import { firstChange, verifyEdition, withChain } from "@/domain/editions/rules";
import { FILES, FOLDER_LIST } from "@/domain/editions/rules/site";
import { formatDate } from "@/domain/kernel/dates";
import { Invalid, TooLarge } from "@/domain/kernel/errors";
import { sentence } from "@/i18n/sentence";
import { print, printJson, text } from "../terminal";

/** Largest edition that is read, in bytes: far above one of 5,000 requirements on 100,000 reactions. */
const MAX_EDITION = 450_000_000;

/** Adds `verify`: whether editions are as they were adopted. Opens no database. */
export function addVerify(program: Command): void {
  program
    .command("verify")
    .description(text("verify.about"))
    .argument("<files...>", text("verify.files"))
    .option("--sha256 <kenmerk>", text("verify.sha256"))
    .option("--against <file>", text("verify.against"))
    .option("--json", text("option.json"))
    .action(verify);
}

interface Options {
  sha256?: string;
  against?: string;
  json?: boolean;
}

async function verify(
  files: string[],
  { sha256: published, against, json }: Options,
): Promise<void> {
  if (published !== undefined && !/^[\da-f]{64}$/i.test(published)) {
    throw new Invalid("cli.errors.notKenmerk");
  }
  const original = against === undefined ? null : (await readEdition(against)).edition;
  // Each by itself: an edition may take much memory.
  const verdicts: { file: string; verdict: Verdict; change: ReturnType<typeof firstChange> }[] = [];
  for (const file of files) {
    const { edition: read, faults } = await readEdition(file);
    const verdict = verifyEdition(read, sha256, published?.toLowerCase());
    if (faults.length > 0 && verdict.state === "whole") verdict.state = "changed";
    verdict.faults.push(...faults);
    verdict.count += faults.length;
    const change = original === null ? null : firstChange(original, read);
    if (change && verdict.state === "whole") verdict.state = "changed";
    verdicts.push({ file, verdict, change });
  }
  withChain(verdicts.map(({ verdict }) => verdict));
  if (json) printJson(verdicts.map(({ file, verdict, change }) => ({ file, ...verdict, change })));
  else for (const one of verdicts) report(one);
  const changed = verdicts.filter(({ verdict }) => verdict.state !== "whole").length;
  if (changed > 0) throw new Invalid("cli.errors.notWholeEditions", { count: changed });
}

function report({
  file,
  verdict,
  change,
}: {
  file: string;
  verdict: Verdict;
  change: ReturnType<typeof firstChange>;
}): void {
  const name = path.basename(file);
  if (verdict.state === "unreadable") {
    print(text("verify.unreadable", { file: name }));
    return;
  }
  const { number, dossier, decidedOn, sha256, checked, faults, count } = verdict;
  const date = decidedOn === "" ? "" : formatDate(decidedOn, "nl");
  print(text(`verify.${verdict.state}`, { file: name, number, dossier, date }));
  print(text("verify.kenmerk", { sha256 }));
  print(text("verify.checked", { ...checked }));
  for (const fault of faults) print(`- ${faultSentence(fault)}`);
  if (count > faults.length) print(text("verify.more", { count: count - faults.length }));
  if (change) {
    const { where, at, before, after } = change;
    print(text("verify.change", { where, at, before, after }));
  }
}

/** What is wrong and where, in words. */
export function faultSentence({ section, key, field, what, at }: ThingFault): string {
  const where = [key ?? section ?? text("verify.edition"), field].filter(Boolean).join(", ");
  const place = at === undefined ? "" : text("verify.at", { at });
  return text("verify.fault", {
    where: where + place,
    what: sentence(`editions.verify.faults.${what}`),
  });
}

interface Read {
  /** What is no JSON is null, which is no edition. */
  edition: unknown;
  /** Of a zip: files beside the edition that are not what its list says. */
  faults: ThingFault[];
}

/** @throws Invalid when there is no such file, TooLarge for one that is too large to be an edition. */
async function readEdition(file: string): Promise<Read> {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new Invalid("cli.errors.noFile", { file });
  if (stat.size > MAX_EDITION) {
    const limit = MAX_EDITION / 1_000_000;
    throw new TooLarge("sources.errors.tooLarge", { fileName: path.basename(file), limit });
  }
  const bytes = fs.readFileSync(file);
  if (bytes.subarray(0, 2).toString("latin1") === "PK") return readFolder(bytes);
  return { edition: parsed(bytes.toString("utf8")), faults: [] };
}

/** A folder as `export --format zip` writes it: the edition in it, and every file against the list. */
async function readFolder(bytes: Buffer): Promise<Read> {
  const zip = await JSZip.loadAsync(bytes).catch(() => null);
  const said = zip?.file(FOLDER_LIST);
  const list = FolderList.safeParse(said ? parsed(await said.async("string")) : null);
  if (!zip || !list.success) return { edition: null, faults: [] };
  const faults: ThingFault[] = [];
  let edition: unknown = null;
  const known = new Set([FOLDER_LIST]);
  let unpacked = 0;
  for (const { name, sha256: sum, size } of list.data.bestanden) {
    known.add(name);
    unpacked += size;
    const entry = zip.file(name);
    if (!entry || unpacked > MAX_EDITION) {
      faults.push({ key: text("verify.file", { name }), what: "missing" });
      continue;
    }
    const content = await entry.async("nodebuffer");
    if (sha256(content) !== sum) faults.push({ key: text("verify.file", { name }), what: "file" });
    if (name === FILES.data) edition = parsed(content.toString("utf8"));
  }
  for (const name of Object.keys(zip.files)) {
    if (!known.has(name)) faults.push({ key: text("verify.file", { name }), what: "file" });
  }
  return { edition, faults };
}

const FolderList = z.object({
  bestanden: z
    .array(z.object({ name: z.string(), sha256: z.string(), size: z.int().min(0) }))
    .max(1_000_000),
});

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
