import type { Command } from "commander";
import { sha256 } from "@/db/hash";
import { formatDate } from "@/domain/kernel/dates";
import { findPersonalData } from "@/domain/privacy/rules";
import { proposeSplit, toDryRunReport } from "@/domain/proposal/rules";
import { withoutFinds } from "@/domain/redaction/rules";
import { importSource } from "@/domain/sources/commands";
import { convert } from "@/domain/sources/formats";
import { kindOf } from "@/domain/sources/formats/recognise";
import type { Upload } from "@/domain/sources/model";
import { sentence } from "@/i18n/sentence";
import type { MessageKey } from "@/messages/catalogue";
import { errorText } from "../run";
import {
  asOthersRead,
  needDossier,
  print,
  printJson,
  readFile,
  shorten,
  text,
  withDossier,
} from "../terminal";

/** Longest text of a block on a line of what would be proposed, in characters. */
const SHOWN = 90;

/** Adds `import`: files that become sources, with a proposal of how they fall apart. */
export function addImport(program: Command): void {
  program
    .command("import")
    .description(text("import.about"))
    .argument("<files...>", text("import.file"))
    .option("--dossier <slug>", text("option.dossier"))
    .option("--dry-run", text("import.dryRun"))
    .option("--json", text("option.json"))
    .action(importFiles);
}

async function importFiles(
  files: string[],
  options: { dossier?: string; dryRun?: boolean; json?: boolean },
): Promise<void> {
  const { dossier, json = false } = options;
  if (options.dryRun) {
    for (const file of files) await dryRun(readFile(file), json);
    if (!json) print(`\n${text("import.dryRunNote")}`);
    return;
  }
  if (!dossier) throw needDossier();
  await withDossier(dossier, async (scope) => {
    // In order, and each for itself: what came in before one that cannot be read stays.
    const importOne = async (file: Upload): Promise<void> => {
      const result = await asOthersRead(scope, await importSource(scope, file));
      const { title, documents } = result;
      print(json ? JSON.stringify(result) : text("import.done", { title, documents }));
      // What came with a mail is a source of its own.
      if (kindOf(file) !== "eml") return;
      for (const attachment of (await convert(file)).attachments) {
        await importOne(attachment).catch(async (error) =>
          console.error(errorText(await asOthersRead(scope, error))),
        );
      }
    };
    for (const file of files) await importOne(readFile(file));
  });
}

/** Shows what an import would propose; nothing is stored, not even a database opened. */
async function dryRun(file: Upload, json: boolean): Promise<void> {
  const { fileName, bytes } = file;
  const converted = await convert(file);
  const personalData = findPersonalData(converted.text);
  const report = toDryRunReport({
    file: fileName,
    sha256: sha256(bytes),
    text: converted.text,
    proposal: proposeSplit(converted.text, { fileName }),
    personalData,
    reasonText: (reason) => sentence(`splitting.reasons.${reason}`),
  });
  // For a program, with the finds themselves.
  if (json) return printJson(report);
  const shown = withoutFinds(personalData);
  print(text("import.found", { file: shown(fileName), documents: report.documents.length }));
  for (const { key, params } of converted.remarks) print(sentence(key as MessageKey, params));
  for (const document of report.documents) {
    const when = [document.date ? formatDate(document.date, "nl") : null, document.time];
    const head = [document.title, ...when, document.sector].filter(Boolean).join(" · ");
    print(`\n${shown(head)}`);
    const labels = new Map(document.statements.map((s) => [s.number, s.label]));
    for (const block of document.blocks) {
      const label = sentence(`kinds.input.${block.kind}`);
      const of = block.statement ? ` [${labels.get(block.statement) ?? block.statement}]` : "";
      print(`  ${block.n}. ${label}${of}: ${shorten(shown(block.text), SHOWN)}`);
    }
    const count = document.personalData.length;
    if (count > 0) print(`\n  ${text("import.personalData", { count })}`);
  }
}
