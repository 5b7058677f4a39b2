import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { SAID, type SaidField } from "@/domain/editions/rules/changes";
import { codesAreFixed } from "@/domain/editions/rules/numbers";
import type { OriginView, RequirementChangeView } from "@/domain/editions/rules/views";
import styles from "./changes.module.css";
import { WordChanges } from "./word-changes";

/** What became of one requirement: its words, why, and what it rests on by now. */
export function RequirementChange({
  slug,
  number,
  base,
  row,
}: {
  slug: string;
  number: string;
  base: string;
  row: RequirementChangeView;
}) {
  const t = useTranslations("editions.changes");
  const { kind, before, after, was, is, reasons } = row;
  const shown = is ?? was;
  if (!shown) return null;
  const code = after ?? before ?? "";
  return (
    <article className={styles.change} id={after ?? `was-${code}`}>
      <div className={styles.what}>
        <span className={styles.kind}>{t(`kind.${kind}`)}</span>
        <b>{code}</b>
        {before && after && before !== after ? (
          <span className="muted small">{t("codeWas", { code: before, number: base })}</span>
        ) : null}
      </div>
      <div className={styles.words}>
        <Heading level={3}>
          <TextLink href={addresses.dossier(slug).requirement(shown.id)}>{shown.title}</TextLink>
        </Heading>
        <WhatChanged row={row} number={number} />
      </div>
      <div className={styles.why}>
        <p className="muted small">{t("why")}</p>
        {reasons.length > 0 ? (
          reasons.map((reason) => <p key={reason}>{reason}</p>)
        ) : (
          <p className="muted">{t("noReason")}</p>
        )}
        {kind === "dropped" ? null : <Occasion row={row} />}
      </div>
    </article>
  );
}

function WhatChanged({ row, number }: { row: RequirementChangeView; number: string }) {
  const t = useTranslations("editions.changes");
  const kinds = useTranslations("kinds.requirement");
  const { kind, was, is, moved } = row;
  const place = moved ? (
    <p>
      {moved.from.title === moved.to.title
        ? t("movedWithin", {
            ...{ from: moved.from.place, to: moved.to.place },
            ...{ chapter: moved.to.chapter, title: moved.to.title },
          })
        : t("movedTo", {
            ...{ from: moved.from.place, to: moved.to.place },
            ...{ fromChapter: moved.from.title, toChapter: moved.to.title },
          })}
    </p>
  ) : null;
  if (kind === "added" && is) {
    return (
      <>
        <WordChanges before="" after={is.text} />
        {was ? <p className="muted">{t("restored")}</p> : null}
      </>
    );
  }
  if (kind === "dropped" && was) {
    return (
      <>
        <WordChanges before={was.text} after="" />
        {is ? null : <p className="muted">{t("gone", { number })}</p>}
        {is && codesAreFixed(number) ? (
          <p className="muted">{t("codeStays", { code: is.key })}</p>
        ) : null}
      </>
    );
  }
  if (kind === "origin") return <p className="muted">{t("onlyOrigin")}</p>;
  if (kind === "moved") {
    return (
      <>
        {place}
        <p className="muted">{t("onlyMoved")}</p>
      </>
    );
  }
  if (!was || !is) return null;
  const words = (one: typeof was, field: SaidField) =>
    field === "kind" ? kinds(one.kind) : String(one[field] ?? "");
  const fields = SAID.filter((field) => words(was, field) !== words(is, field));
  return (
    <>
      {fields.length === 0 ? <p className="muted">{t("onlyForm")}</p> : null}
      {fields.length > 0 && was.text === is.text ? <p className="muted">{t("sameText")}</p> : null}
      {fields.map((field) => (
        <div key={field}>
          {field === "text" ? null : <p className="muted small">{t(`field.${field}`)}</p>}
          <WordChanges before={words(was, field)} after={words(is, field)} />
        </div>
      ))}
      {place}
    </>
  );
}

/** What it rests on by now and did not, and what it rests on no more. */
function Occasion({ row: { kind, is, gained, lost, grown } }: { row: RequirementChangeView }) {
  const t = useTranslations("editions.changes");
  const site = useTranslations("editions.site");
  const came = gained.coreValues.length + gained.quotes.length + grown.length;
  const went = lost.coreValues.length + lost.quotes.length;
  return (
    <>
      {came > 0 || went === 0 ? <p className="muted small">{t("occasion")}</p> : null}
      {came > 0 ? (
        <ul className={styles.plain}>
          <Origin origin={gained} />
          {grown.map(({ coreValue, gained: count }) => (
            <li key={coreValue.key}>
              <b>{coreValue.key}</b> {coreValue.name}{" "}
              <span className="muted">({t("grown", { count })})</span>
            </li>
          ))}
        </ul>
      ) : null}
      {came + went > 0 ? null : kind === "added" ? (
        <p className="muted">{is?.noSourceReason ?? site("requirement.noSource")}</p>
      ) : (
        <p className="muted">{t("noOccasion")}</p>
      )}
      {went > 0 ? (
        <>
          <p className="muted small">{t("lost")}</p>
          <ul className={styles.plain}>
            <Origin origin={lost} />
          </ul>
        </>
      ) : null}
    </>
  );
}

function Origin({ origin: { coreValues, quotes, more } }: { origin: OriginView }) {
  const t = useTranslations("editions.changes");
  const site = useTranslations("editions.site");
  return (
    <>
      {coreValues.map(({ key, name }) => (
        <li key={key}>
          <b>{key}</b> {name}
        </li>
      ))}
      {quotes.map(({ reaction, group, text, at }) => (
        <li key={`${reaction?.key} ${at?.block} ${text}`}>
          {reaction ? (
            <>
              <b>{reaction.key}</b> {group?.name ?? site("noGroup")}
            </>
          ) : (
            (at?.source.title ?? site("looseWords"))
          )}
          <br />
          <span className={styles.said} lang="nl">
            “{text}”
          </span>
        </li>
      ))}
      {more > 0 ? <li className="muted">{t("moreWords", { count: more })}</li> : null}
    </>
  );
}
