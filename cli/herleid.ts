import { fileURLToPath } from "node:url";
import { Command, CommanderError } from "commander";
import { addAudit } from "./commands/audit";
import { addCheck } from "./commands/check";
import { addConsensus } from "./commands/consensus";
import { addDatabase } from "./commands/database";
import { addExport } from "./commands/export";
import { addImport } from "./commands/import";
import { addImportReactions } from "./commands/import-reactions";
import { addLocate } from "./commands/locate";
import { addNumbers } from "./commands/numbers";
import { addUser } from "./commands/user";
import { errorText, readEnvironmentFile } from "./run";
import { BAD_USAGE, NO_DOSSIER, text } from "./terminal";

const BAD_INPUT = 1;

/** What can be asked, in the order in which the help names it. */
const COMMANDS = [
  addImport,
  addImportReactions,
  addLocate,
  addExport,
  addNumbers,
  addConsensus,
  addCheck,
  addDatabase,
  addUser,
  addAudit,
];

async function main(args: string[]): Promise<void> {
  const program = new Command("herleid")
    .description(text("about"))
    .helpOption("-h, --help", text("help"))
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: false })
    .exitOverride();
  for (const add of COMMANDS) add(program);
  for (const command of program.commands.flatMap((one) => [one, ...one.commands])) {
    command.helpOption("-h, --help", text("help")).exitOverride();
  }
  await program.parseAsync(args, { from: "user" });
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
      if (error.code === NO_DOSSIER) console.error(error.message);
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
