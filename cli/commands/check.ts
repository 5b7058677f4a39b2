import type { Command } from "commander";
import type { CheckContext, Finding, RuleId } from "@/domain/checking/model";
import { RULES } from "@/domain/checking/rules";
import { checkStatement } from "@/domain/checking/rules/beside";
import { checkDocument } from "@/domain/checking/rules/document";
import { Invalid, TooLarge } from "@/domain/kernel/errors";
import { sentence } from "@/i18n/sentence";
import { print, printJson, readFile, shorten, text } from "../terminal";

const MAX_LINES = 20_000;
/** Longest piece of a requirement on a line of the answer, in characters. */
const SHOWN = 90;

interface Said {
  statements?: boolean;
  terms?: string[];
  names?: string[];
  people?: string[];
  json?: boolean;
}

interface Line {
  line: number;
  text: string;
}

/** Adds `check`: what may be wrong with the text of requirements. Stores nothing, and opens no database. */
export function addCheck(program: Command): void {
  program
    .command("check")
    .description(text("check.about"))
    .argument("<file>", text("check.file"))
    .option("--statements", text("check.statements"))
    .option("--terms <terms...>", text("check.terms"))
    .option("--names <names...>", text("check.names"))
    .option("--people <names...>", text("check.people"))
    .option("--json", text("check.json"))
    .action((file: string, said: Said) => check(file, said));
}

function check(file: string, said: Said): void {
  const lines = linesIn(file);
  const context: CheckContext = {
    terms: said.terms,
    organisations: said.names,
    people: said.people,
  };
  const found = said.statements
    ? lines.map((line) => checkStatement(line.text, context))
    : checkDocument(
        lines.map(({ line, text: words }) => ({
          name: sentence("checking.line", { line }),
          text: words,
        })),
        context,
      );
  const checked = lines.map((line, i) => ({ ...line, findings: found[i] ?? [] }));
  if (said.json) {
    // Exactly these fields: a program reads them.
    printJson(
      checked.map(({ line, findings }) => ({
        line,
        findings: findings.map((one) => {
          const { rule, severity, start, end } = one;
          return { rule, severity, start, end, message: messageOf(one) };
        }),
      })),
    );
    return;
  }
  for (const { line, text: words, findings } of checked) {
    if (findings.length === 0) continue;
    print(text("check.lineHead", { line, words: shorten(words, SHOWN) }));
    for (const one of findings) {
      print(text("check.finding", { severity: one.severity, message: messageOf(one) }));
    }
  }
  const count = (severity: string) =>
    found.flat().filter((one) => one.severity === severity).length;
  const [errors, warnings, tips] = [count("fout"), count("let op"), count("tip")];
  print(text("check.sums", { lines: lines.length, errors, warnings, tips }));
  for (const rule of new Set(found.flat().map((one) => one.rule))) print(reasonOf(rule));
}

/** What is wrong, and how it could read. */
function messageOf({ rule, params }: Finding): string {
  return `${sentence(`checking.rules.${rule}.what`, params)} ${sentence(`checking.rules.${rule}.better`, params)}`;
}

/** Why a rule is there, and whence it comes. */
function reasonOf(rule: RuleId): string {
  const why = sentence(`checking.rules.${rule}.why`);
  const source = RULES.find(({ id }) => id === rule)?.source;
  return source ? text("check.reason", { rule, why, source }) : `${rule}: ${why}`;
}

/** The lines with words, by their number in the file. */
function linesIn(name: string): Line[] {
  const file = readFile(name);
  let whole: string;
  try {
    whole = new TextDecoder("utf-8", { fatal: true }).decode(file.bytes);
  } catch {
    throw new Invalid("checking.errors.notUtf8", { file: name });
  }
  const lines = whole.split(/\r\n|\n|\r/);
  if (lines.length > MAX_LINES) throw new TooLarge("checking.errors.tooMany", { limit: MAX_LINES });
  return lines
    .map((words, i) => ({ line: i + 1, text: words }))
    .filter(({ text: words }) => words.trim() !== "");
}
