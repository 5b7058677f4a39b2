import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { expressionsIn, overlapsIn, worstLines } from "@/tests/expressions";
import { expectLinear } from "@/tests/growth";

// Every expression of the product, for what it reads can come from anybody: one that takes the square
// of the time for a text of 200 kB holds up the whole server.
const files = ["app", "cli", "components", "db", "domain", "i18n"]
  .flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: "utf8" }).map((file) =>
      path.posix.join(root, file),
    ),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
const expressions = (
  await Promise.all(
    files.map(async (file) =>
      (await expressionsIn(file, readFileSync(file, "utf8"))).map((found) => ({ file, found })),
    ),
  )
).flat();

describe("the expressions of the product", () => {
  it("are found", () => {
    expect(expressions.length).toBeGreaterThan(200);
  });

  it("are written out, so that they can be looked at", () => {
    const built = files.filter((file) => readFileSync(file, "utf8").includes("RegExp(")).sort();
    expect(built).toEqual([
      // The name of an element, one of three.
      "components/editor/paste.ts",
      // Of the patterns that stand above them; at 20,000 characters, by size in size.test.ts.
      "domain/checking/rules/patterns.ts",
      // Parts of the expressions of evidence, which stand written out with the evidence.
      "domain/proposal/rules/cue-reader.ts",
      // Of words that stand above them; they look at the first 110 characters of a line.
      "domain/proposal/rules/labels.ts",
      // Of words and numbers that stand above them; at 110 characters.
      "domain/proposal/rules/numbers.ts",
      // Of names and roles that stand above them; at 600 characters, and by size in size.test.ts.
      "domain/proposal/rules/roles.ts",
      // Of verbs and parts of names that stand above them; at 140 characters.
      "domain/proposal/rules/speakers.ts",
      // Of hours; at 300 characters.
      "domain/proposal/rules/when.ts",
      // A letter of ours; words to find that were escaped. Both by size in size.test.ts.
      "domain/text/hits.ts",
    ]);
  });

  it("can match a text in one way only, by analysis", () => {
    const overlaps = expressions.flatMap(({ file, found }) =>
      overlapsIn(found).map((what) => `${file} /${found.pattern}/: ${what}`),
    );
    expect(overlaps).toEqual([]);
  });

  it("take time in proportion for their worst lines", () => {
    for (const { file, found } of expressions) {
      for (const make of worstLines(found)) {
        try {
          expectLinear(20_000, make, (line) =>
            line.replace(new RegExp(found.pattern, found.flags), ""),
          );
        } catch (error) {
          const line = JSON.stringify(make(30).slice(0, 60));
          throw new Error(`${file} /${found.pattern}/ on ${line}`, { cause: error });
        }
      }
    }
  });
});

describe("what looks for them", () => {
  const square = (pattern: string, flags = "") => {
    for (const make of worstLines({ pattern, flags })) {
      const time = (n: number) => {
        const line = make(n);
        const started = performance.now();
        new RegExp(pattern, flags).test(line);
        return performance.now() - started;
      };
      if (time(20_000) > 16 * Math.max(time(2_500), 0.2)) return true;
    }
    return false;
  };

  it.each([
    String.raw`\S+@\S+\.\S+`,
    String.raw`<!\[[^>]*>`,
    String.raw`\s+$`,
    String.raw`x\s*:?\s*\d`,
  ])("notices %s", (pattern) => {
    expect(overlapsIn({ pattern, flags: "" }).length > 0 || square(pattern)).toBe(true);
  });

  it.each(['"[^"]*$', String.raw`^\s+x`, "a{1,9}b"])("lets %s be", (pattern) => {
    expect(overlapsIn({ pattern, flags: "" })).toEqual([]);
  });

  it("reads expressions out of code, and not what looks like one", async () => {
    const code =
      "const a = 1 / 2 / 3; /* /x+/ */ export const b = (s: string) => /y\\/+z/gu.test(s);";
    expect(await expressionsIn("a.ts", code)).toEqual([{ pattern: "y\\/+z", flags: "gu" }]);
  });
});
