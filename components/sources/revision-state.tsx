import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { ProgressBar } from "@/components/ui/progress";
import { Refresh } from "@/components/ui/refresh";
import { Paragraph } from "@/components/ui/text";
import type { RevisionOnItsWay } from "@/domain/sources/model";
import { useFailureWords } from "./failure-words";

/** How far a corrected file is that is to be the next version, or why it could not be read. */
export function RevisionState({ revision }: { revision: RevisionOnItsWay }) {
  const t = useTranslations("sources.revision");
  const wordsOf = useFailureWords();
  const { n, fileName } = revision;
  if (revision.state === "failed") {
    return (
      <Alert tone="error" title={t("failed", { n, fileName })} role="status">
        {wordsOf(revision.failure)}
      </Alert>
    );
  }
  return (
    <div role="status">
      <ProgressBar label={t("title", { n })}>
        <Paragraph>{t("reading", { fileName })}</Paragraph>
      </ProgressBar>
      <Refresh />
    </div>
  );
}
