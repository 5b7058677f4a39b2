// @ts-check
import path from "node:path";
import { pathToFileURL } from "node:url";
import { programs } from "./programs.mjs";

/** `node cli/launch.mjs NAME …`: runs `cli/NAME.ts` as a plain program, which begins sooner than one read as it is written. */
const [, , name = "", ...args] = process.argv;
const folder = await programs();
process.setSourceMapsEnabled(true);
process.env.HERLEID_PROGRAMS = folder;
const program = path.join(folder, "cli", `${name}.mjs`);
process.argv = [process.execPath, program, ...args];
await import(pathToFileURL(program).href);
