import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { ConsultationName } from "@/components/consultations/consultation-name";
import { Speaker } from "@/components/reactions/reaction-list";
import { SuspectBadge } from "@/components/sources/suspect-badge";
import { PlaceLink } from "@/components/text/place-link";
import { Words } from "@/components/text/words";
import { Badge } from "@/components/ui/badge";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Quote } from "@/components/ui/text";
import type { CodingRow } from "@/domain/core-values/model";
import type { SourceMarks } from "@/domain/trace/model";
import styles from "./coding-list.module.css";

/** Coded words under the consultation in which they were said. */
export function CodingList({
  slug,
  rows,
  marks,
  exampleId,
  actionsFor,
}: {
  slug: string;
  rows: CodingRow[];
  /** By passage: those of which the source changed, or was removed. */
  marks: ReadonlyMap<string, SourceMarks>;
  /** The passage that is the example now. */
  exampleId: string | null;
  actionsFor: (row: CodingRow) => ReactNode;
}) {
  const t = useTranslations("coreValues.codings");
  const consultations = [...new Set(rows.map((row) => row.consultationId))];
  return (
    <div className={styles.groups}>
      {consultations.map((id) => {
        const own = rows.filter((row) => row.consultationId === id);
        const [first] = own;
        return (
          <div key={id ?? "none"} className={styles.group}>
            <Heading level={3} className={styles.heading}>
              {first?.consultationTitle ? (
                <ConsultationName title={first.consultationTitle} heldOn={first.heldOn} />
              ) : (
                t("noConsultation")
              )}
            </Heading>
            <ul className={styles.list}>
              {own.map((row) => (
                <li key={`${row.id} ${row.reactionId}`} className={styles.item}>
                  <CodedWords slug={slug} row={row} marks={marks.get(row.passageId ?? "")} />
                  <div className={styles.actions}>
                    {row.counts ? null : (
                      <span className={styles.note}>
                        {row.reactionNumber
                          ? t("countedAs", { number: row.reactionNumber })
                          : t("countedWithin")}
                      </span>
                    )}
                    {row.passageId && row.passageId === exampleId ? (
                      <Badge tone="coreValue">{t("isExample")}</Badge>
                    ) : null}
                    {actionsFor(row)}
                  </div>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

/** Words that were coded, who said them, and the way to where they stand. */
export function CodedWords({
  slug,
  row,
  marks,
}: {
  slug: string;
  row: CodingRow;
  marks?: SourceMarks;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("coreValues.codings");
  const { passageId, sourceId, sourceTitle, blockNumber } = row;
  return (
    <Quote
      source={
        <span className={styles.source}>
          {row.reactionId ? (
            <TextLink href={to.reaction(row.reactionId)}>R-{row.reactionNumber}</TextLink>
          ) : (
            <span>{t("passage")}</span>
          )}
          {row.speaker || row.groupName ? (
            <span>
              <Speaker speaker={row.speaker} groupName={row.groupName} />
            </span>
          ) : null}
          {passageId && sourceId ? (
            <PlaceLink
              slug={slug}
              place={{
                passageId,
                sourceId,
                sourceTitle: sourceTitle ?? "",
                blockNumber: blockNumber ?? 1,
              }}
            />
          ) : (
            <span>{t("byHand")}</span>
          )}
          {passageId && sourceId ? (
            <SuspectBadge
              marks={marks}
              href={
                marks?.removed
                  ? to.quote(sourceId, { passage: passageId })
                  : to.places(sourceId, { passage: passageId })
              }
              of={row.reactionNumber ? `R-${row.reactionNumber}` : undefined}
            />
          ) : null}
        </span>
      }
    >
      <Words text={row.text} />
    </Quote>
  );
}
