import { useTranslations } from "next-intl";
import { Refresh } from "@/components/ui/refresh";
import { Paragraph } from "@/components/ui/text";
import type { Draft } from "@/domain/uploads/model";
import { asksSomething } from "@/domain/uploads/rules";
import { DraftLine } from "./draft-line";
import styles from "./draft-list.module.css";
import { DraftQuestion } from "./draft-question";
import lines from "./lines.module.css";
import type { DraftActions } from "./model";

/** The files that were sent: first what asks something, then what is being read, then the rest. */
export function DraftList({
  drafts,
  slug,
  formatOf,
  actions,
}: {
  drafts: readonly Draft[];
  slug: string;
  formatOf: (draft: Draft) => string | null;
  actions: DraftActions;
}) {
  const t = useTranslations("uploads.drafts");
  const questions = drafts.filter(asksSomething);
  const isBusy = ({ state }: Draft) => state === "waiting" || state === "reading";
  const rest = drafts.filter((draft) => !asksSomething(draft));
  const order = [
    ...rest.filter(isBusy),
    ...rest.filter(({ state }) => state === "ready"),
    ...rest.filter(({ state }) => state === "failed"),
  ];
  if (drafts.length === 0) return <Paragraph muted>{t("empty")}</Paragraph>;
  return (
    <section aria-label={t("title")} className={styles.list}>
      {questions.length > 0 ? (
        <ol className={styles.questions}>
          {questions.map((draft, n) => (
            <DraftQuestion
              key={draft.id}
              n={n + 1}
              draft={draft}
              slug={slug}
              format={formatOf(draft)}
              actions={actions}
            />
          ))}
        </ol>
      ) : null}
      {order.length > 0 ? (
        <ul className={lines.lines}>
          {order.map((draft) => (
            <DraftLine key={draft.id} draft={draft} format={formatOf(draft)} actions={actions} />
          ))}
        </ul>
      ) : null}
      {rest.some(isBusy) ? <Refresh /> : null}
    </section>
  );
}
