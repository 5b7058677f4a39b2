import fs from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { readGroups, readVotes, type VoteFile } from "@/domain/consensus/formats";
import type { Consensus, StatementConsensus } from "@/domain/consensus/model";
import { consensusIn } from "@/domain/consensus/rules";
import { Invalid } from "@/domain/kernel/errors";
import { print, printJson, shorten, text } from "../terminal";

/** Longest id on a line of the answer, in characters. */
const SHOWN = 40;

/** Adds `consensus`: what people have in common, of a file of votes. Stores nothing, and opens no database. */
export function addConsensus(program: Command): void {
  program
    .command("consensus")
    .description(text("consensus.about"))
    .argument("<votes>", text("consensus.votes"))
    .option("--groups <file>", text("consensus.groups"))
    .option("--json", text("option.json"))
    .action(async (votes: string, options: { groups?: string; json?: boolean }) => {
      const groups = options.groups ? await readGroups(voteFile(options.groups)) : null;
      const collector = await readVotes(voteFile(votes), groups);
      const consensus = consensusIn(collector.counted());
      if (options.json) return printJson(consensus);
      const { participantCount: participants, voteCount } = collector;
      const statements = consensus.statements.length;
      print(text("consensus.found", { votes: voteCount, participants, statements }));
      report(consensus);
    });
}

function report({ statements, overall, representative }: Consensus): void {
  print(`\n${text("consensus.informed")}`);
  const ranked = [...statements].sort((a, b) => b.consensus - a.consensus);
  for (const statement of ranked) print(lineOf(statement));
  print(`\n${text("consensus.overall")}`);
  print(listOf("consensus.agree", overall.agree));
  print(listOf("consensus.disagree", overall.disagree));
  print(`\n${text("consensus.representative")}`);
  for (const [group, list] of Object.entries(representative)) {
    const of = (direction: string) =>
      list.filter((one) => one.direction === direction).map(({ id }) => id);
    print(`${shorten(group, SHOWN)}:`);
    print(listOf("consensus.agree", of("agree")));
    print(listOf("consensus.disagree", of("disagree")));
  }
}

function lineOf({ id, groups, consensus }: StatementConsensus): string {
  const counts = Object.entries(groups).map(([group, { agree, disagree, pass, p }]) =>
    text("consensus.group", {
      group: shorten(group, SHOWN),
      agree,
      disagree,
      pass,
      p: p.toFixed(2),
    }),
  );
  return [`${shorten(id, SHOWN)}: ${consensus.toFixed(3)}`, ...counts].join("\n  ");
}

function listOf(key: "consensus.agree" | "consensus.disagree", ids: string[]): string {
  const shown = ids.map((id) => shorten(id, SHOWN)).join(", ");
  return `  ${text(key, { statements: shown || text("consensus.nothing") })}`;
}

/** @throws Invalid when it is not there. */
function voteFile(file: string): VoteFile {
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new Invalid("cli.errors.noFile", { file });
  }
  return { name: path.basename(file), chunks: fs.createReadStream(file) };
}
