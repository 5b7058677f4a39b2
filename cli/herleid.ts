import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Command, CommanderError, Option } from "commander";
import { openShared } from "@/db/client";
import { sha256 } from "@/db/hash";
import { ACCOUNT_KINDS, ROLES } from "@/db/vocabulary";
import {
  addAccount,
  disableAccount,
  enableAccount,
  makeSignInLink,
} from "@/domain/accounts/commands";
import { administer } from "@/domain/accounts/gate";
import { accountByEmail } from "@/domain/accounts/queries";
import { type KeptHeads, keptHeads } from "@/domain/audit/model";
import { auditHeads, auditRows, dossierAuditRows, verifyAudit } from "@/domain/audit/queries";
import { auditFile } from "@/domain/audit/render";
import { verdictSentences } from "@/domain/audit/rules/words";
import { numbers } from "@/domain/coverage/queries";
import { setMember } from "@/domain/dossiers/commands";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { formatDate, formatMoment } from "@/domain/kernel/dates";
import { Invalid, TooLarge } from "@/domain/kernel/errors";
import type { Actor } from "@/domain/kernel/scope";
import { findPersonalData } from "@/domain/privacy/rules";
import { proposeSplit, toDryRunReport } from "@/domain/proposal/rules";
import { documentToLeave, releasePersonalData } from "@/domain/publication/commands";
import { wordDocument } from "@/domain/publication/render/word/document";
import { importSource } from "@/domain/sources/commands";
import { convert } from "@/domain/sources/formats";
import { kindOf } from "@/domain/sources/formats/recognise";
import { MAX_FILE_BYTES, MAX_FILE_MEGABYTES, type Upload } from "@/domain/sources/model";
import { sentence, sentencesIn } from "@/i18n/sentence";
import type { MessageKey } from "@/messages/catalogue";
import { addLocate } from "./locate";
import { addImportReactions } from "./reactions";
import { errorText, readEnvironmentFile } from "./run";

/** The terminal of the server: it acts as the system, with the app's own commands and queries. */
const SYSTEM: Actor = { type: "system", name: "opdrachtregel" };

const BAD_INPUT = 1;
const BAD_USAGE = 2;

/** The texts of this program, without their beginning. */
type Text<Key = MessageKey> = Key extends `cli.herleid.${infer Rest}` ? Rest : never;

const text = (key: Text, params?: Record<string, string | number>) =>
  sentence(`cli.herleid.${key}`, params);

