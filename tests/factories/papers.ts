import { openEditionOfDossier } from "@/domain/editions/gate";
import { SECTIONS } from "@/domain/editions/model";
import { publicEdition } from "@/domain/editions/queries";
import { reactionCells } from "@/domain/editions/queries/site/cells";
import type { ReaderScope } from "@/domain/kernel/scope";
import type { Paper, PaperKind, PaperSource } from "@/domain/papers/model";
import { paperOf } from "@/domain/papers/rules";
import { sentencesIn } from "@/i18n/sentence";
import { fileOfEdition } from "./editions";

/** What papers of an edition are made of, read from its file. @param before the edition with which it is compared. */
export async function paperSource(
  scope: ReaderScope,
  number: string,
  before?: string,
): Promise<PaperSource> {
  const reader = await openEditionOfDossier(scope, number);
  const { head, sha256 } = await publicEdition(reader);
  const { content } = await fileOfEdition(scope, number);
  const base = before === undefined ? null : await paperSource(scope, before);
  return { head, sha256, content, cells: await reactionCells(reader), base };
}

export const dutchPaper = (kind: PaperKind, source: PaperSource): Paper =>
  paperOf(kind, source, sentencesIn("nl"));

/** The same edition as often as is asked, each with keys of its own: large, and whole. */
export function repeated(source: PaperSource, times: number): PaperSource {
  const again = (n: number) => {
    const json = JSON.stringify(source.content).replace(
      /"([BCEHKRSUW])-(\d[\d.]*)"/g,
      (_all, letter: string, rest: string) => `"${letter}-${n}.${rest}"`,
    );
    return JSON.parse(json) as PaperSource["content"];
  };
  const all = Array.from({ length: times }, (_, i) => again(i + 1));
  const content = Object.fromEntries(
    SECTIONS.map((section) => [section, all.flatMap((one) => one[section] as unknown[])]),
  );
  return {
    ...{ head: source.head, sha256: source.sha256, base: null },
    content: content as unknown as PaperSource["content"],
    cells: all.flatMap((one) =>
      one.reactions.map(({ statement, group, answer }) => ({
        ...{ statement, group, outcome: answer?.outcome ?? null, count: 1 },
      })),
    ),
  };
}
