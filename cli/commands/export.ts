import { type Command, Option } from "commander";
import { formatDate } from "@/domain/kernel/dates";
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
        .choices(["docx"])
        .makeOptionMandatory(),
    )
    .requiredOption("--out <file>", text("export.out"))
    .option("--with-names", text("export.withNames"))
    .option("--release-reason <reason>", text("export.releaseReason"))
    .action(exportSpecification);
}

async function exportSpecification(options: {
  dossier: string;
  out: string;
  withNames?: boolean;
  releaseReason?: string;
}): Promise<void> {
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
