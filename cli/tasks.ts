import fs from "node:fs";
import path from "node:path";
import { build } from "esbuild";

/** Where a build of the app keeps the programs of `bundleTasks`. */
export const TASKS = path.resolve(".next", "tasks");

/**
 * Makes plain programs of the work that is done in a process of its own (domain/kernel/apart.ts): read as it is written,
 * such a process takes a second before it begins, and now a fifth of that. Packages stay what they are.
 *
 * @param folder where they come, under the names of their sources; `HERLEID_TASKS` then says so.
 * @param others tasks that stand elsewhere.
 */
export async function bundleTasks(folder: string, others: readonly string[] = []): Promise<void> {
  const tasks = fs
    .readdirSync("domain")
    .map((feature) => `domain/${feature}/task.ts`)
    .filter((file) => fs.existsSync(file));
  fs.rmSync(folder, { recursive: true, force: true });
  await build({
    entryPoints: ["domain/kernel/child.ts", ...tasks, ...others],
    outbase: ".",
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
  });
}
