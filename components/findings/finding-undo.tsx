import { useTranslations } from "next-intl";
import { type Query, textOf } from "@/components/addresses";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import type { FindingActs } from "./finding-list";

/** Says that a finding was let stand, just now, with the way back. */
export function FindingUndo({ query, acts }: { query: Query; acts?: FindingActs }) {
  const t = useTranslations("findings");
  const ignoredId = textOf(query, "undo");
  if (!acts || !/^[\da-f-]{36}$/.test(ignoredId)) return null;
  return (
    <Alert tone="ok" role="status">
      <p>{t("ignore.done")}</p>
      <ButtonForm action={acts.show} hidden={{ ...acts.hidden, ignoredId }}>
        <Button type="submit" size="small">
          {t("ignore.undo")}
        </Button>
      </ButtonForm>
    </Alert>
  );
}
