import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { dryRunReport } from "@/domain/proposal/model";
import { listSources } from "@/domain/sources/queries";
import { dossierOf, person } from "@/tests/factories/people";
import { minutes } from "@/tests/factories/text";
import { dataPlace, herleid, scratchFolder, within } from "@/tests/processes";

// What each command prints and does is in tests/integration/cli.test.ts; here, that the program does it.

test("npm prints nothing of its own in between", () => {
  const file = path.join("tests", "example", "notulen-ouders-en-scholen.md");
  const args = ["run", "--silent", "herleid", "--", "import", file, "--dry-run", "--json"];
  const stdout = execFileSync("npm", args, { encoding: "utf8" });
  expect(dryRunReport.parse(JSON.parse(stdout)).documents).toHaveLength(1);
});

test("the program ends with the code of the command, and keeps what is wrong apart", async () => {
  const help = await herleid(["--help"]);
  expect(help).toMatchObject({ code: 0, stderr: "" });
  expect(help.stdout).toContain("import");
  const usage = await herleid(["import", "a.md"]);
  expect(usage).toMatchObject({ code: 2, stdout: "" });
  expect(usage.stderr.trim()).not.toBe("");
  const missing = path.join(scratchFolder(), "weg.md");
  const input = await herleid(["import", missing, "--dry-run"]);
  expect(input).toMatchObject({ code: 1, stdout: "" });
  expect(input.stderr.trim().split("\n")).toHaveLength(1);
  expect(input.stderr).toContain(missing);
});

test("a dry run makes no database", async () => {
  const folder = path.join(scratchFolder(), "data");
  const file = path.join("tests", "example", "notulen-ouders-en-scholen.md");
  const ended = await herleid(["import", file, "--dry-run"], { HERLEID_DATA: folder });
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  expect(fs.existsSync(folder)).toBe(false);
});

test("large minutes stand in the database when the program has ended", async () => {
  const place = await dataPlace();
  const owner = { type: "system", name: "test" } as const;
  const slug = await within(place, async () => (await dossierOf(await person())).slug);
  const file = path.join(scratchFolder(), "groot.md");
  fs.writeFileSync(file, minutes(1_000_000));
  const ended = await herleid(["import", file, "--dossier", slug], place.env);
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  await within(place, async () => {
    const { rows } = await listSources(await openDossierToRead(owner, slug));
    expect(rows).toMatchObject([{ fileName: "groot.md", byteSize: fs.statSync(file).size }]);
  });
});
