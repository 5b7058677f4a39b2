"use client";

import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { TextareaField, TextField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { useFormScope } from "@/components/ui/form-context";
import { TextLink } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/text";
import { formatMoment } from "@/domain/kernel/dates";
import type { KeptAnswer, KeptOf } from "@/domain/participation/model";
import { FileName } from "./file-name";
import styles from "./request.module.css";

/** Asks the number of a receipt, shows what is kept of who has it, and removes that when they ask for it. */
export function RequestForm({ slug, action }: { slug: string; action: FormAction }) {
  const t = useTranslations("participation.request");
  return (
    <ActionForm name="participant.request" action={action} submitLabel={null}>
      <TextField name="number" label={t("number")} hint={t("numberHint")} autoComplete="off" />
      {/* Above what was found, and the one that Enter presses. */}
      <p className={styles.look}>
        <Button type="submit">{t("look")}</Button>
      </p>
      <Kept slug={slug} />
    </ActionForm>
  );
}

function Kept({ slug }: { slug: string }) {
  const t = useTranslations("participation.request");
  const language = useLocale();
  const { state } = useFormScope();
  if (!state.token) return null;
  const kept = JSON.parse(state.token) as KeptOf;
  const used = kept.answers.filter((one) => one.used).length;
  const when = (moment: string) => formatMoment(moment, language);
  return (
    <section aria-label={t("kept", { number: kept.number })} className={styles.kept}>
      <h2 className={styles.title}>{t("kept", { number: kept.number })}</h2>
      <ul className={styles.facts}>
        <li>{t("begun", { moment: when(kept.begunAt) })}</li>
        <li>{kept.sentAt ? t("sent", { moment: when(kept.sentAt) }) : t("notSent")}</li>
        <li>{kept.group ? t("group", { group: kept.group }) : t("noGroup")}</li>
        <li>{t("drafts", { count: kept.drafts })}</li>
        {kept.unsentFiles > 0 ? <li>{t("unsentFiles", { count: kept.unsentFiles })}</li> : null}
        {kept.forgottenAt ? <li>{t("forgotten", { moment: when(kept.forgottenAt) })}</li> : null}
      </ul>
      <ol className={styles.answers}>
        {kept.answers.map((answer) => (
          <Answer key={`${answer.asked}${answer.sentAt}`} slug={slug} answer={answer} />
        ))}
      </ol>
      {kept.forgottenAt ? null : (
        <div className={styles.removal}>
          <h3 className={styles.title}>{t("removeTitle")}</h3>
          <Paragraph>{t("removeBody", { used })}</Paragraph>
          <TextareaField name="reason" label={t("reason")} hint={t("reasonHint")} rows={2} />
          <p>
            <Button type="submit" name="remove" value="yes" variant="danger">
              {t("remove")}
            </Button>
          </p>
        </div>
      )}
    </section>
  );
}

function Answer({ slug, answer }: { slug: string; answer: KeptAnswer }) {
  const t = useTranslations("participation.request");
  const states = useTranslations("participation.react.state");
  const positions = useTranslations("participation.react.position");
  const language = useLocale();
  const { asked, state, position, text, sentAt, reactionId, reactionNumber, used, file } = answer;
  return (
    <li className={styles.answer}>
      <p>
        <b>{asked}</b>
      </p>
      <p className={styles.facts}>
        <Badge tone="neutral">{states(state)}</Badge> {formatMoment(sentAt, language)}{" "}
        {reactionId && reactionNumber ? (
          <TextLink href={addresses.dossier(slug).reaction(reactionId)}>
            {t("reaction", { number: reactionNumber })}
          </TextLink>
        ) : null}
      </p>
      {position ? <p>{positions(position)}</p> : null}
      {text ? <blockquote className={styles.words}>{text}</blockquote> : null}
      {file ? <FileName file={file} /> : null}
      {used ? <Paragraph small>{t("used")}</Paragraph> : null}
    </li>
  );
}
