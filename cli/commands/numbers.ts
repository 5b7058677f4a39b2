import type { Command } from "commander";
import { numbers } from "@/domain/coverage/queries";
import { print, printJson, text, withDossier } from "../terminal";

/** Adds `numbers`: each number of a dossier by name, as every page says it, to hold a page against. */
export function addNumbers(program: Command): void {
  program
    .command("numbers")
    .description(text("numbers.about"))
    .requiredOption("--dossier <slug>", text("option.dossier"))
    .option("--json", text("option.json"))
    .action(async (options: { dossier: string; json?: boolean }) => {
      const named = await withDossier(options.dossier, numbers);
      if (options.json) return printJson(named);
      for (const [name, value] of Object.entries(named)) print(`${name}: ${value}`);
    });
}
