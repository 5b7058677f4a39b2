import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { ReceivedFile } from "@/components/participation/received-file";
import { PageHead } from "@/components/shell/page-head";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { Section } from "@/components/ui/card";
import { TextLink } from "@/components/ui/link";
import { Stack } from "@/components/ui/stack";
import { Paragraph, Quote } from "@/components/ui/text";
import type { DividedReaction as Divided } from "@/domain/moderation/model";
import type { AnswerFile } from "@/domain/participation/model";
import styles from "./moderation.module.css";

/** At the address of a reaction that was divided: what was sent, whole, and the parts that count in its place. */
export function DividedReaction({
  slug,
  reaction: { id, number, text, position, group, parts, bound },
  made,
  refused,
  file,
  unite,
}: {
  slug: string;
  reaction: Divided;
  /** How many parts were made just now. */
  made: number | null;
  /** Whether making it whole again was refused just now. */
  refused: boolean;
  /** What was sent with it, for who may see names. */
  file: AnswerFile | null;
  /** Null for who may only look. */
  unite: ((data: FormData) => Promise<void>) | null;
}) {
  const t = useTranslations("moderation.parts");
  const reactions = useTranslations("reactions");
  const outcomes = useTranslations("dispositions.outcome");
  const to = addresses.dossier(slug);
  const codes = bound.map((one) => `R-${one}`).join(", ");
  const undo =
    unite && bound.length === 0 ? (
      <ButtonForm action={unite}>
        <Button type="submit" size="small">
          {t("undo")}
        </Button>
      </ButtonForm>
    ) : null;
  return (
    <>
      <PageHead
        back={{ href: to.statements({}, "reacties"), label: reactions("title") }}
        title={`${reactions("detail.eyebrow")} R-${number}`}
        meta={
          <>
            {group ? <Badge tone="reaction">{group}</Badge> : null}
            {position === "none" ? null : <Badge>{reactions(`position.${position}`)}</Badge>}
          </>
        }
      />
      <Stack gap="l">
        {made ? (
          <Alert tone="ok" role="status" title={t("done", { count: made })}>
            {undo}
          </Alert>
        ) : null}
        {refused ? <Alert tone="warning" role="alert" title={t("notUnited")} /> : null}
        <Paragraph>{t("divided", { count: parts.length })}</Paragraph>
        <Section id="heel" title={t("whole")}>
          <Stack gap="s">
            <Quote>{text}</Quote>
            {file ? <ReceivedFile file={file} href={to.reactionFile(id)} /> : null}
          </Stack>
        </Section>
        <Section id="delen" title={t("list")}>
          <ol className={styles.plain}>
            {parts.map((part) => (
              <li key={part.id} className={styles.card}>
                <p className={styles.small}>
                  <TextLink href={to.reaction(part.id)}>R-{part.number}</TextLink>{" "}
                  {part.outcome ? outcomes(part.outcome) : t("none")}
                </p>
                <p className={styles.said}>{part.text}</p>
              </li>
            ))}
          </ol>
        </Section>
        {unite && bound.length > 0 ? (
          <Paragraph muted>{t("bound", { count: bound.length, codes })}</Paragraph>
        ) : made ? null : (
          undo
        )}
      </Stack>
    </>
  );
}
