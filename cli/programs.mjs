// @ts-check
import { createHash, randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { build } from "esbuild";

/** Where plain programs are kept, from the root of the project. */
const KEPT = path.join(".cache", "programs");
/** Says which folder of them was made last, and of what. */
const LAST = "last.json";
/** A program that began before a change still reads parts of itself from the folder it was made in. */
const FOLDERS = 4;

/**
 * Plain programs of what runs at the terminal and of what is done in a process of its own (domain/kernel/apart.ts). Read
 * as it is written, every such process takes seconds before it begins; a program takes a fifth of that. They are made
 * anew when a file changed that they were made of, whoever asks first. Packages stay what they are.
 *
 * @param {string} root of the project. @param {readonly string[]} sources files from there, each a program.
 * @returns {Promise<string>} the folder with a program for each, under the name of its source but for `.mjs` at the end.
 */
export async function programs(root = process.cwd(), sources = sourcesIn(root)) {
  const kept = path.join(root, KEPT);
  const last = lastIn(kept);
  if (last && isOf(root, sources, last)) return path.join(kept, last.folder);
  const folder = randomUUID();
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...sources],
    outbase: ".",
    outdir: path.join(kept, folder),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    logLevel: "error",
  });
  const inputs = Object.fromEntries(
    Object.keys(metafile.inputs).map((file) => [file, hashOf(root, file)]),
  );
  const mark = path.join(kept, folder, LAST);
  fs.writeFileSync(mark, JSON.stringify({ folder, sources, inputs }));
  // In one step, so that who reads it meanwhile reads the one or the other.
  fs.renameSync(mark, path.join(kept, LAST));
  removeOld(kept, folder);
  return path.join(kept, folder);
}

/** @param {string} root */
function sourcesIn(root) {
  const inFolder = (/** @type {string} */ folder) =>
    fs
      .readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `${folder}/${name}`);
  const tasks = fs
    .readdirSync(path.join(root, "domain"))
    .map((feature) => `domain/${feature}/task.ts`)
    .filter((file) => fs.existsSync(path.join(root, file)));
  const more = ["edge/main.ts", "domain/kernel/child.ts"];
  return [...inFolder("cli"), ...more, ...tasks, ...inFolder("tests/programs")].sort();
}

/**
 * @typedef {{ folder: string, sources: string[], inputs: Record<string, string> }} Made
 * @param {string} kept
 * @returns {Made | null}
 */
function lastIn(kept) {
  try {
    return JSON.parse(fs.readFileSync(path.join(kept, LAST), "utf8"));
  } catch {
    return null;
  }
}

/** @param {string} root @param {readonly string[]} sources @param {Made} made */
function isOf(root, sources, made) {
  return (
    fs.existsSync(path.join(root, KEPT, made.folder)) &&
    sources.join() === made.sources.join() &&
    Object.entries(made.inputs).every(([file, hash]) => hashOf(root, file) === hash)
  );
}

/** @param {string} root @param {string} file */
function hashOf(root, file) {
  try {
    return createHash("sha256")
      .update(fs.readFileSync(path.join(root, file)))
      .digest("base64");
  } catch {
    return "gone";
  }
}

/** @param {string} kept @param {string} newest */
function removeOld(kept, newest) {
  const made = fs
    .readdirSync(kept, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== newest)
    .map(({ name }) => ({ name, at: fs.statSync(path.join(kept, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { name } of made.slice(FOLDERS - 1)) {
    fs.rmSync(path.join(kept, name), { recursive: true, force: true });
  }
}
