import fs from "node:fs";
import path from "node:path";

/**
 * The real minutes this was made for. They are not part of the project: `HERLEID_SOURCES` names the
 * folder. Without it tests on them are skipped, except in the acceptance, where they must be there.
 */
const FILES = {
  minutes: "notulen-consultatie-schoolcoaches-2017.md",
  sheet: "informatie-ouder-kind-coach-2017.txt",
};

const folder = process.env.HERLEID_SOURCES;

export const sourcesPresent =
  !!folder && Object.values(FILES).every((name) => fs.existsSync(path.join(folder, name)));

if (process.env.HERLEID_ACCEPTANCE && !sourcesPresent) {
  throw new Error("HERLEID_SOURCES names no folder with the real minutes");
}

/** Path of one of the real files. */
export function realSource(name: keyof typeof FILES): string {
  return path.join(folder ?? "", FILES[name]);
}
