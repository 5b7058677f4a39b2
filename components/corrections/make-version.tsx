import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import type { RoundDetail } from "@/domain/corrections/model";

/** Makes the next version of what was accepted, or says what is to be done first. */
export function MakeVersion({ round, action }: { round: RoundDetail; action: FormAction }) {
  const t = useTranslations("corrections.make");
  const { id, open, changes, closed } = round;
  return (
    <Section id="nieuwe-versie" title={t("title")}>
      {open > 0 ? (
        <Paragraph>{t("undecided", { count: open })}</Paragraph>
      ) : changes === 0 ? (
        <Paragraph>{t("nothing")}</Paragraph>
      ) : (
        <Stack gap="s">
          <Paragraph className="measure">
            {t("what")} {closed === null ? t("open") : null}
          </Paragraph>
          <ActionForm
            name={null}
            action={action}
            hidden={{ roundId: id, changes }}
            submitLabel={t("submit", { count: changes })}
          />
        </Stack>
      )}
    </Section>
  );
}