async function main(args: string[]): Promise<void> {
  const program = new Command("herleid")
    .description(text("about"))
    .helpOption("-h, --help", text("help"))
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: false })
    .exitOverride();

  program
    .command("import")
    .description(text("import.about"))
    .argument("<files...>", text("import.file"))
    .option("--dossier <slug>", text("option.dossier"))
    .option("--dry-run", text("import.dryRun"))
    .option("--json", text("option.json"))
    .action(importFiles);

  addImportReactions(program, {
    open: (slug, work) => withDatabase(async () => work(await openDossierToRead(SYSTEM, slug))),
    read: readFile,
    print,
    needDossier,
  });

  addLocate(program, { read: readFile, print });

  program
    .command("export")
    .description(text("export.about"))
    .requiredOption("--dossier <slug>", text("option.dossier"))
    .addOption(
      new Option("--format <format>", text("export.format"))
        .choices(["docx"])
        .makeOptionMandatory(),
    )
    .requiredOption("--out <file>", text("export.out"))
    .option("--with-names", text("export.withNames"))
    .option("--release-reason <reason>", text("export.releaseReason"))
    .action(exportSpecification);

  program
    .command("numbers")
    .description(text("numbers.about"))
    .requiredOption("--dossier <slug>", text("option.dossier"))
    .option("--json", text("option.json"))
    .action(showNumbers);

  program.command("migrate").description(text("migrate.about")).action(migrate);

  program.command("example").description(text("example.about")).action(example);

  const user = program.command("user").description(text("user.about")).helpCommand(false);
  user
    .command("add")
    .description(text("user.add"))
    .requiredOption("--email <address>", text("user.email"))
    .requiredOption("--name <name>", text("user.name"))
    .addOption(
      new Option("--kind <kind>", text("user.kind")).choices(ACCOUNT_KINDS).default("staff"),
    )
    .option("--dossier <slug>", text("user.dossier"))
    .addOption(new Option("--role <role>", text("user.role")).choices(ROLES).default("author"))
    .action(addUser);
  user
    .command("link")
    .description(text("user.link"))
    .requiredOption("--email <address>", text("user.email"))
    .action(linkUser);
  user
    .command("disable")
    .description(text("user.disable"))
    .requiredOption("--email <address>", text("user.email"))
    .option("--undo", text("user.undo"))
    .action(disableUser);

  const audit = program.command("audit").description(text("audit.about")).helpCommand(false);
  audit
    .command("check")
    .description(text("audit.check"))
    .option("--heads <file>", text("audit.kept"))
    .option("--json", text("option.json"))
    .action(checkAudit);
  audit
    .command("export")
    .description(text("audit.export"))
    .option("--dossier <slug>", text("audit.ofDossier"))
    .option("--out <file>", text("audit.out"))
    .action(exportLog);
  audit
    .command("heads")
    .description(text("audit.heads"))
    .option("--out <file>", text("audit.out"))
    .action(keepHeads);

  for (const command of [...program.commands, ...user.commands, ...audit.commands]) {
    command.helpOption("-h, --help", text("help")).exitOverride();
  }
  await program.parseAsync(args, { from: "user" });
}

const needDossier = () =>
  new CommanderError(BAD_USAGE, "herleid.noDossier", text("import.needsDossier"));

async function importFiles(
  files: string[],
  options: { dossier?: string; dryRun?: boolean; json?: boolean },
): Promise<void> {
  const { dossier, json = false } = options;
  if (!options.dryRun && !dossier) {
    throw needDossier();
  }
  const read = (file: string) => ({ fileName: path.basename(file), bytes: readFile(file) });
  if (options.dryRun) {
    for (const file of files) await dryRun(read(file), json);
    if (!json) print(`\n${text("import.dryRunNote")}`);
    return;
  }
  await withDatabase(async () => {
    const scope = await openDossierToRead(SYSTEM, dossier ?? "");
    // In order, and each for itself: what came in before one that cannot be read stays.
    const importOne = async (file: Upload): Promise<void> => {
      const result = await importSource(scope, file);
      const { title, documents } = result;
      print(json ? JSON.stringify(result) : text("import.done", { title, documents }));
      // What came with a mail is a source of its own.
      if (kindOf(file) !== "eml") return;
      for (const attachment of (await convert(file)).attachments) {
        await importOne(attachment).catch((error) => console.error(errorText(error)));
      }
    };
    for (const file of files) await importOne(read(file));
  });
}

/** Shows what an import would propose; nothing is stored, not even a database opened. */
async function dryRun(file: Upload, json: boolean): Promise<void> {
  const { fileName, bytes } = file;
  const converted = await convert(file);
  const report = toDryRunReport({
    file: fileName,
    sha256: sha256(bytes),
    text: converted.text,
    proposal: proposeSplit(converted.text, { fileName }),
    personalData: findPersonalData(converted.text),
    reasonText: (reason) => sentence(`splitting.reasons.${reason}`),
  });
  if (json) {
    print(JSON.stringify(report, null, 2));
    return;
  }
  print(text("import.found", { file: fileName, documents: report.documents.length }));
  for (const { key, params } of converted.remarks) print(sentence(key as MessageKey, params));
  for (const document of report.documents) {
    const when = [document.date ? formatDate(document.date, "nl") : null, document.time];
    print(`\n${[document.title, ...when, document.sector].filter(Boolean).join(" · ")}`);
    const labels = new Map(document.statements.map((s) => [s.number, s.label]));
    for (const block of document.blocks) {
      const label = sentence(`kinds.input.${block.kind}`);
      const of = block.statement ? ` [${labels.get(block.statement) ?? block.statement}]` : "";
      print(`  ${block.n}. ${label}${of}: ${shorten(block.text)}`);
    }
    const count = document.personalData.length;
    if (count > 0) print(`\n  ${text("import.personalData", { count })}`);
  }
}

