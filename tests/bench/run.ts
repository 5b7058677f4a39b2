import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import type { Coverage } from "@/domain/coverage/model";
import { coverage } from "@/domain/coverage/queries";
import { readActions, saveAction, wordAction } from "./actions";
import type { Contents, Size } from "./contents";
import { buildDossier, emptyDossier } from "./dossier";
import { confirmAction, importAction, quoteAction, workbenchActions } from "./imports";
import { type Action, type Measurement, measure } from "./measure";
import { readingActions } from "./reading";

export interface Plan {
  sizes: Size[];
  /** The dossier of which a Word document is made at every size. */
  word: Size;
  imports: { label: string; characters: number; runs: number }[];
  /** Segments of the part that is confirmed. */
  segments: number;
  /** Characters that stand before that part in a long file. */
  before: number;
  /** Runs of each reading and saving; of what takes long there are fewer. */
  runs: number;
}

export const FULL: Plan = {
  sizes: [
    { requirements: 100, reactions: 2_000 },
    { requirements: 1_000, reactions: 20_000 },
    { requirements: 5_000, reactions: 100_000 },
  ],
  word: { requirements: 300, reactions: 6_000 },
  imports: [
    { label: "100 kB", characters: 100_000, runs: 5 },
    { label: "5 MB", characters: 5_000_000, runs: 2 },
  ],
  segments: 2_000,
  before: 1_000_000,
  runs: 9,
};

/** To see that everything runs; its times say nothing. */
export const QUICK: Plan = {
  sizes: [
    { requirements: 40, reactions: 200 },
    { requirements: 100, reactions: 1_000 },
  ],
  word: { requirements: 20, reactions: 200 },
  imports: [
    { label: "10 kB", characters: 10_000, runs: 1 },
    { label: "100 kB", characters: 100_000, runs: 1 },
  ],
  segments: 60,
  before: 10_000,
  runs: 1,
};

export interface SizeResult {
  size: Size;
  contents: Contents;
  coverage: Coverage;
  /** Milliseconds that building the dossier took. */
  building: number;
  /** The large dossier, and the one with minutes on the workbench. */
  dossierId: string;
  workId: string;
  correctionLink: string;
  databaseBytes: number;
  measurements: Measurement[];
}

/**
 * Builds a dossier of one size in the database of this process and measures every action on it.
 *
 * @param onStep is told what is being done, for who waits at a terminal.
 */
export async function benchSize(
  plan: Plan,
  size: Size,
  onStep: (step: string) => void = () => {},
): Promise<SizeResult> {
  const db = await database();
  onStep(`building ${size.requirements} requirements, ${size.reactions} reactions`);
  const start = performance.now();
  const built = await buildDossier(size);
  const building = performance.now() - start;
  const word = await buildDossier(plan.word);
  // What happens by itself a minute after so many rows came in: by autovacuum on a server, and by
  // `keepAnalysed` of db/client.ts in the embedded database.
  await db.execute(sql`analyze`);
  const counted = await coverage(built.scope);
  const imports = await emptyDossier("Bench invoer");
  const few = Math.min(plan.runs, 3);

  const actions: (() => Promise<Action[]>)[] = [
    () => readActions(built, plan.runs),
    () => readingActions(built, plan.runs),
    async () => [await saveAction(built, plan.runs)],
    async () => [wordAction(word.scope, `${plan.word.requirements} requirements`, few)],
    ...plan.imports.map(({ label, characters, runs }) => async () => [
      await importAction(imports, label, characters, runs),
    ]),
    async () => [
      await quoteAction(imports, Math.max(...plan.imports.map((one) => one.characters)), few),
    ],
    () => workbenchActions(imports, plan.segments, plan.runs),
    async () => [await confirmAction(imports, plan.segments, few)],
    async () => [await confirmAction(imports, plan.segments, 1, plan.before)],
  ];
  const measurements: Measurement[] = [];
  for (const make of actions) {
    for (const action of await make()) {
      onStep(action.name);
      measurements.push(await measure(action));
    }
  }
  const [disk] = await rowsOf<{ bytes: string }>(
    db,
    sql`select pg_database_size(current_database())::text as bytes`,
  );
  return {
    size,
    contents: built.contents,
    coverage: counted,
    building,
    dossierId: built.scope.dossierId,
    workId: imports.dossierId,
    correctionLink: built.correctionLink,
    databaseBytes: Number(disk?.bytes ?? 0),
    measurements,
  };
}
