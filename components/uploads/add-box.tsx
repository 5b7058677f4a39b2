import { useTranslations } from "next-intl";
import { TraceShape } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { DRAFT_HOURS, type Draft } from "@/domain/uploads/model";
import { asksSomething, isAddable, totalsOf } from "@/domain/uploads/rules";
import styles from "./add-box.module.css";

/** What there will be in the dossier, and the button that puts it there. */
export function AddBox({ drafts, add }: { drafts: readonly Draft[]; add: FormAction }) {
  const t = useTranslations("uploads");
  const { sources, documents, statements, reactions, tables, unsure } = totalsOf(drafts);
  const questions = drafts.filter((draft) => asksSomething(draft) && isAddable(draft)).length;
  const busy = drafts.filter(({ state }) => state === "waiting" || state === "reading").length;
  const row = (label: React.ReactNode, count: number, tone?: string) => (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd className={tone}>{count}</dd>
    </div>
  );
  return (
    <Stack gap="m">
      {drafts.length > 0 ? (
        <Card title={t("totals.title")} tone="quiet">
          <dl className={styles.totals}>
            {row(t("totals.sources"), sources)}
            {row(t("totals.documents"), documents)}
            {row(
              <span className={styles.statement}>
                <TraceShape tone="statement" /> {t("totals.statements")}
              </span>,
              statements,
            )}
            {row(
              <span className={styles.reaction}>
                <TraceShape tone="reaction" /> {t("totals.reactions")}
              </span>,
              reactions,
            )}
            {tables > 0 ? row(t("totals.tables"), tables) : null}
            {row(t("totals.unsure"), unsure, unsure > 0 ? styles.unsure : undefined)}
          </dl>
          <Paragraph small>{t("totals.after")}</Paragraph>
        </Card>
      ) : null}
      {sources > 0 ? (
        <div className={styles.add}>
          <ActionForm name={null} action={add} submitLabel={t("add.submit", { count: sources })}>
            {drafts.filter(isAddable).map(({ id }) => (
              <input key={id} type="hidden" name="uploadId" value={id} />
            ))}
          </ActionForm>
        </div>
      ) : null}
      {questions > 0 ? (
        <Paragraph small>{t("add.questions", { count: questions })}</Paragraph>
      ) : null}
      {busy > 0 ? <Paragraph small>{t("add.busy", { count: busy })}</Paragraph> : null}
      <Card title={t("needless.title")}>
        <Paragraph small>{t("needless.body")}</Paragraph>
        {drafts.length > 0 ? (
          <Paragraph small muted>
            {t("kept", { hours: DRAFT_HOURS })}
          </Paragraph>
        ) : null}
      </Card>
    </Stack>
  );
}