async function exportSpecification(options: {
  dossier: string;
  out: string;
  withNames?: boolean;
  releaseReason?: string;
}): Promise<void> {
  const { bytes, broken } = await withDatabase(async () => {
    const scope = await openDossierToRead(SYSTEM, options.dossier);
    const { document, held } = await documentToLeave(scope, { withNames: options.withNames });
    if (held) {
      // Numbers and no names: what a terminal shows is kept, and read by others.
      const { open, unsearched } = held;
      if (!options.releaseReason) throw new Invalid("cli.errors.heldBack", { open, unsearched });
      await releasePersonalData(scope, { key: held.key, reason: options.releaseReason });
    }
    return {
      broken: document.broken,
      bytes: await wordDocument(document, {
        text: sentencesIn("nl"),
        date: (value) => formatDate(value, "nl"),
      }),
    };
  });
  try {
    fs.writeFileSync(options.out, bytes);
  } catch {
    throw new Invalid("cli.errors.cannotWrite", { file: options.out });
  }
  for (const { code, title, problem } of broken) {
    console.error(text("export.broken", { code, title, problem: sentence(problem) }));
  }
  print(text(options.withNames ? "export.doneWithNames" : "export.done", { file: options.out }));
}

/** Each number of a dossier by name, as every page says it: to hold a page against. */
async function showNumbers(options: { dossier: string; json?: boolean }): Promise<void> {
  const named = await withDatabase(async () =>
    numbers(await openDossierToRead(SYSTEM, options.dossier)),
  );
  print(
    options.json
      ? JSON.stringify(named, null, 2)
      : Object.entries(named)
          .map(([name, value]) => `${name}: ${value}`)
          .join("\n"),
  );
}

/** Says whether the log is whole. What is not ends the program with an error. */
async function checkAudit(options: { heads?: string; json?: boolean }): Promise<void> {
  const kept = options.heads === undefined ? undefined : keptIn(options.heads);
  const verdict = await withDatabase(() => verifyAudit(administer(SYSTEM), kept));
  print(
    options.json
      ? JSON.stringify(verdict, null, 2)
      : verdictSentences(verdict, (key, params) => sentence(key, params)).join("\n"),
  );
  if (!verdict.whole) throw new Invalid("cli.errors.notWhole");
}

/** @throws Invalid when it is no file of positions. */
function keptIn(file: string): KeptHeads {
  try {
    return keptHeads.parse(JSON.parse(fs.readFileSync(file, "utf8")));
  } catch {
    throw new Invalid("cli.errors.notHeads", { file });
  }
}

async function keepHeads({ out }: { out?: string }): Promise<void> {
  const heads = await withDatabase(() => auditHeads(administer(SYSTEM)));
  const lines = JSON.stringify(heads, null, 1);
  if (out === undefined) return print(lines);
  try {
    fs.writeFileSync(out, `${lines}\n`);
  } catch {
    throw new Invalid("cli.errors.cannotWrite", { file: out });
  }
  print(text("export.done", { file: out }));
}

/** Of a dossier with the names of its things, of the whole installation without. */
async function exportLog({ dossier, out }: { dossier?: string; out?: string }): Promise<void> {
  const write = out === undefined ? (piece: string) => process.stdout.write(piece) : writer(out);
  await withDatabase(async () => {
    const rows =
      dossier === undefined
        ? await auditRows(administer(SYSTEM))
        : await dossierAuditRows(await openDossierToRead(SYSTEM, dossier));
    for await (const piece of auditFile(rows, sentence)) write(piece);
  });
  if (out !== undefined) print(text("export.done", { file: out }));
}

