import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/link";
import { Meter } from "@/components/ui/progress";
import { Cluster, Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import type { ConsultationKind } from "@/db/vocabulary";
import { SEGMENT_KINDS, type SegmentKind } from "@/db/vocabulary";
import { formatDate } from "@/domain/kernel/dates";
import { isNothing } from "@/domain/proposal/model";
import { LongWords } from "./long-words";

export interface PartCardData {
  n: number;
  title: string;
  kind: ConsultationKind;
  heldOn: string | null;
  startsAt: string | null;
  sector: string | null;
  confirmed: boolean;
  total: number;
  open: number;
  irrelevant: number;
  kinds: Partial<Record<SegmentKind, number>>;
}

/** One document found in a file: what it is, how far it is, and what to do next. */
export function PartCard({
  part,
  href,
  statementsHref,
  mayChange,
  children,
}: {
  part: PartCardData;
  href: string;
  /** Where its stellingen and reactions stand, once confirmed. */
  statementsHref: string | null;
  mayChange: boolean;
  /** The form to correct its title, date and so on. */
  children?: ReactNode;
}) {
  const t = useTranslations("splitting");
  const kinds = useTranslations("kinds");
  const locale = useLocale();
  const done = part.total - part.open;
  const facts = [
    kinds(`consultation.${part.kind}`),
    part.sector,
    part.heldOn ? formatDate(part.heldOn, locale) : t("part.noDate"),
    part.startsAt ? t("part.at", { time: part.startsAt }) : null,
  ].filter((fact) => fact !== null);
  return (
    <Card
      title={<LongWords>{t("part.title", { n: part.n, title: part.title })}</LongWords>}
      id={`document-${part.n}`}
      actions={
        part.confirmed ? (
          <Badge tone="ok">{t("part.confirmed")}</Badge>
        ) : part.open === 0 ? (
          <Badge tone="info">{t("part.ready")}</Badge>
        ) : (
          <Badge tone="warning">{t("part.open", { count: part.open })}</Badge>
        )
      }
    >
      <Stack gap="m">
        <Paragraph muted>{facts.join(" · ")}</Paragraph>
        <Cluster gap="s">
          {SEGMENT_KINDS.filter((kind) => part.kinds[kind]).map((kind) => (
            <Badge key={kind} tone={badgeTone(kind)}>
              {kinds(`inputCount.${kind}`, { count: part.kinds[kind] ?? 0 })}
            </Badge>
          ))}
          {part.irrelevant > 0 ? (
            <Badge>{t("count.irrelevant", { count: part.irrelevant })}</Badge>
          ) : null}
        </Cluster>
        {part.confirmed ? null : (
          <Meter
            value={done}
            max={part.total}
            label={t("part.progress", { done, total: part.total })}
          />
        )}
        <Cluster gap="m">
          {part.confirmed ? (
            <>
              {statementsHref ? (
                <ButtonLink href={statementsHref} size="small">
                  {t("part.toStatements")}
                </ButtonLink>
              ) : null}
              <TextLink href={href}>{t("part.look")}</TextLink>
            </>
          ) : (
            <ButtonLink href={href} variant="primary" size="small">
              {mayChange ? (done > 0 ? t("part.goOn") : t("part.start")) : t("part.look")}
            </ButtonLink>
          )}
        </Cluster>
        {children}
      </Stack>
    </Card>
  );
}

function badgeTone(kind: SegmentKind): "statement" | "reaction" | "neutral" {
  if (kind === "statement" || kind === "explanation") return "statement";
  return isNothing(kind) ? "neutral" : "reaction";
}
