import { Command, CommanderError } from "commander";
import { errorText } from "../run";
import { BAD_USAGE, NO_DOSSIER, text } from "../terminal";
import { addAudit } from "./audit";
import { addCheck } from "./check";
import { addConsensus } from "./consensus";
import { addDatabase } from "./database";
import { addExport } from "./export";
import { addImport } from "./import";
import { addImportReactions } from "./import-reactions";
import { addLocate } from "./locate";
import { addNumbers } from "./numbers";
import { addUser } from "./user";
import { addVerify } from "./verify";

const BAD_INPUT = 1;

/** What can be asked, in the order in which the help names it. */
const COMMANDS = [
  addImport,
  addImportReactions,
  addLocate,
  addExport,
  addVerify,
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
