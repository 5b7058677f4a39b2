import path from "node:path";
import { type Command, Option } from "commander";
import { sha256 } from "@/db/hash";
import {
  checkSpreadsheet,
  importReactions,
  spreadsheetFacts,
  spreadsheetHere,
} from "@/domain/bulk/commands";
import {
  type BulkCheck,
  COLUMN_ROLES,
  type ColumnRole,
  EMPTIABLE_ROLES,
  type EmptiableRole,
  type Problem,
  type RowChoices,
  WRITTEN_KINDS,
} from "@/domain/bulk/model";
import { knownMeanings, knownRows } from "@/domain/bulk/queries";
import { headerKey, proposeColumns } from "@/domain/bulk/rules/columns";
import { type KnownMeanings, proposeChoices } from "@/domain/bulk/rules/meanings";
import { consultationOptions } from "@/domain/consultations/queries";
import { Invalid } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import type { SheetFacts } from "@/domain/sources/formats/sheet/model";
import type { Upload } from "@/domain/sources/model";
import { sentence } from "@/i18n/sentence";
import { needDossier, print, printJson, readFile, text, withDossier } from "../terminal";

/** What was said at the terminal about a spreadsheet. */
interface Said {
  dossier?: string;
  consultation?: string;
  kind: (typeof WRITTEN_KINDS)[number];
  heldOn?: string;
  column: string[];
  leaveEmpty?: EmptiableRole[];
  sheet?: string;
  dryRun?: boolean;
  json?: boolean;
}

const NOTHING_KNOWN: KnownMeanings = {
  roles: new Map(),
  groupsBefore: new Map(),
  groups: [],
  statements: [],
};

/** Adds `import-reactions`: reactions in bulk from a spreadsheet. */
export function addImportReactions(program: Command): void {
  const roles = [...COLUMN_ROLES, "none"].join(", ");
  program
    .command("import-reactions")
    .description(text("importReactions.about"))
    .argument("<file>", text("importReactions.file"))
    .option("--dossier <slug>", text("option.dossier"))
    .option("--consultation <title>", text("importReactions.consultation"))
    .addOption(
      new Option("--kind <kind>", text("importReactions.kind"))
        .choices(WRITTEN_KINDS)
        .default("survey"),
    )
    .option("--held-on <date>", text("importReactions.heldOn"))
    .option(
      "--column <name=role>",
      text("importReactions.column", { roles }),
      (value: string, all: string[]) => [...all, value],
      [],
    )
    .addOption(
      new Option("--leave-empty <roles...>", text("importReactions.leaveEmpty")).choices(
        EMPTIABLE_ROLES,
      ),
    )
    .option("--sheet <name>", text("importReactions.sheet"))
    .option("--dry-run", text("import.dryRun"))
    .option("--json", text("option.json"))
    .action(importFrom);
}

async function importFrom(name: string, said: Said): Promise<void> {
  if (!said.dryRun && !said.dossier) throw needDossier();
  const file = readFile(name);
  const sheet = spreadsheetHere(file);
  const facts = await spreadsheetFacts(sheet, { sheet: said.sheet });
  if (!said.dossier) {
    const choices = choicesOf(facts, NOTHING_KNOWN, said);
    return report(facts, choices, await checkSpreadsheet(sheet, choices), said);
  }
  await withDossier(said.dossier, (scope) => inDossier(scope, file, facts, said));
}

async function inDossier(
  scope: ReaderScope,
  file: Upload,
  facts: SheetFacts,
  said: Said,
): Promise<void> {
  const title = said.consultation ?? path.parse(file.fileName).name;
  const there = (await consultationOptions(scope)).find(
    (option) => headerKey(option.title) === headerKey(title),
  );
  const known = await knownMeanings(scope, facts.columns, there?.id ?? null);
  const choices = choicesOf(facts, known, said);
  if (said.dryRun) {
    const rows = await knownRows(scope, there?.id ?? null);
    return report(
      facts,
      choices,
      await checkSpreadsheet(spreadsheetHere(file), choices, rows),
      said,
    );
  }
  const consultation = there
    ? { id: there.id }
    : { title, kind: said.kind, heldOn: said.heldOn ?? null };
  const { check, result } = await importReactions(scope, {
    sheet: spreadsheetHere(file),
    file: { title, bytes: file.bytes, byteSize: file.bytes.length, sha256: sha256(file.bytes) },
    facts,
    choices: { ...choices, consultation },
  });
  refuseProblems(check);
  const { rows, added, known: before, changed } = check.sums;
  print(
    said.json
      ? JSON.stringify(result)
      : text("importReactions.done", { rows, added, known: before, changed }),
  );
}

/** What was said of columns goes before what is proposed. @throws Invalid for a column that is not there. */
function choicesOf(facts: SheetFacts, known: KnownMeanings, said: Said): RowChoices {
  const given = new Map(
    said.column.map((words): [string, ColumnRole | null] => {
      const at = words.lastIndexOf("=");
      const [name, role] = [words.slice(0, at), words.slice(at + 1)];
      const column = facts.columns.find((one) => headerKey(one.name) === headerKey(name));
      const isRole = (COLUMN_ROLES as readonly string[]).includes(role) || role === "none";
      if (!column || !isRole) throw new Invalid("bulk.errors.noSuchColumn", { words });
      return [headerKey(name), role === "none" ? null : (role as ColumnRole)];
    }),
  );
  const roles = proposeColumns(facts, new Map([...known.roles, ...given]));
  return proposeChoices(facts, known, {
    table: { sheet: said.sheet },
    roles,
    leaveEmpty: said.leaveEmpty,
  });
}

function report(facts: SheetFacts, choices: RowChoices, check: BulkCheck, said: Said): void {
  if (said.json) {
    const { first: _first, ...about } = facts;
    printJson({ ...about, roles: choices.roles, check });
    return;
  }
  for (const { index, name, filled } of facts.columns) {
    const role = choices.roles.find((one) => one.index === index)?.role ?? "none";
    print(text("importReactions.columnLine", { name, role, filled }));
  }
  const { rows, reactions, withoutWords } = check.sums;
  print(text("importReactions.found", { rows, reactions, withoutWords }));
  print(text("import.dryRunNote"));
  refuseProblems(check);
}

/** @throws Invalid with how many there are, after each was named. */
function refuseProblems({ problems, problemCount }: BulkCheck): void {
  if (problemCount === 0) return;
  for (const problem of problems) console.error(problemSentence(problem));
  throw new Invalid("bulk.errors.problems", { count: problemCount });
}

/** "Rij 88, kolom ‘Datum’: 31-02-2026 bestaat niet." */
function problemSentence({ kind, row, column, value, other = 0 }: Problem): string {
  const place = column === "" ? "bulk.problems.row" : "bulk.problems.cell";
  const where = sentence(place, { row, column });
  return `${where}: ${sentence(`bulk.problems.${kind}`, { value, other })}`;
}
