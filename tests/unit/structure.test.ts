import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { faultsIn, TREE } from "../structure";

/** The product as it stands, all files that are read by a machine. */
const files = new Map(
  ["app", "cli", "components", "db", "domain", "i18n"].flatMap((root) =>
    fs
      .readdirSync(root, { recursive: true, encoding: "utf8" })
      .map((file) => path.posix.join(root, file))
      .filter((file) => /\.tsx?$/.test(file))
      .map((file): [string, string] => [file, fs.readFileSync(file, "utf8")]),
  ),
);

test("everything stands in its room and leans on nothing above it", () => {
  expect(faultsIn(files)).toEqual([]);
});

describe("each leak is found", () => {
  // A file that could be there, what it holds, and what is said of it.
  const leaks: [string, string, RegExp][] = [
    ["components/splitting/x.tsx", 'import { takePart } from "@/domain/splitting/rows";', /model/],
    [
      "components/sources/x.tsx",
      'import { listBlocks } from "@/domain/sources/queries/blocks";',
      /model/,
    ],
    [
      "components/coverage/x.tsx",
      'import { gaps } from "../../domain/coverage/queries/gaps";',
      /model/,
    ],
    ["components/trace/x.tsx", 'import { sql } from "drizzle-orm";', /Components show/],
    ["components/trace/x.tsx", 'export * from "@/db/schema";', /Components show/],
    ["components/trace/x.tsx", 'const page = await import("@/app/page");', /app -> components/],
    ["domain/trace/rules/x.ts", 'import { gaps } from "../queries/gaps";', /Pure/],
    ["domain/trace/rules/x.ts", 'import type { Database } from "@/db/client";', /Pure/],
    ["domain/trace/model.ts", 'import { reaction } from "../../db/schema";', /Pure/],
    ["domain/text/x.ts", 'import { command } from "../kernel/command";', /Pure/],
    ["domain/trace/queries/x.ts", 'import { forbidden } from "next/navigation";', /pages/],
    ["domain/trace/queries/x.ts", 'import { Badge } from "@/components/ui/badge";', /pages/],
    ["domain/reactions/commands.ts", 'import { maySplit } from "../splitting/policy";', /earlier/],
    ["domain/trace/helpers.ts", "export const x = 1;", /not a word/],
    ["domain/traces/model.ts", "export const x = 1;", /no feature/],
    ["components/traces/x.tsx", "export const x = 1;", /no feature/],
    ["domain/trace/queries/x.ts", 'import { mint } from "../../kernel/scope";', /gate/],
    [
      "domain/trace/queries/x.ts",
      "export async function all(scope: ReaderScope) { return scope; }",
      /query\(/,
    ],
    [
      "domain/reactions/commands.ts",
      "export async function wipe(tx: Database) { return tx; }",
      /command\(/,
    ],
    [
      "domain/splitting/commands/x.ts",
      "await tx.insert(reaction).values(rows);",
      /reaction is written by reactions/,
    ],
    [
      "domain/search/queries.ts",
      "sql`update requirement set code = null`",
      /requirement is written by requirements/,
    ],
    ["domain/search/queries.ts", "sql`select from coding where removed_at is null`", /live_coding/],
    ["app/x/page.tsx", 'import { mint } from "@/domain/kernel/scope";', /gate/],
    ["app/x/page.tsx", "const id = slug as AuthorizedDossierId;", /gate/],
    ["domain/trace/gate.ts", "export const open = () => mint(reader, said);", /gate/],
    ["app/x/actions.ts", 'import { insertReactions } from "@/domain/reactions/rows";', /edge/],
    ["app/x/actions.ts", 'import { database } from "@/db/client";', /no SQL/],
    ["app/x/actions.ts", 'const who = { type: "system", name: "ik" };', /signed in/],
    [
      "app/x/actions.ts",
      'import { openDossierForJob } from "@/domain/dossiers/gate";',
      /only a job/,
    ],
    [
      "domain/trace/queries/x.ts",
      "await db.execute(sql`UPDATE ${reaction} set x = 1`);",
      /reactions/,
    ],
    ["domain/trace/queries/x.ts", "await db.insert(schema.reaction).values(row);", /reactions/],
    ["domain/trace/queries/x.ts", 'import { reaction as r } from "@/db/schema";', /own name/],
    ["domain/trace/queries/x.ts", "await tx.insert(passageReaction).values(row);", /by db/],
    ["domain/search/queries.ts", "const q = db.select().from(coding);", /live_coding/],
    ["domain/search/queries.ts", "sql`select count(*) from reaction`", /live_reaction/],
    ["domain/search/queries.ts", "const listed = sql`reaction r left join s`", /live_reaction/],
    ["domain/search/queries.ts", "sql`select 1 from ${reaction}`", /live_reaction/],
    ["domain/groups/queries.ts", "sql`select 1 order by position, g.name, id`", /dutchOrder/],
    ["domain/groups/queries.ts", "db.select().orderBy(asc(dossier.title));", /dutchOrder/],
    ["domain/groups/queries.ts", "where(ilike(account.name, `%x%`));", /holds/],
    ["domain/groups/rules.ts", "rows.sort((a, b) => a.name.localeCompare(b.name));", /order/],
    ["domain/search/queries.ts", "isNull(requirementLink.removedAt)", /live_coding/],
    ["domain/trace/queries/x.ts", "const all = 1;\nexport { all };", /query\(/],
    ["domain/trace/queries/x.ts", "export const ALL = async () => 1;", /query\(/],
    ["domain/trace/queries/x.ts", "export default async () => 1;", /query\(/],
    ["domain/trace/rules/x.ts", "const later = import(/* x */ `../queries/gaps`);", /Pure/],
    ["domain/trace/rules/x.ts", 'const a = require("../queries/gaps");', /Pure/],
    [
      "domain/trace/rules/x.ts",
      'import { a /* it is */ } from "../../dossiers/../trace/rows";',
      /Pure/,
    ],
    ["domain/trace/rules/x.ts", 'import fs from "node:fs";', /Pure/],
    ["components/trace/x.tsx", 'import { x } from "@/domain/../app/page";', /app -> components/],
    ["domain/trace/queries/x.ts", 'import { print } from "@/cli/run";', /pages/],
    ["db/x.ts", 'import { NotFound } from "@/domain/kernel/errors";', /lowest/],
    ["app/x/page.tsx", 'import { eq } from "drizzle-orm";', /no SQL/],
    ["cli/x.ts", 'import { reaction } from "@/db/schema";', /no SQL/],
  ];
  test.each(leaks)("%s: %s", (file, text, said) => {
    expect(faultsIn(new Map([[file, text]])).join("\n")).toMatch(said);
  });
});

describe("what is beside the features has their names", () => {
  const named = (folder: string, ending: string) =>
    fs.readdirSync(folder).flatMap((file) => {
      const name = file.endsWith(ending) ? file.slice(0, -ending.length) : null;
      return name ? [name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)] : [];
    });
  test.each([
    ["messages/nl", ".json", TREE.messages],
    ["db/schema", ".ts", TREE.schema],
    ["tests/factories", ".ts", TREE.factories],
    ["tests/integration", ".test.ts", TREE.tests],
  ] as const)("%s", (folder, ending, others) => {
    const known = new Set<string>([...TREE.features, ...Object.keys(others)]);
    expect(named(folder, ending).filter((name) => !known.has(name))).toEqual([]);
    // Each exception is one: a name that is a feature, or is not there, is none.
    for (const name of Object.keys(others)) {
      expect([name, TREE.features.includes(name)]).toEqual([name, false]);
      expect(named(folder, ending)).toContain(name);
    }
  });
});
