import fs from "node:fs";
import type { Command } from "commander";
import { administer } from "@/domain/accounts/gate";
import { logToLeave } from "@/domain/audit/commands";
import { type KeptHeads, keptHeads } from "@/domain/audit/model";
import { auditHeads, auditRows, verifyAudit } from "@/domain/audit/queries";
import { auditFile } from "@/domain/audit/render";
import { verdictSentences } from "@/domain/audit/rules/words";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { Invalid } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { sentence } from "@/i18n/sentence";
import {
  fileWriter,
  print,
  printJson,
  releaseOrRefuse,
  SYSTEM,
  text,
  withDatabase,
} from "../terminal";

/** Adds `audit`: whether the log is whole, and the log as files. */
export function addAudit(program: Command): void {
  const audit = program.command("audit").description(text("audit.about")).helpCommand(false);
  audit
    .command("check")
    .description(text("audit.check"))
    .option("--heads <file>", text("audit.kept"))
    .option("--json", text("option.json"))
    .action(check);
  audit
    .command("export")
    .description(text("audit.export"))
    .option("--dossier <slug>", text("audit.ofDossier"))
    .option("--out <file>", text("audit.out"))
    .option("--release-reason <reason>", text("export.releaseReason"))
    .action(exportLog);
  audit
    .command("heads")
    .description(text("audit.heads"))
    .option("--out <file>", text("audit.out"))
    .action(keepHeads);
}

/** Says whether the log is whole. What is not ends the program with an error. */
async function check(options: { heads?: string; json?: boolean }): Promise<void> {
  const kept = options.heads === undefined ? undefined : keptIn(options.heads);
  const verdict = await withDatabase(() => verifyAudit(administer(SYSTEM), kept));
  if (options.json) printJson(verdict);
  else print(verdictSentences(verdict, (key, params) => sentence(key, params)).join("\n"));
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
  fileWriter(out)(`${lines}\n`);
  print(text("export.done", { file: out }));
}

/** Of a dossier with the names of its things, of the whole installation without. */
async function exportLog({ dossier, out, releaseReason }: LogOptions): Promise<void> {
  await withDatabase(async () => {
    const rows =
      dossier === undefined
        ? await auditRows(administer(SYSTEM))
        : await rowsToLeave(await openDossierToRead(SYSTEM, dossier), releaseReason);
    const write =
      out === undefined ? (piece: string) => process.stdout.write(piece) : fileWriter(out);
    for await (const piece of auditFile(rows, sentence)) write(piece);
  });
  if (out !== undefined) print(text("export.done", { file: out }));
}

interface LogOptions {
  dossier?: string;
  out?: string;
  releaseReason?: string;
}

/** @throws Invalid while something is open that nobody answers for. */
async function rowsToLeave(scope: ReaderScope, releaseReason: string | undefined) {
  const { rows, held } = await logToLeave(scope);
  if (held) await releaseOrRefuse(scope, held, releaseReason);
  return rows;
}
