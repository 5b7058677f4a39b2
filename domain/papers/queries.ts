import { giveWay } from "@/db/give-way";
import { type EditionContent, type EditionHead, SECTIONS, type Section } from "../editions/model";
import { editionBodies, publicEdition } from "../editions/queries";
import { reactionCells } from "../editions/queries/site/cells";
import { apart } from "../kernel/apart";
import { NotFound, TooLarge } from "../kernel/errors";
import { query } from "../kernel/query";
import { type EditionScope, editionReader } from "../kernel/scope";
import {
  isTable,
  type PageFormat,
  type PaperFormat,
  type PaperKind,
  type PaperSource,
  type PaperText,
} from "./model";
import { madeOnce } from "./render/kept";
import { paperOf, tableOf } from "./rules";
import type { PaperTask } from "./task";

/** Things that are read at a time. */
const AT_ONCE = 500;
/** Requirements, reactions and quotations of which a paper can be made: more than that nobody reads on paper. */
export const MOST_THINGS = 20_000;
const TASK = "domain/papers/task.ts";

/**
 * A paper of an edition as a file, made in a process of its own of what was frozen and of nothing else.
 *
 * @param base the edition that held before it (`openBeside`), for what changed since; null when there is none.
 * @param text fixed words, in Dutch: the edition is Dutch.
 * @throws NotFound when both are not of one dossier. @throws TooLarge for an edition of which no paper can be made; its file and its pages have no such limit.
 */
export const paperFile = query(
  editionReader,
  async (
    scope: EditionScope,
    base: EditionScope | null,
    { kind, format }: { kind: PaperKind; format: PaperFormat },
    text: PaperText,
  ): Promise<Uint8Array> => {
    const { head, sha256 } = await publicEdition(scope);
    if (base && base.slug !== scope.slug) throw new NotFound();
    const beside = base && kind === "wijzigingen" ? await publicEdition(base) : null;
    return madeOnce(`${sha256} ${kind} ${format} ${beside?.sha256 ?? ""}`, async () => {
      const source: PaperSource = {
        ...{ head, sha256, content: await contentOf(scope, head) },
        cells: await reactionCells(scope),
        base:
          base && beside
            ? { head: beside.head, content: await contentOf(base, beside.head) }
            : null,
      };
      const input: PaperTask = isTable(format)
        ? { table: tableOf(kind, source, text), format }
        : { paper: paperOf(kind, source, text), format: format as PageFormat };
      return apart<PaperTask, never, Uint8Array>(TASK, input, () => {}, LIMITS);
    });
  },
  { codes: true },
);

/** All that was frozen, read some at a time. */
async function contentOf(scope: EditionScope, { sections }: EditionHead): Promise<EditionContent> {
  const { requirements, reactions, words } = sections;
  const things = requirements.count + reactions.count + words.count;
  if (things > MOST_THINGS) throw new TooLarge("papers.errors.tooLarge", { limit: MOST_THINGS });
  const read = async (section: Section): Promise<unknown[]> => {
    const all: unknown[] = [];
    for (let after = 0; ; ) {
      const { bodies, last } = await editionBodies(scope, section, after, AT_ONCE);
      if (bodies.length === 0) return all;
      for (const body of bodies) all.push(JSON.parse(body));
      after = last;
      await giveWay();
    }
  };
  const content: Record<string, unknown> = {};
  for (const section of SECTIONS) content[section] = await read(section);
  return content as unknown as EditionContent;
}

const LIMITS = { megabytes: 1_000, seconds: 120 };
