import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { Section } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import type { FormAction } from "@/components/ui/form-state";
import { Icon, type IconName } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/text";
import { formatMoment } from "@/domain/kernel/dates";
import type { BlockerRow, Passing, Readiness } from "@/domain/publication/model";
import { personalDataState, stateSums } from "@/domain/publication/rules";
import { HeldBackNames } from "./held-back";
import { PassOver } from "./pass-over";
import styles from "./readiness.module.css";

type State = BlockerRow["state"];

/** What an author does about what is in the way. */
export interface ReadinessActs {
  passOver: FormAction;
  withdraw: (data: FormData) => Promise<void>;
  /** Who answers, and on which day, as the page writes them. */
  who: string;
  day: string;
}

/** Whether this can be published, what is in the way and how to mend it, and what is good to know. */
export function ReadinessList({
  slug,
  readiness,
  acts,
}: {
  slug: string;
  readiness: Readiness;
  /** Left out for who may not. */
  acts?: ReadinessActs;
}) {
  const t = useTranslations("publication.readiness");
  const sums = stateSums(readiness);
  const bold = { b: (words: ReactNode) => <strong>{words}</strong> };
  const said =
    sums.open === 0
      ? t.rich("yes", bold)
      : t.rich(acts ? "no" : "noOther", { ...bold, count: sums.open });
  return (
    <>
      <Section title={t("title")} id="kan-dit">
        <Paragraph lead>{said}</Paragraph>
        <ul className={styles.sums}>
          {(["open", "passed", "clear"] as const).map((state) =>
            sums[state] > 0 ? (
              <li key={state} className={styles[state]}>
                <Icon name={ICONS[state]} />
                {t(`sums.${state}`, { count: sums[state] })}
              </li>
            ) : null,
          )}
        </ul>
      </Section>
      <Section title={t("must")} id="moet-kloppen">
        <ul className={styles.list}>
          {readiness.blockers.map((row) => (
            <Blocked key={row.blocker} slug={slug} row={row} readiness={readiness} acts={acts} />
          ))}
          <PersonalData slug={slug} readiness={readiness} acts={acts} />
        </ul>
      </Section>
      <Notes slug={slug} readiness={readiness} />
    </>
  );
}

const ICONS: Record<State, IconName> = { open: "error", passed: "arrow-right", clear: "check" };

/** One point: its state by a shape, what it is, and what one does about it. */
function Point({
  state,
  title,
  side,
  children,
}: {
  state: State | "note";
  title: string;
  side?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <li className={styles.point}>
      <span className={cx(styles.shape, styles[`${state}Shape`])}>
        <Icon name={state === "note" ? "info" : ICONS[state]} />
      </span>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        {side ? <div className={styles.side}>{side}</div> : null}
      </div>
      {children ? <div className={styles.body}>{children}</div> : null}
    </li>
  );
}

function Blocked({
  slug,
  row: { blocker, count, of, state, first, passing, key },
  readiness,
  acts,
}: {
  slug: string;
  row: BlockerRow;
  readiness: Readiness;
  acts?: ReadinessActs;
}) {
  const t = useTranslations("publication.readiness");
  const locale = useLocale();
  const to = addresses.dossier(slug);
  if (state === "clear") {
    const all = of > 0 ? t("of", { done: of, of }) : null;
    return <Point state="clear" title={t(`${blocker}.clear`)} side={all} />;
  }
  const [source] = readiness.changedSources;
  const mend = {
    withoutSource: to.accountability({ list: "eisen-zonder-herkomst" }, "lijst"),
    withoutAnswer: to.answering(),
    withoutApproval: to.reviewing(),
    suspect: source && readiness.changedSources.length === 1 ? to.places(source.id) : to.sources(),
  }[blocker];
  const title = t(`${blocker}.open`, { count });
  const toThing = blocker === "withoutAnswer" ? to.reaction : to.requirement;
  return (
    <Point
      state={state}
      title={title}
      side={<TextLink href={mend}>{t(`${blocker}.mend`)}</TextLink>}
    >
      <p>{t(`${blocker}.why`)}</p>
      <ul className={styles.named}>
        {first.map(({ id, code, text }) => (
          <li key={id}>
            <TextLink href={toThing(id)}>
              <b>{code}</b> {text}
            </TextLink>
          </li>
        ))}
        {count > first.length ? <li>{t("more", { count: count - first.length })}</li> : null}
      </ul>
      {state === "passed" && passing ? (
        <Passed passing={passing}>
          {acts ? (
            <Undo action={acts.withdraw} hidden={{ passingId: passing.id }} what={title} />
          ) : null}
        </Passed>
      ) : null}
      {state === "open" && passing ? (
        <p>
          {t("passing.lapsed", {
            reason: passing.reason,
            who: passing.by ?? t("passing.terminal"),
            day: formatMoment(passing.at, locale),
          })}
        </p>
      ) : null}
      {state === "open" && acts ? (
        <PassOver
          slug={slug}
          blocker={blocker}
          openKey={key}
          said={t(`${blocker}.sentence`, { count })}
          acts={acts}
        />
      ) : null}
    </Point>
  );
}

