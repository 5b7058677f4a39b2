import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { RichTextView } from "@/components/editor/rich-text-view";
import { ClientMessages } from "@/components/shell/client-messages";
import { SuspectBadge } from "@/components/sources/suspect-badge";
import { Pagination } from "@/components/ui/pagination";
import type { Chapter, RequirementDraft, RequirementPage } from "@/domain/requirements/model";
import { chaptersOnPage } from "@/domain/requirements/rules/document";
import type { SourceMarks } from "@/domain/trace/model";
import { ChapterNav } from "./chapter-nav";
import { RequirementDocument } from "./document";
import { DocumentChapter } from "./document-chapter";
import type { DocumentActions } from "./document-context";
import { DocumentRequirement } from "./document-requirement";
import { DocumentSum } from "./document-sum";
import { DraftNotice } from "./draft-notice";
import { RequirementFacts } from "./requirement-facts";
import { SourceCounts } from "./source-counts";

/** A page of the Programma van Eisen as a document: its chapters and requirements in reading order. */
export function SpecificationDocument({
  slug,
  chapters,
  list,
  suspect,
  marksOf,
  filtering,
  asked,
  mayWrite,
  drafts,
  actions,
  hrefFor,
}: {
  slug: string;
  chapters: Chapter[];
  list: RequirementPage;
  /** Those that rest on words of which the source changed, or was removed. */
  suspect: ReadonlyMap<string, SourceMarks>;
  /** What else is said of each, below its text. */
  marksOf: (row: { id: string; code: string }) => ReactNode;
  /** Only what was searched for: no chapters without any. */
  filtering: boolean;
  /** Code of the requirement that the address asks for. */
  asked: string;
  mayWrite: boolean;
  /** What one was writing and did not leave. */
  drafts: RequirementDraft[];
  actions: DocumentActions;
  hrefFor: (page: number) => string;
}) {
  const to = addresses.dossier(slug);
  const { rows, page, pages } = list;
  const shown = chaptersOnPage(chapters, rows, { last: page === pages, empty: !filtering });
  const brief = rows.map(({ id, code, title }) => ({ id, code, title }));
  return (
    <ClientMessages
      namespaces={["requirements", "editor", "kinds", "sources.suspect", "sources.removed"]}
    >
      <RequirementDocument
        slug={slug}
        rows={brief}
        asked={brief.find(({ code }) => code === asked) ?? null}
        contents={
          <ChapterNav
            slug={slug}
            chapters={chapters}
            current={shown[0]?.chapter.id ?? null}
            rows={rows}
          />
        }
        actions={actions}
        mayWrite={mayWrite}
        sum={<DocumentSum slug={slug} chapters={chapters} />}
      >
        <DraftNotice slug={slug} drafts={drafts} />
        {page > 1 ? <Pagination {...list} hrefFor={hrefFor} /> : null}
        {shown.map(({ chapter, goesOn, rows: within }) => [
          <DocumentChapter
            key={chapter.id}
            slug={slug}
            chapter={chapter}
            goesOn={goesOn && !filtering}
            mayWrite={mayWrite}
          />,
          ...within.map((row) => (
            <DocumentRequirement
              key={row.id}
              row={{
                id: row.id,
                code: row.code,
                title: row.title,
                kind: row.kind,
                dropped: row.dropped,
                n: row.n,
              }}
              draft={drafts.some(({ requirementId }) => requirementId === row.id)}
              facts={<RequirementFacts version={row} brief />}
              foot={
                <>
                  <SourceCounts requirement={row} />
                  <SuspectBadge marks={suspect.get(row.id)} href={to.trace(row.id)} of={row.code} />
                  {marksOf(row)}
                </>
              }
            >
              <RichTextView body={row.body} />
            </DocumentRequirement>
          )),
        ])}
        <Pagination {...list} hrefFor={hrefFor} below />
      </RequirementDocument>
    </ClientMessages>
  );
}