/** Writes a file from its beginning, piece by piece. @throws Invalid when it cannot. */
function writer(file: string): (piece: string) => void {
  const refuse = (): never => {
    throw new Invalid("cli.errors.cannotWrite", { file });
  };
  try {
    fs.writeFileSync(file, "");
  } catch {
    return refuse();
  }
  return (piece) => {
    try {
      fs.appendFileSync(file, piece);
    } catch {
      refuse();
    }
  };
}

async function migrate(): Promise<void> {
  await withDatabase(async () => {});
  print(text("migrate.done"));
}

async function example(): Promise<void> {
  // Only here: the other commands must not need the example to be installed.
  const { loadExample } = await import("@/tests/example/load");
  const { slug, made } = await withDatabase(() => loadExample(() => print(text("example.making"))));
  print(made ? text("example.done", { slug }) : text("example.present", { slug }));
}

async function addUser(options: {
  email: string;
  name: string;
  kind: (typeof ACCOUNT_KINDS)[number];
  dossier?: string;
  role: (typeof ROLES)[number];
}): Promise<void> {
  await withDatabase(async () => {
    // The dossier first: a mistyped name must not leave an account behind.
    const scope = options.dossier ? await openDossierToRead(SYSTEM, options.dossier) : null;
    const { id } = await addAccount(administer(SYSTEM), options);
    if (scope) await setMember(scope, { accountId: id, role: options.role });
  });
  print(text("user.added", { email: options.email }));
}

async function linkUser({ email }: { email: string }): Promise<void> {
  const address = process.env.NEXTAUTH_URL;
  if (!address) throw new Invalid("cli.errors.needsAddress");
  const { token, expiresAt } = await withDatabase(async () => {
    const account = await accountByEmail(administer(SYSTEM), email);
    return makeSignInLink(administer(SYSTEM), { accountId: account.id });
  });
  print(`${new URL(`/aanmelden/${token}`, address)}`);
  console.error(text("user.linkNote", { until: formatMoment(expiresAt, "nl") }));
}

async function disableUser({ email, undo }: { email: string; undo?: boolean }): Promise<void> {
  await withDatabase(async () => {
    const account = await accountByEmail(administer(SYSTEM), email);
    await (undo ? enableAccount : disableAccount)(administer(SYSTEM), { accountId: account.id });
  });
  print(text(undo ? "user.enabled" : "user.disabled", { email }));
}

async function withDatabase<Result>(work: () => Promise<Result>): Promise<Result> {
  const opened = await openShared();
  try {
    return await work();
  } finally {
    await opened.close();
  }
}

/** @throws Invalid when it cannot be read or is larger than any source may be. */
function readFile(file: string): Uint8Array {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new Invalid("cli.errors.noFile", { file });
  if (stat.size > MAX_FILE_BYTES) {
    const fileName = path.basename(file);
    throw new TooLarge("sources.errors.tooLarge", { fileName, limit: MAX_FILE_MEGABYTES });
  }
  return new Uint8Array(fs.readFileSync(file));
}

function shorten(words: string): string {
  const line = words.replace(/\s+/g, " ");
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/**
 * Does what one line at the terminal asks, in the database of this process.
 * @returns the exit code; what went wrong stands on stderr by then.
 */
export async function herleid(args: string[]): Promise<number> {
  try {
    await main(args);
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has already written its own sentence, except for ours.
      if (error.code === "herleid.noDossier") console.error(error.message);
      return error.exitCode === 0 ? 0 : BAD_USAGE;
    }
    console.error(errorText(error));
    return BAD_INPUT;
  }
}

// Tests import this file too, and give many lines to one process.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  readEnvironmentFile();
  const code = await herleid(process.argv.slice(2));
  if (code !== 0) process.exit(code);
}
