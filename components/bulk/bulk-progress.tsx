import { useTranslations } from "next-intl";
import { useFailureWords } from "@/components/sources/failure-words";
import { Alert } from "@/components/ui/alert";
import { Meter, ProgressBar } from "@/components/ui/progress";
import { Refresh } from "@/components/ui/refresh";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import type { Draft } from "@/domain/uploads/model";

/** How far a spreadsheet is that is being looked at or written into the dossier, or why it is neither. */
export function BulkProgress({ draft }: { draft: Draft }) {
  const t = useTranslations("bulk.progress");
  const wordsOf = useFailureWords();
  const { state, progress, choices } = draft;
  if (state === "failed") {
    return (
      <Alert tone="error" role="alert">
        {wordsOf(draft.failure)}
      </Alert>
    );
  }
  return (
    <Stack gap="s">
      {choices.adding && progress ? (
        <Meter value={progress.done} max={progress.total} label={t("adding")} />
      ) : (
        <ProgressBar label={choices.adding ? t("adding") : t("reading")} />
      )}
      <Paragraph muted>{t("note")}</Paragraph>
      <Refresh />
    </Stack>
  );
}
