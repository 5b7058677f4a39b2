import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import type { Done } from "./show-words";

/** What was done last, with the way back; or that it was not done. */
export function Said({
  done,
  count,
  number,
  undo,
}: {
  /** Null when it was refused. */
  done: Done | null;
  count: number;
  /** Of which it was, when it was one. */
  number: number | null;
  undo: ((data: FormData) => Promise<void>) | null;
}) {
  const t = useTranslations("moderation");
  if (done === null) return <Alert tone="warning" role="alert" title={t("notDone")} />;
  return (
    <Alert
      tone="ok"
      role="status"
      title={t(`done.${done}`, { count, one: number ? `R-${number}` : t("done.one") })}
    >
      {undo ? (
        <ButtonForm action={undo}>
          <Button type="submit" size="small">
            {t("undo")}
          </Button>
        </ButtonForm>
      ) : null}
    </Alert>
  );
}
