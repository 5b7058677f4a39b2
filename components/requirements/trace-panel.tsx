import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { SuspectBadge } from "@/components/sources/suspect-badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { Heading } from "@/components/ui/heading";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { Quote } from "@/components/ui/text";
import type { RequirementLinks } from "@/domain/requirements/model";
import type { SourceMarks } from "@/domain/trace/model";
import { SourceGroup } from "./source-group";
import styles from "./trace-panel.module.css";

/**
 * What a requirement comes from, with the words in view and the way to where they stand. With
 * `unlink` (for an author) each can be taken away.
 */
export function TracePanel({
  slug,
  requirementId,
  code,
  links,
  marks,
  noSourceReason,
  dropped,
  unlink,
  children,
}: {
  slug: string;
  requirementId: string;
  code: string;
  links: RequirementLinks;
  /** By id, of what it is linked to: that of which the source changed, or was removed. */
  marks: ReadonlyMap<string, SourceMarks>;
  noSourceReason: string | null;
  dropped: boolean;
  unlink?: (data: FormData) => Promise<void>;
  /** What an author can do about it. */
  children?: ReactNode;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("requirements");
  const total = links.coreValues.length + links.reactions.length + links.passages.length;
  const removal = (linkId: string, name: string) =>
    unlink ? (
      <ButtonForm
        action={unlink}
        className={styles.unlink}
        hidden={{ dossier: slug, requirementId, linkId }}
      >
        <Button type="submit" variant="subtle" size="small">
          {t("trace.unlink")}
          <span className="visually-hidden"> {name}</span>
        </Button>
      </ButtonForm>
    ) : null;

  const suspect = (id: string, name: string, at: string) => (
    <SuspectBadge marks={marks.get(id)} href={at} of={name} />
  );
  const placeOf = (id: string, sourceId: string, passageId: string) =>
    marks.get(id)?.removed
      ? to.quote(sourceId, { passage: passageId })
      : to.places(sourceId, { passage: passageId });

  return (
    <section aria-labelledby="herkomst-title" id="herkomst" className={styles.panel}>
      <div className={styles.top}>
        <Heading level={2} id="herkomst-title" className={styles.heading}>
          {t("trace.title")}
        </Heading>
        {total > 0 ? (
          <TextLink href={to.trace(requirementId)} className={styles.whole}>
            <Icon name="trace" />
            {t("trace.whole")}
          </TextLink>
        ) : null}
      </div>
      {total === 0 ? (
        <NoSource noSourceReason={noSourceReason} dropped={dropped} />
      ) : (
        <div className={styles.groups}>
          <SourceGroup
            className={styles.items}
            kind="coreValue"
            title={t("count.coreValues", { count: links.coreValues.length })}
          >
            {links.coreValues.map((link) => (
              <li key={link.linkId} className={styles.item}>
                <p className={styles.name}>
                  <TextLink href={to.coreValue(link.id)}>
                    {t("trace.coreValue", { number: link.number, name: link.name })}
                  </TextLink>
                </p>
                {link.definition ? <p className={styles.words}>{link.definition}</p> : null}
                <p className={styles.place}>{t("trace.codings", { count: link.words })}</p>
                {suspect(link.id, link.name, to.coreValue(link.id))}
                {removal(link.linkId, link.name)}
              </li>
            ))}
          </SourceGroup>
          <SourceGroup
            className={styles.items}
            kind="reaction"
            title={t("count.reactions", { count: links.reactions.length })}
          >
            {links.reactions.map((link) => (
              <li key={link.linkId} className={styles.item}>
                <Quote
                  source={
                    <>
                      <TextLink href={to.reaction(link.id)}>
                        {t("trace.reaction", { number: link.number })}
                      </TextLink>
                      {[link.speaker, link.group, link.consultation]
                        .filter(Boolean)
                        .map((fact) => ` · ${fact}`)
                        .join("")}
                    </>
                  }
                >
                  {shortened(link.text)}
                </Quote>
                {link.passageId && link.sourceId ? (
                  <TextLink
                    href={to.quote(link.sourceId, { passage: link.passageId })}
                    className={styles.where}
                  >
                    {t("trace.inSource")}
                  </TextLink>
                ) : null}
                {link.passageId && link.sourceId
                  ? suspect(
                      link.id,
                      t("trace.reaction", { number: link.number }),
                      placeOf(link.id, link.sourceId, link.passageId),
                    )
                  : null}
                {removal(link.linkId, t("trace.reaction", { number: link.number }))}
              </li>
            ))}
          </SourceGroup>
          <SourceGroup
            className={styles.items}
            kind="passage"
            title={t("count.passages", { count: links.passages.length })}
          >
            {links.passages.map((link) => (
              <li key={link.linkId} className={styles.item}>
                <Quote source={link.consultationTitle ?? link.sourceTitle}>
                  {shortened(link.exact)}
                </Quote>
                <TextLink
                  href={to.quote(link.sourceId, { passage: link.passageId })}
                  className={styles.where}
                >
                  {t("trace.inSource")}
                </TextLink>
                {suspect(
                  link.passageId,
                  t("trace.passageOf", { source: link.sourceTitle }),
                  placeOf(link.passageId, link.sourceId, link.passageId),
                )}
                {removal(link.linkId, t("trace.passageOf", { source: link.sourceTitle }))}
              </li>
            ))}
          </SourceGroup>
        </div>
      )}
      {unlink ? (
        <div className={styles.actions}>
          <ButtonLink href="#koppelen" size="small" scroll>
            <Icon name="plus" />
            {t("trace.add", { code })}
          </ButtonLink>
        </div>
      ) : null}
      {children}
    </section>
  );
}

/** Quotes up to here stand whole in the panel; the rest is a link away. */
const QUOTE = 420;

function shortened(text: string): string {
  return text.length > QUOTE
    ? `${text
        .slice(0, QUOTE)
        .replace(/\s\S*$/, "")
        .trimEnd()} …`
    : text;
}

function NoSource({
  noSourceReason,
  dropped,
}: {
  noSourceReason: string | null;
  dropped: boolean;
}) {
  const t = useTranslations("requirements");
  if (noSourceReason) {
    return (
      <div className={styles.reasoned}>
        <p className={styles.name}>{t("noSource.title")}</p>
        <p className={styles.words}>{noSourceReason}</p>
      </div>
    );
  }
  if (dropped) return <p className={styles.place}>{t("noSource.none")}</p>;
  return (
    <div className={styles.missing}>
      <Icon name="warning" />
      <p>
        <strong>{t("noSource.missing")}</strong> {t("noSource.missingHelp")}
      </p>
    </div>
  );
}
