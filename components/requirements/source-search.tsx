import { useTranslations } from "next-intl";
import { addresses, PARAMETERS } from "@/components/addresses";
import { Marked } from "@/components/text/marked";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { TextLink } from "@/components/ui/link";
import { SearchForm } from "@/components/ui/search-form";
import { Paragraph } from "@/components/ui/text";
import type { FoundSources } from "@/domain/requirements/model";
import { unmarked } from "@/domain/text/hits";
import { SourceGroup } from "./source-group";
import styles from "./source-search.module.css";

/**
 * Searches kernwaarden, reactions and the words of the sources for what a requirement comes from.
 * By address and ordinary forms, so that it works without JavaScript.
 */
export function SourceSearch({
  slug,
  requirementId,
  words,
  found,
  link,
}: {
  slug: string;
  requirementId: string;
  words: string;
  /** Null when nothing was asked. */
  found: FoundSources | null;
  link: (data: FormData) => Promise<void>;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("requirements");
  const here = to.requirement(requirementId, {}, "koppelen");
  const total = found ? found.coreValues.length + found.reactions.length + found.words.length : 0;

  const button = (name: string, fields: Record<string, string | number>) => (
    <ButtonForm
      action={link}
      className={styles.link}
      hidden={{ dossier: slug, requirementId, [PARAMETERS.link]: words, ...fields }}
    >
      <Button type="submit" size="small">
        {t("link.button")}
        <span className="visually-hidden"> {name}</span>
      </Button>
    </ButtonForm>
  );
  const linked = (
    <p className={styles.link}>
      <Badge tone="ok">{t("link.linked")}</Badge>
    </p>
  );

  return (
    <div className={styles.search}>
      <SearchForm
        action={here}
        label={t("link.label")}
        name={PARAMETERS.link}
        defaultValue={words}
        submitLabel={t("link.submit")}
        clearHref={words ? here : undefined}
      />
      {found ? (
        <div className={styles.results}>
          <p role="status" className={styles.total}>
            {total === 0 ? t("link.nothing", { words }) : t("link.found", { count: total, words })}
          </p>
          {total === 0 ? <Paragraph muted>{t("link.nothingHelp")}</Paragraph> : null}
          <SourceGroup kind="coreValue" title={t("link.coreValues")}>
            {found.coreValues.map((row) => (
              <li key={row.id} className={styles.result}>
                <div className={styles.words}>
                  <p className={styles.name}>
                    <span className={styles.code}>
                      {t("link.coreValueCode", { number: row.number })}
                    </span>{" "}
                    <Marked pieces={row.name} />
                  </p>
                  {row.definition.length > 0 ? (
                    <p className={styles.more}>
                      <Marked pieces={row.definition} />
                    </p>
                  ) : null}
                </div>
                {row.linked
                  ? linked
                  : button(t("link.coreValueCode", { number: row.number }), {
                      coreValueId: row.id,
                    })}
              </li>
            ))}
          </SourceGroup>
          <SourceGroup kind="reaction" title={t("link.reactions")}>
            {found.reactions.map((row) => (
              <li key={row.id} className={styles.result}>
                <div className={styles.words}>
                  <blockquote className={styles.quote}>
                    <Marked pieces={row.text} />
                  </blockquote>
                  <p className={styles.place}>
                    {[
                      t("trace.reaction", { number: row.number }),
                      row.speaker,
                      row.group,
                      row.consultation,
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </p>
                </div>
                {row.linked
                  ? linked
                  : button(t("trace.reaction", { number: row.number }), { reactionId: row.id })}
              </li>
            ))}
          </SourceGroup>
          <SourceGroup kind="passage" title={t("link.words")}>
            {found.words.map((row) => {
              const exact = unmarked(row.exact);
              const place = `${row.sourceVersionId}-${row.start}`;
              return (
                <li key={place} className={styles.result}>
                  <div className={styles.words}>
                    <blockquote className={styles.quote}>
                      <Marked pieces={row.exact} />
                    </blockquote>
                    <p className={styles.place}>
                      <TextLink href={to.quote(row.sourceId, { from: row.start, until: row.end })}>
                        {t("link.read", { source: row.source })}
                      </TextLink>
                    </p>
                  </div>
                  {button(t("trace.passageOf", { source: row.source }), {
                    sourceVersionId: row.sourceVersionId,
                    start: row.start,
                    end: row.end,
                    exact,
                  })}
                </li>
              );
            })}
          </SourceGroup>
        </div>
      ) : null}
    </div>
  );
}
