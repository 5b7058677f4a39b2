import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { TraceShape } from "@/components/ui/badge";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { FilterLinks } from "@/components/ui/search-form";
import { CodeTag, Paragraph } from "@/components/ui/text";
import type { SearchGroup, SearchHit, SearchKind, SearchResult } from "@/domain/search/model";
import { Marked } from "../text/marked";
import styles from "./search-results.module.css";

function addressOfHit(slug: string, kind: SearchKind, { id, words }: SearchHit): string {
  const to = addresses.dossier(slug);
  if (kind !== "source") return to.thing(kind, id);
  return words ? to.quote(id, { from: words.start, until: words.end }) : to.source(id);
}

/** What was found, per kind of thing, with the hits marked. */
export function SearchResults({
  result,
  only,
  slug,
}: {
  result: SearchResult;
  /** One kind on its own, page by page. */
  only: SearchKind | null;
  slug: string;
}) {
  const t = useTranslations("search");
  if (result.empty) {
    return (
      <EmptyState title={result.words ? t("stopWords.title") : t("start.title")}>
        <p>{result.words ? t("stopWords.text") : t("start.text")}</p>
        <p>{t("start.tips")}</p>
      </EmptyState>
    );
  }
  const found = result.groups.filter((group) => group.total > 0);
  const to = addresses.dossier(slug);
  const address = (kind?: SearchKind, page?: number) =>
    to.search({ search: result.words, kind, page });
  if (found.length === 0) {
    return (
      <EmptyState title={t("nothing.title", { words: result.words })}>
        <p>{t("nothing.text")}</p>
      </EmptyState>
    );
  }
  return (
    <>
      {only ? (
        <Paragraph>
          <TextLink href={address()}>{t("back")}</TextLink>
        </Paragraph>
      ) : (
        <FilterLinks
          label={t("found")}
          items={found.map((group) => ({
            href: `#${group.kind}`,
            label: t(`kind.${group.kind}`),
            count: group.total,
          }))}
        />
      )}
      {found.map((group) => (
        <Section
          key={group.kind}
          id={group.kind}
          title={
            <span className={styles.title}>
              {group.kind === "source" ? null : <TraceShape tone={group.kind} />}
              {t("heading", {
                kind: t(`kind.${group.kind}`),
                count: countOf(group, t("moreThan")),
              })}
            </span>
          }
        >
          <ul className={styles.hits}>
            {group.hits.map((hit) => (
              <li key={`${hit.id}${hit.words?.start ?? ""}`} className={styles.hit}>
                <Hit hit={hit} kind={group.kind} slug={slug} />
              </li>
            ))}
          </ul>
          {only ? (
            <Pagination
              page={group.page}
              pages={group.pages}
              total={group.total}
              hrefFor={(page) => address(group.kind, page)}
            />
          ) : group.total > group.hits.length ? (
            <p>
              <TextLink href={address(group.kind)}>
                {t("all", { kind: t(`kind.${group.kind}`), count: countOf(group, t("moreThan")) })}
              </TextLink>
            </p>
          ) : null}
        </Section>
      ))}
    </>
  );
}

function countOf(group: SearchGroup, moreThan: string): string {
  return group.more ? `${moreThan} ${group.total}` : String(group.total);
}

function Hit({ hit, kind, slug }: { hit: SearchHit; kind: SearchKind; slug: string }) {
  const t = useTranslations("search");
  const name = hit.code ? `${t(`one.${kind}`)} ${hit.code}` : t(`one.${kind}`);
  const facts = [
    hit.place,
    hit.under ? t("under", { label: hit.under }) : null,
    hit.words ? t("block", { block: hit.words.block }) : null,
  ].filter(Boolean);
  return (
    <>
      <p className={styles.name}>
        {hit.code && hit.title ? <CodeTag>{hit.code}</CodeTag> : null}
        <TextLink href={addressOfHit(slug, kind, hit)}>
          {hit.title ? <Marked pieces={hit.title} /> : name}
        </TextLink>
        {facts.length > 0 ? <span className={styles.place}>{facts.join(" · ")}</span> : null}
      </p>
      <p className={styles.words}>
        <Marked pieces={hit.snippet} />
      </p>
    </>
  );
}
