import fs from "node:fs/promises";
import path from "node:path";

/** Puts a mail as a page into a folder, for who has no mail server: under its id, so that twice is once. */
export async function putInFolder(
  folder: string,
  { id, at, page }: { id: string; at: string; page: string },
): Promise<void> {
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  // By time, so that the newest stands last.
  const name = `${new Date(at).toISOString().slice(0, 19).replaceAll(":", "-")}-${id}.html`;
  const whole = path.join(/*turbopackIgnore: true*/ folder, name);
  // Whole or not at all: who looks into the folder never sees half a mail.
  const half = `${whole}.half`;
  await fs.writeFile(half, page, { mode: 0o600 });
  await fs.rename(half, whole);
}
