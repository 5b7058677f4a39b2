import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { programs } from "@/cli/programs.mjs";
import { scratchFolder } from "../processes";

/** A project of one program that says what another file holds. */
function project() {
  const root = scratchFolder();
  const write = (file: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  };
  write(
    "cli/say.ts",
    'import { words } from "../domain/words";\nconsole.log(words satisfies string);',
  );
  write("domain/words.ts", 'export const words = "eerst";');
  const make = () => programs(root, ["cli/say.ts"]);
  const says = (folder: string) =>
    execFileSync(process.execPath, [path.join(folder, "cli", "say.mjs")], { encoding: "utf8" });
  return { root, write, make, says };
}

test("programs are made once, and anew when something they were made of changed", async () => {
  const { write, make, says } = project();
  const first = await make();
  expect(says(first)).toBe("eerst\n");
  expect(await make()).toBe(first);
  write("domain/other.ts", "export const nothing = 1;");
  expect(await make()).toBe(first);
  write("domain/words.ts", 'export const words = "daarna";');
  const second = await make();
  expect(says(second)).toBe("daarna\n");
  // What began before goes on with its own.
  expect(says(first)).toBe("eerst\n");
});

test("those of long ago are taken away, and what cannot be read is made anew", async () => {
  const { root, write, make, says } = project();
  const first = await make();
  for (const words of ["a", "b", "c", "d"]) {
    write("domain/words.ts", `export const words = "${words}";`);
    await make();
  }
  expect(fs.existsSync(first)).toBe(false);
  fs.writeFileSync(path.join(root, ".cache", "programs", "last.json"), "{");
  expect(says(await make())).toBe("d\n");
  fs.rmSync(path.join(root, ".cache"), { recursive: true });
  expect(says(await make())).toBe("d\n");
});

test("a program with a fault in it is no program, and the one before stays", async () => {
  const { write, make, says } = project();
  const first = await make();
  write("domain/words.ts", "export const words = ;");
  await expect(make()).rejects.toThrow();
  expect(says(first)).toBe("eerst\n");
});
