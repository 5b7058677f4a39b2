import { useTranslations } from "next-intl";
import { ClientMessages } from "@/components/shell/client-messages";
import { Section } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choice-fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { TextLink } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/text";
import { SHOWN_OUTSIDE, type ShownOutside } from "@/db/vocabulary";
import type { OutsideStatement, OutsideView } from "@/domain/statements/model";
import styles from "./outside.module.css";

/** Asks what others may read, without an account, of stellingen from minutes. */
export function OutsideChoice({ shown }: { shown: ShownOutside }) {
  const t = useTranslations("statements.outside");
  return (
    <RadioGroup
      name="shown"
      label={t("label")}
      hint={t("hint")}
      defaultValue={shown}
      options={SHOWN_OUTSIDE.map((value) => ({
        value,
        label: t(`choice.${value}`),
        hint: t(`choiceHint.${value}`),
      }))}
    />
  );
}

type Words = Pick<OutsideStatement, "number" | "text" | "explanation"> & { shown?: ShownOutside };

/** The words that others would read, with what they read now when that is known. */
export function OutsidePreview({ statements }: { statements: readonly Words[] }) {
  const t = useTranslations("statements.outside");
  return (
    <details className={styles.preview}>
      <summary>{t("preview", { count: statements.length })}</summary>
      <ol className={styles.list}>
        {statements.map(({ number, text, explanation, shown }) => (
          <li key={number}>
            <p className={styles.number}>
              {t("number", { number })}
              {shown
                ? ` · ${t(`now.${shown === "nothing" || explanation ? shown : "statement"}`)}`
                : null}
            </p>
            <p className={styles.text}>{text}</p>
            {explanation ? (
              <p className={styles.explanation}>{t("explanation", { words: explanation })}</p>
            ) : null}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** What others read now of a consultation, and the choice to change that. */
export function OutsideSection({
  view,
  consultationId,
  market,
  action,
  pageHref,
}: {
  view: OutsideView;
  consultationId: string;
  /** A consultation of the market is never on that page. */
  market: boolean;
  /** Left out for who may not choose. */
  action?: FormAction;
  /** The page as others see it, when its address is open. */
  pageHref: string | null;
}) {
  const t = useTranslations("statements.outside");
  const { statements } = view;
  const shown = statements.filter((one) => one.shown !== "nothing");
  const [first] = statements;
  const all = statements.every((one) => one.shown === first?.shown);
  return (
    <Section id="zichtbaar" title={t("title")}>
      {market || !first ? (
        <Paragraph muted>{market ? t("market") : t("none")}</Paragraph>
      ) : (
        <>
          <Paragraph>
            {all
              ? t(`state.${first.shown}`)
              : t("state.some", { shown: shown.length, total: statements.length })}{" "}
            {shown.length === 0 ? null : pageHref ? (
              <TextLink href={pageHref}>{t("look")}</TextLink>
            ) : (
              t("closed")
            )}
          </Paragraph>
          <OutsidePreview statements={statements} />
          {action ? (
            <ClientMessages namespaces={["statements"]}>
              <ActionForm
                name="consultation.show"
                of={consultationId}
                action={action}
                hidden={{ consultationId, seen: view.seen }}
                submitLabel={t("save")}
              >
                <OutsideChoice shown={all ? first.shown : "nothing"} />
              </ActionForm>
            </ClientMessages>
          ) : null}
        </>
      )}
    </Section>
  );
}
