import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { openDatabase, shareDatabase } from "@/db/client";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { loadExample, personOf } from "@/tests/example/load";
import { AMONG, leaveEachOut } from "./measure";

/** `npm run score:suggestions`: how good the proposed kernwaarden are on the example dossier, each coded reaction left out in turn. */
async function main(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "herleid-suggestions-"));
  const opened = await openDatabase({ folder });
  shareDatabase(opened);
  try {
    const { slug } = await loadExample();
    const all = await leaveEachOut(await openDossierToRead(await personOf("author"), slug));
    const found = all.filter((one) => one.found).length;
    for (const { number, text, right, proposed, because } of all.filter((one) => !one.found)) {
      const names = (numbers: number[]) => numbers.map((n) => `K-${n}`).join(", ") || "nothing";
      console.log(
        `R-${number} “${text.slice(0, 70)}”: right ${names(right)}, proposed ${names(proposed.slice(0, 3))}`,
      );
      console.log(`   because of ${because.slice(0, 6).join(", ")}`);
    }
    console.log(
      `${found} of ${all.length} have one of theirs among the first ${AMONG}: ${Math.round((100 * found) / all.length)} %`,
    );
  } finally {
    await opened.close();
    shareDatabase(undefined);
    fs.rmSync(folder, { recursive: true });
  }
}

await main();
