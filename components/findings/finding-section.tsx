import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { Stack } from "@/components/ui/stack";
import { Unfold } from "@/components/ui/unfold";
import type { CheckedText } from "@/domain/findings/model";
import { CheckedWords } from "./checked-words";
import { type FindingActs, FindingList } from "./finding-list";

/** What was found in one requirement or stelling, on its own page. Nothing where nothing was found. */
export function FindingSection({ text, acts }: { text: CheckedText; acts?: FindingActs }) {
  const t = useTranslations("findings");
  const open = text.findings.filter(({ ignored }) => !ignored);
  const ignored = text.findings.filter((one) => one.ignored);
  if (text.findings.length === 0) return null;
  return (
    <Section id="bevindingen" title={t("section", { count: open.length })}>
      <Stack gap="m">
        {open.length > 0 ? (
          <>
            <CheckedWords text={text} />
            <FindingList findings={open} label={t("title")} acts={acts} />
          </>
        ) : null}
        {ignored.length > 0 ? (
          <Unfold label={t("ignored.count", { count: ignored.length })}>
            <FindingList findings={ignored} label={t("ignored.title")} acts={acts} />
          </Unfold>
        ) : null}
      </Stack>
    </Section>
  );
}
