import { useTranslations } from "next-intl";
import { type Query, textOf, wholeOf } from "@/components/addresses";
import { ForgetChosen } from "@/components/reactions/forget-chosen";
import { Alert } from "@/components/ui/alert";

/** What the page for coding did, told after it sent the reader here; or what could not be done. */
export function CodingDone({ slug, query }: { slug: string; query: Query }) {
  const t = useTranslations("coreValues");
  if (textOf(query, "message") === "geweigerd") {
    return (
      <Alert tone="error" role="alert">
        {t("detail.exampleRefused")}
      </Alert>
    );
  }
  const added = wholeOf(query, "coded");
  if (added === null) return null;
  return (
    <>
      <ForgetChosen slug={slug} />
      <Alert tone="ok" role="status">
        {textOf(query, "made")
          ? t("detail.made", { added })
          : t("detail.coded", { added, already: wholeOf(query, "already") ?? 0 })}
      </Alert>
    </>
  );
}
