import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { FileName } from "@/components/participation/file-name";
import { Badge } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { RadioGroup } from "@/components/ui/choice-fields";
import { TextareaField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { TextLink } from "@/components/ui/link";
import { Unfold } from "@/components/ui/unfold";
import { REFUSAL_REASONS } from "@/db/vocabulary";
import { formatMoment } from "@/domain/kernel/dates";
import {
  type DecidedBefore,
  MAX_REFUSAL_NOTE,
  type ModeratedReaction,
} from "@/domain/moderation/model";
import { outcomeOf } from "@/domain/moderation/rules";
import { CodePointIndex } from "@/domain/text/rules";
import { KeyHint } from "./key-hint";
import styles from "./moderation.module.css";
import { SameReactions } from "./same-reactions";

/** What one can do with a reaction; null for who may only look. */
export interface Deciding {
  place: (data: FormData) => Promise<void>;
  keep: (data: FormData) => Promise<void>;
  refuse: FormAction;
  /** Says of two whether they say the same. */
  judge: (data: FormData) => Promise<void>;
  nextHref: string | null;
}

/** One reaction: its words with what may be personal data, what others read, what was said of it, and what to decide. */
export function OneReaction({
  slug,
  reaction,
  deciding,
  compareHref,
}: {
  slug: string;
  reaction: ModeratedReaction;
  deciding: Deciding | null;
  /** Where it stands beside another. */
  compareHref: (reactionId: string) => string;
}) {
  const t = useTranslations("moderation");
  const positions = useTranslations("participation.react.position");
  const language = useLocale();
  const { number, group, statement, position, sentAt, asked, file } = reaction;
  return (
    <>
      <section className={styles.section} aria-labelledby="reactie">
        <div className={styles.head}>
          <h2 id="reactie" className={styles.number} tabIndex={-1}>
            R-{number}
          </h2>
          <Badge tone="reaction">{group ?? t("noGroup")}</Badge>
          <span className={styles.small}>
            {statement === null ? t("atEnd") : t("at", { number: statement })}
            {position ? `, ${positions(position).toLowerCase()}` : null}.{" "}
            {t("sent", { moment: formatMoment(sentAt, language) })}
          </span>
        </div>
        <p className={styles.small}>{t("askedIs", { asked })}</p>
        <Words reaction={reaction} />
        {file ? (
          <p className={styles.small}>
            <TextLink href={addresses.dossier(slug).reactionFile(reaction.reactionId)}>
              <FileName file={file} />
            </TextLink>
          </p>
        ) : null}
      </section>
      {reaction.parts.length > 0 ? (
        <p className={styles.small}>
          <TextLink href={addresses.dossier(slug).reaction(reaction.reactionId)}>
            {t("splitInto", {
              codes: reaction.parts.map(({ number }) => `R-${number}`).join(", "),
            })}
          </TextLink>
        </p>
      ) : null}
      {reaction.state === "refused" ? null : <Read slug={slug} reaction={reaction} />}
      {reaction.sameness ? (
        <SameReactions
          slug={slug}
          sameness={reaction.sameness}
          judge={deciding?.judge ?? null}
          compareHref={compareHref}
          keys
        />
      ) : null}
      <Flags reaction={reaction} />
      {deciding ? <Decide slug={slug} reaction={reaction} deciding={deciding} /> : null}
      <History decided={reaction.decided} />
    </>
  );
}

/** The words as they were written, with what may be personal data marked and named. */
function Words({ reaction: { text, found } }: { reaction: ModeratedReaction }) {
  const kinds = useTranslations("personalData.kinds");
  const index = new CodePointIndex(text);
  const pieces: { at: number; words: string; kind: (typeof found)[number]["kind"] | null }[] = [];
  let at = 0;
  for (const { start, end, kind } of found) {
    const from = index.toUtf16(Math.min(start, index.length));
    const until = index.toUtf16(Math.min(end, index.length));
    if (from < at) continue;
    pieces.push({ at, words: text.slice(at, from), kind: null });
    pieces.push({ at: from, words: text.slice(from, until), kind });
    at = until;
  }
  pieces.push({ at, words: text.slice(at), kind: null });
  return (
    <blockquote className={styles.quote}>
      {pieces.map((piece) =>
        piece.kind ? (
          <mark key={`${piece.at}!`} className={styles.found}>
            {piece.words}
            <small>{kinds(piece.kind)}</small>
          </mark>
        ) : (
          piece.words
        ),
      )}
    </blockquote>
  );
}

/** What others read of it, now or when it is placed. */
function Read({ slug, reaction }: { slug: string; reaction: ModeratedReaction }) {
  const t = useTranslations("moderation");
  const { text, read, signs, state, found } = reaction;
  const title = state === "placed" ? t("readsNow") : t("reads");
  return (
    <section className={styles.read} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      {signs.includes("unsearched") ? (
        <p className={styles.small}>{t("readsUnsearched")}</p>
      ) : read === text ? (
        <p className={styles.small}>{t("readsSame")}</p>
      ) : (
        <>
          <blockquote className={`${styles.quote} ${styles.quiet}`}>{read}</blockquote>
          <p className={styles.small}>
            {t("readsNote")}{" "}
            {found.length > 0 ? (
              <TextLink href={addresses.dossier(slug).personalData()}>{t("decideNames")}</TextLink>
            ) : null}
          </p>
        </>
      )}
    </section>
  );
}

/** What readers said of it: for who keeps order alone. */
function Flags({ reaction: { flags } }: { reaction: ModeratedReaction }) {
  const t = useTranslations("moderation");
  const language = useLocale();
  if (flags.length === 0) return null;
  return (
    <section className={styles.section} aria-label={t("flags")}>
      <h3 className={styles.title}>{t("flags")}</h3>
      <ul className={styles.plain}>
        {flags.map((flag) => (
          <li key={flag.id} className={styles.card}>
            <p>
              <b>{flag.reason ? t(`reasons.${flag.reason}`) : t("flagNoReason")}</b>{" "}
              <span className={styles.small}>
                {t("flagged", { moment: formatMoment(flag.flaggedAt, language) })}
              </span>
            </p>
            {flag.words ? <p>{flag.words}</p> : null}
          </li>
        ))}
      </ul>
      <p className={styles.small}>{t("flagsNote")}</p>
    </section>
  );
}

/**
 * The decision, with what it means for who sent it. Every button names the reaction: where the next is slow to come, the one
 * before is still shown.
 */
function Decide({
  slug,
  reaction,
  deciding,
}: {
  slug: string;
  reaction: ModeratedReaction;
  deciding: Deciding;
}) {
  const t = useTranslations("moderation");
  const { state, flags, found, seen, used, number } = reaction;
  const kept = state === "placed" && flags.length > 0;
  const primary = kept
    ? t("keep", { number })
    : state === "refused"
      ? t("putBack", { number })
      : found.length > 0
        ? t("placeReplaced", { number, count: found.length })
        : t("place", { number });
  const [open, submit] =
    state === "waiting"
      ? [t("refuse", { number }), t("refuseSubmit", { number })]
      : state === "placed"
        ? [t("takeAway", { number }), t("takeAwaySubmit", { number })]
        : [t("another", { number }), t("anotherSubmit", { number })];
  return (
    <div className={styles.decide}>
      <div className={styles.buttons}>
        {state === "placed" && !kept ? null : (
          <ButtonForm action={kept ? deciding.keep : deciding.place} hidden={{ seen }}>
            <Button type="submit" variant="primary" data-key="p">
              {primary} <KeyHint>p</KeyHint>
            </Button>
          </ButtonForm>
        )}
        {state === "refused" || reaction.parts.length > 0 ? null : (
          <ButtonLink
            href={addresses.dossier(slug).divideReaction(reaction.reactionId)}
            data-key="s"
          >
            {t("split")} <KeyHint>s</KeyHint>
          </ButtonLink>
        )}
        {deciding.nextHref ? (
          <ButtonLink href={deciding.nextHref} data-key="n" scroll={false}>
            {t("skip")} <KeyHint>n</KeyHint>
          </ButtonLink>
        ) : null}
        <Unfold
          label={
            <span data-key="x">
              {open} <KeyHint>x</KeyHint>
            </span>
          }
        >
          {used > 0 ? <p className={styles.small}>{t("used", { count: used })}</p> : null}
          <ActionForm
            name="moderation.refuse"
            of={reaction.reactionId}
            action={deciding.refuse}
            hidden={{ seen }}
            submitLabel={submit}
            submitVariant="danger"
          >
            <RadioGroup
              name="reason"
              label={t("reason")}
              defaultValue={reaction.reason ?? undefined}
              options={REFUSAL_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
            />
            <TextareaField
              name="note"
              label={t("note")}
              hint={t("noteHint", { count: MAX_REFUSAL_NOTE })}
              optional
              rows={2}
            />
            <p className={styles.small}>{t("countsNowhere")}</p>
            <p className={styles.small}>{t("senderReadsRefused")}</p>
          </ActionForm>
        </Unfold>
      </div>
      {state === "waiting" ? <p className={styles.small}>{t("senderReads")}</p> : null}
    </div>
  );
}

/** What was decided on it before, the newest first. */
function History({ decided }: { decided: readonly DecidedBefore[] }) {
  const t = useTranslations("moderation");
  const language = useLocale();
  if (decided.length === 0) return null;
  const said = ({ before, after, reason }: DecidedBefore) => {
    const outcome = outcomeOf(before, after) ?? "placed";
    return t(`decided.${outcome}`, { reason: reason ? t(`reasons.${reason}`) : "" });
  };
  return (
    <section className={styles.section} aria-label={t("history")}>
      <h3 className={styles.title}>{t("history")}</h3>
      <ol className={styles.plain}>
        {decided.map((one) => (
          <li key={one.id}>
            <p>{said(one)}</p>
            <p className={styles.small}>
              {t("decidedBy", {
                moment: formatMoment(one.decidedAt, language),
                who: one.decidedBy ?? "",
              })}
              {one.note ? ` “${one.note}”` : null}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
