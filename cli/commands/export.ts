import { type Command, Option } from "commander";
import { openBeside, openEditionOfDossier } from "@/domain/editions/gate";
import {
  editionBodies,
  type PublicEdition,
  publicEdition,
  sitePages,
  siteView,
} from "@/domain/editions/queries";
import { editionFile } from "@/domain/editions/render/file";
import { siteZip } from "@/domain/editions/render/site/folder";
import { formatDate } from "@/domain/kernel/dates";
import { Invalid } from "@/domain/kernel/errors";
import type { EditionScope } from "@/domain/kernel/scope";
import { PAPER_FORMATS, PAPERS, type PaperFormat, type PaperKind } from "@/domain/papers/model";
import { paperFile } from "@/domain/papers/queries";
import { documentToLeave } from "@/domain/publication/commands";
import { wordDocument } from "@/domain/publication/render/word/document";
import { sentence, sentencesIn } from "@/i18n/sentence";
import { fileWriter, print, releaseOrRefuse, text, withDossier } from "../terminal";

/** Adds `export`: the Programma van Eisen of a dossier as a file. */
export function addExport(program: Command): void {
  program
    .command("export")
    .description(text("export.about"))
    .requiredOption("--dossier <slug>", text("option.dossier"))
    .addOption(
      new Option("--format <format>", text("export.format"))
        .choices([...PAPER_FORMATS, "zip"])
        .makeOptionMandatory(),
    )
    .addOption(new Option("--document <document>", text("export.document")).choices(PAPERS))
    .requiredOption("--out <file>", text("export.out"))
    .option("--edition <number>", text("export.edition"))
    .option("--with-names", text("export.withNames"))
    .option("--release-reason <reason>", text("export.releaseReason"))
    .action(exportFile);
}

interface Options {
  dossier: string;
  format: PaperFormat | "zip";
  document?: PaperKind;
  out: string;
  edition?: string;
  withNames?: boolean;
  releaseReason?: string;
}

/** An edition is written as it was adopted; without one it is what stands now, as Word. */
async function exportFile(options: Options): Promise<void> {
  const { edition, format, document, withNames, releaseReason } = options;
  // A paper as JSON is its rows; without one it is the edition itself.
  const file = format === "zip" || (format === "json" && !document) ? format : null;
  if (edition === undefined && (document || format !== "docx")) {
    throw new Invalid("cli.errors.needsEdition", { format });
  }
  if (edition !== undefined && (withNames || releaseReason)) {
    throw new Invalid("cli.errors.editionIsFrozen");
  }
  if (file && document) throw new Invalid("cli.errors.noDocument", { format });
  if (edition === undefined) return exportSpecification(options);
  if (!file) return exportPaper(edition, document ?? "pve", format as PaperFormat, options);
  await withDossier(options.dossier, async (scope) => {
    const reader = await openEditionOfDossier(scope, edition);
    const write = fileWriter(options.out);
    const read = await publicEdition(reader);
    const pieces =
      file === "json" ? editionFile(reader, read, editionBodies) : await siteOf(reader, read);
    for await (const piece of pieces) write(piece);
  });
  print(text("export.doneEdition", { number: edition, file: options.out }));
}

/** A paper of an edition; it is Dutch, whatever the interface is. */
async function exportPaper(
  edition: string,
  document: PaperKind,
  format: PaperFormat,
  { dossier, out }: Options,
): Promise<void> {
  await withDossier(dossier, async (scope) => {
    const reader = await openEditionOfDossier(scope, edition);
    const base = await openBeside(reader);
    const bytes = await paperFile(reader, base, { kind: document, format }, sentencesIn("nl"));
    fileWriter(out)(bytes);
  });
  print(text("export.doneEdition", { number: edition, file: out }));
}

/** The pages of an edition as a folder that opens from disk; they are Dutch, whatever the interface is. */
async function siteOf(scope: EditionScope, edition: PublicEdition) {
  const base = await openBeside(scope);
  const pages = await sitePages(scope, base);
  const made = { scope, edition, base, pages, view: siteView, bodies: editionBodies };
  return siteZip({ ...made, text: sentencesIn("nl") });
}

async function exportSpecification(options: Options): Promise<void> {
  const { bytes, broken } = await withDossier(options.dossier, async (scope) => {
    const { document, held } = await documentToLeave(scope, { withNames: options.withNames });
    if (held) await releaseOrRefuse(scope, held, options.releaseReason);
    return {
      broken: document.broken,
      bytes: await wordDocument(document, {
        text: sentencesIn("nl"),
        date: (value) => formatDate(value, "nl"),
      }),
    };
  });
  fileWriter(options.out)(bytes);
  for (const { code, title, problem } of broken) {
    console.error(text("export.broken", { code, title, problem: sentence(problem) }));
  }
  print(text(options.withNames ? "export.doneWithNames" : "export.done", { file: options.out }));
}
