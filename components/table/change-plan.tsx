import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { ForgetChosen } from "@/components/reactions/forget-chosen";
import { Alert } from "@/components/ui/alert";
import { Button, ButtonGroup, ButtonLink } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { Section } from "@/components/ui/card";
import { PageTitle } from "@/components/ui/heading";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { CodeTag } from "@/components/ui/text";
import type { RequirementKind } from "@/db/vocabulary";
import type { ChangePlan, PlannedField, PlannedRow, RequirementAct } from "@/domain/table/model";
import styles from "./table.module.css";

/** What was just done, by the address. */
export const PLAN_MESSAGES = ["veranderd", "niets", "gedaan", "terug", "deels"] as const;
export type PlanMessage = (typeof PLAN_MESSAGES)[number];

type Act = (data: FormData) => Promise<void>;

/** What changes of many requirements, old beside new, and what is passed over and why. */
export function ChangePlanPage({
  slug,
  plan,
  message,
  count,
  actions,
}: {
  slug: string;
  plan: ChangePlan;
  message: PlanMessage | undefined;
  count: number;
  actions: { apply: Act; undo: Act };
}) {
  const t = useTranslations("table.plan");
  const to = addresses.dossier(slug);
  const { rows, passed, done, undone } = plan;
  const hidden = { dossier: slug, changeId: plan.id };
  const lead = undone
    ? t("undoneLead")
    : done === null
      ? t("lead", { count: rows.total, passed: passed.total })
      : t("doneLead", { count: done });
  return (
    <>
      <PageTitle back={{ href: to.table(), label: t("back") }} title={t("title")} lead={lead} />
      {message ? (
        <Alert tone={message === "gedaan" || message === "terug" ? "ok" : "warning"} role="status">
          <p>{t(`message.${message}`, { count })}</p>
        </Alert>
      ) : null}
      {done === null ? (
        <>
          {rows.total > 0 ? <Planned slug={slug} rows={rows.rows} caption={t("caption")} /> : null}
          <Pagination {...rows} hrefFor={(page) => to.tableChange(plan.id, { page })} below />
          <ButtonGroup>
            {rows.total > 0 ? (
              <ButtonForm action={actions.apply} hidden={{ ...hidden, seen: plan.seen }}>
                <Button type="submit" variant="primary">
                  {t("apply", { count: rows.total })}
                </Button>
              </ButtonForm>
            ) : null}
            <ButtonLink href={to.table()} variant="subtle">
              {t("stop")}
            </ButtonLink>
          </ButtonGroup>
          {passed.total > 0 ? (
            <Section id="overgeslagen" title={t("passedTitle")}>
              <PassedOver slug={slug} rows={passed.rows} />
              {passed.total > passed.rows.length ? (
                <p>{t("passedMore", { shown: passed.rows.length, total: passed.total })}</p>
              ) : null}
            </Section>
          ) : null}
        </>
      ) : (
        <>
          <ForgetChosen slug={slug} what="requirement" />
          {plan.sent && !undone ? <p>{t("undoReview")}</p> : null}
          <ButtonGroup>
            <ButtonLink href={to.table()} variant="primary">
              {t("back")}
            </ButtonLink>
            {undone ? null : (
              <ButtonForm action={actions.undo} hidden={hidden}>
                <Button type="submit">
                  <Icon name="undo" /> {t("undo")}
                </Button>
              </ButtonForm>
            )}
          </ButtonGroup>
        </>
      )}
    </>
  );
}

function Planned({ slug, rows, caption }: { slug: string; rows: PlannedRow[]; caption: string }) {
  const t = useTranslations("table.plan");
  return (
    <Table
      caption={caption}
      captionHidden
      stack
      className={styles.table}
      head={
        <Tr>
          <Th className={styles.title}>{t("requirement")}</Th>
          <Th>{t("changes")}</Th>
        </Tr>
      }
    >
      {rows.map((row) => (
        <Tr key={row.requirementId}>
          <Td className={styles.title}>
            <Named slug={slug} row={row} />
          </Td>
          <Td label={t("changes")}>
            <dl className={styles.changes}>
              {row.changes.map((change) => (
                <div key={change.field}>
                  <dt>{t(`field.${change.field}`)}</dt>
                  <dd>
                    <OldAndNew change={change} />
                  </dd>
                </div>
              ))}
            </dl>
          </Td>
        </Tr>
      ))}
    </Table>
  );
}

function Named({ slug, row }: { slug: string; row: PlannedRow }) {
  return (
    <>
      <CodeTag>{row.code}</CodeTag>{" "}
      <TextLink href={addresses.dossier(slug).requirement(row.requirementId)}>{row.title}</TextLink>
    </>
  );
}

/** What was and what becomes; each says in words which it is. */
function OldAndNew({ change: { field, before, after } }: { change: PlannedField }) {
  const t = useTranslations("table.plan");
  const words = useValueWords();
  if (field === "act") return words(field, after);
  return (
    <>
      <span className="visually-hidden">{t("from")} </span>
      <del className={styles.old}>{words(field, before)}</del>{" "}
      <span className="visually-hidden">{t("to")} </span>
      <ins className={styles.new}>{words(field, after)}</ins>
    </>
  );
}

function useValueWords() {
  const t = useTranslations("table");
  const kinds = useTranslations("kinds");
  return (field: PlannedField["field"] | null, value: string | null): string => {
    if (value === null) return t("empty");
    if (field === "kind") return kinds(`requirement.${value as RequirementKind}`);
    if (field === "act") return t(`change.acts.${value as RequirementAct}`);
    return value;
  };
}

function PassedOver({ slug, rows }: { slug: string; rows: PlannedRow[] }) {
  const t = useTranslations("table.plan");
  const words = useValueWords();
  return (
    <ul className={styles.chosen}>
      {rows.map((row) => (
        <li key={row.requirementId}>
          <Named slug={slug} row={row} />
          <ul>
            {row.passed.map(({ field, why, now }) => (
              <li key={`${field} ${why}`}>
                {t(`why.${why}`, {
                  field: field === null ? "" : t(`field.${field}`),
                  now: words(field, now),
                })}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
