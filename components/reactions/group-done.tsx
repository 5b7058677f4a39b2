import { useTranslations } from "next-intl";
import { type Query, wholeOf } from "@/components/addresses";
import { Alert } from "@/components/ui/alert";
import { ForgetChosen } from "./forget-chosen";

/** What the page for setting a group did, told after it sent the reader back here. */
export function GroupDone({ slug, query }: { slug: string; query: Query }) {
  const t = useTranslations("reactions");
  const count = wholeOf(query, "changed");
  if (count === null) return null;
  return (
    <>
      <ForgetChosen slug={slug} />
      <Alert tone="ok" role="status">
        {t("group.done", { count })}
      </Alert>
    </>
  );
}
