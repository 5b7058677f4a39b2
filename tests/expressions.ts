import { type AST, RegExpParser } from "@eslint-community/regexpp";
import { analyse } from "scslre";
import { parseAst, transformWithEsbuild } from "vite";

/** An expression in the code, as its pattern and its flags. */
export interface Expression {
  pattern: string;
  flags: string;
}

/** All expressions written in a file. */
export async function expressionsIn(file: string, text: string): Promise<Expression[]> {
  const { code } = await transformWithEsbuild(text, file, { target: "esnext", jsx: "automatic" });
  const found: Expression[] = [];
  const look = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { regex } = node as { regex?: Expression };
    if (regex) found.push(regex);
    else for (const part of Object.values(node)) look(part);
  };
  look(parseAst(code));
  return found;
}

/** What of an expression can be tried in more ways than the text is long, as the analysis sees it. */
export function overlapsIn({ pattern, flags }: Expression): string[] {
  return analyse({ source: pattern, flags }).reports.map((report) =>
    report.type === "Trade"
      ? `${report.startQuant.raw} and ${report.endQuant.raw} take from each other`
      : `${report.quant.raw} is tried again from each place`,
  );
}

/**
 * Lines that make an expression work hardest: for each part of it without a bound what the part holds,
 * with and without what stands before it, over and over, and never what should come after.
 */
export function worstLines({ pattern, flags }: Expression): ((n: number) => string)[] {
  const unicode = flags.includes("u");
  const parsed = new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode });
  const lines = new Map<string, (n: number) => string>();
  const add = (before: string, piece: string, each: boolean) => {
    for (const end of ["", "\0", " x"]) {
      lines.set([before, piece, each, end].join("\u0001"), (n) => {
        const unit = each ? before + piece : piece;
        return (each ? "" : before) + unit.repeat(Math.ceil(n / (unit.length || 1))) + end;
      });
    }
  };
  const visit = (node: AST.Node, before: string): void => {
    if (node.type === "Quantifier" && node.max > 30) {
      for (const piece of samplesOf(node.element, unicode)) {
        add(before, piece, false);
        add(before, piece, true);
        // A part that begins anew inside what it reads.
        add("", before.repeat(2) + piece, false);
      }
    }
    if (node.type === "Quantifier") visit(node.element, before);
    else if ("alternatives" in node) for (const part of node.alternatives) visit(part, before);
    else if (node.type === "Alternative") {
      let ahead = before;
      for (const element of node.elements) {
        visit(element, ahead);
        ahead += samplesOf(element, unicode)[0] ?? "";
      }
    }
  };
  visit(parsed, "");
  return [...lines.values()];
}

const SIGNS = [..."a \n.-:@A0\"'<,é", "\u00a0"];

/** A few of the shortest texts that a part of an expression takes. */
function samplesOf(node: AST.Node, unicode: boolean): string[] {
  switch (node.type) {
    case "Character":
      return [String.fromCodePoint(node.value)];
    case "CharacterSet":
    case "CharacterClass": {
      const one = new RegExp(`^${node.raw}$`, unicode ? "u" : "");
      const written = [...node.raw].filter((sign) => one.test(sign));
      return [...new Set([...SIGNS.filter((sign) => one.test(sign)), ...written.slice(0, 3)])];
    }
    case "Quantifier":
      return node.min === 0 ? [""] : samplesOf(node.element, unicode);
    case "Group":
    case "CapturingGroup":
      return node.alternatives.slice(0, 4).flatMap((part) => samplesOf(part, unicode).slice(0, 3));
    case "Alternative":
      return node.elements
        .reduce<string[]>(
          (texts, element) => {
            const next = samplesOf(element, unicode);
            return next.length === 0
              ? texts
              : texts.flatMap((text) => next.slice(0, 2).map((s) => text + s));
          },
          [""],
        )
        .slice(0, 4);
    default:
      return [];
  }
}
