import { useTranslations } from "next-intl";
import { type Query, wholeOf } from "@/components/addresses";
import { Alert } from "@/components/ui/alert";
import { ForgetChosen } from "./forget-chosen";

/** What was done to many reactions, told after the reader was sent back here. */
export function ManyDone({ slug, query }: { slug: string; query: Query }) {
  const t = useTranslations("reactions.many");
  const changed = wholeOf(query, "changed");
  const dismissed = wholeOf(query, "dismissed");
  if (changed === null && dismissed === null) return null;
  return (
    <>
      <ForgetChosen slug={slug} />
      <Alert tone="ok" role="status">
        {changed === null
          ? t("dismissed", { count: dismissed ?? 0 })
          : t("done", { count: changed })}
      </Alert>
    </>
  );
}