/** Personal data keeps more than an edition from going out: it is answered for on a page of its own. */
function PersonalData({
  slug,
  readiness: { personalData },
  acts,
}: {
  slug: string;
  readiness: Readiness;
  acts?: ReadinessActs;
}) {
  const t = useTranslations("publication.readiness");
  const ofHeld = useTranslations("publication.held");
  const to = addresses.dossier(slug);
  const { held, release } = personalData;
  const state = personalDataState(personalData);
  if (!held) return <Point state="clear" title={t("personalData.clear")} />;
  const searched = held.open > 0;
  const title = searched
    ? t("personalData.open", { count: held.open })
    : t("personalData.searching", { count: held.unsearched });
  return (
    <Point
      state={state}
      title={title}
      side={
        acts && searched ? (
          <TextLink href={to.personalData()}>{t("personalData.mend")}</TextLink>
        ) : null
      }
    >
      <p>{searched ? t("personalData.why") : t("personalData.searchingWhy")}</p>
      {searched && held.unsearched > 0 ? (
        <p>{ofHeld("unsearched", { count: held.unsearched })}</p>
      ) : null}
      {acts && searched ? <HeldBackNames held={held} /> : null}
      {release ? (
        <Passed passing={release}>
          {acts ? <Undo action={acts.withdraw} hidden={{ key: held.key }} what={title} /> : null}
        </Passed>
      ) : null}
      {acts && state === "open" ? (
        <p>
          <TextLink href={to.release()}>{ofHeld("anyway")}</TextLink>
        </p>
      ) : null}
    </Point>
  );
}

/** Who passed it over and why. */
function Passed({
  passing: { reason, by, at },
  children,
}: {
  passing: Omit<Passing, "id" | "count">;
  children: ReactNode;
}) {
  const t = useTranslations("publication.readiness.passing");
  const locale = useLocale();
  return (
    <div className={styles.said}>
      <p>
        <strong>{t("passed")}</strong> <q>{reason}</q>
      </p>
      <div className={styles.by}>
        <span>{t("by", { who: by ?? t("terminal"), day: formatMoment(at, locale) })}</span>
        {children}
      </div>
    </div>
  );
}

function Undo({
  action,
  hidden,
  what,
}: {
  action: ReadinessActs["withdraw"];
  hidden: Record<string, string>;
  what: string;
}) {
  const t = useTranslations("publication.readiness.passing");
  return (
    <ButtonForm action={action} hidden={hidden}>
      <Button type="submit" size="small" aria-label={t("undoOf", { what })}>
        <Icon name="undo" />
        {t("undo")}
      </Button>
    </ButtonForm>
  );
}

function Notes({ slug, readiness }: { slug: string; readiness: Readiness }) {
  const t = useTranslations("publication.readiness.note");
  const to = addresses.dossier(slug);
  const { silentGroups, expectedGroups, findings } = readiness;
  return (
    <Section title={t("title")} id="goed-om-te-weten">
      <Paragraph muted>{t("lead")}</Paragraph>
      <ul className={styles.list}>
        {silentGroups > 0 ? (
          <Point
            state="note"
            title={t("silentGroups", { count: silentGroups })}
            side={
              <TextLink href={to.accountability({ list: "groepen-zonder-inbreng" }, "lijst")}>
                {t("groups")}
              </TextLink>
            }
          />
        ) : expectedGroups > 0 ? (
          <Point state="clear" title={t("allGroups")} side={expectedGroups} />
        ) : null}
        {findings > 0 ? (
          <Point
            state="note"
            title={t("findings", { count: findings })}
            side={<TextLink href={to.findings()}>{t("findingsLink")}</TextLink>}
          />
        ) : (
          <Point state="clear" title={t("noFindings")} />
        )}
      </ul>
    </Section>
  );
}
