import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Alert } from "@/components/ui/alert";
import { ButtonGroup, ButtonLink } from "@/components/ui/button";
import { Stack } from "@/components/ui/stack";

/** Says what was made of a part that is confirmed, and where to go on. */
export function ConfirmedPart({
  made,
  just,
  slug,
  sourceId,
  reopenHref,
}: {
  made: {
    consultation: { id: string; title: string } | null;
    statements: number;
    reactions: number;
    irrelevant: number;
    nextPart: number | null;
  };
  /** Whether this was done a moment ago. */
  just: boolean;
  slug: string;
  sourceId: string;
  /** Where it is opened again; null for who may not. */
  reopenHref: string | null;
}) {
  const to = addresses.dossier(slug);
  const all = useTranslations("splitting");
  const t = useTranslations("splitting.made");
  const { consultation, nextPart } = made;
  return (
    <Alert tone="ok" title={t("title")} role={just ? "status" : undefined}>
      <Stack gap="s">
        <p>
          {t("counts", { statements: made.statements, reactions: made.reactions })}{" "}
          {made.irrelevant > 0 ? t("irrelevant", { count: made.irrelevant }) : null}
        </p>
        <p>{nextPart ? t("next", { n: nextPart }) : t("allDone")}</p>
        <ButtonGroup>
          {nextPart ? (
            <ButtonLink href={to.part(sourceId, nextPart)} variant="primary" size="small">
              {t("toNext", { n: nextPart })}
            </ButtonLink>
          ) : null}
          {consultation ? (
            <ButtonLink
              href={to.statements({ consultation: consultation.id })}
              variant={nextPart ? "secondary" : "primary"}
              size="small"
            >
              {t("toStatements")}
            </ButtonLink>
          ) : null}
          {reopenHref ? (
            <ButtonLink href={reopenHref} variant="subtle" size="small">
              {all("reopen.link")}
            </ButtonLink>
          ) : null}
        </ButtonGroup>
      </Stack>
    </Alert>
  );
}
