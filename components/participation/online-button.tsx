import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";

/** The way to how a consultation is held online; for one that is not prepared yet the button that begins to. */
export function OnlineButton({
  href,
  prepared,
  prepare,
}: {
  href: string;
  prepared: boolean;
  prepare: (data: FormData) => Promise<void>;
}) {
  const t = useTranslations("participation.prepare");
  return prepared ? (
    <ButtonLink size="small" href={href}>
      {t("link")}
    </ButtonLink>
  ) : (
    <ButtonForm action={prepare}>
      <Button type="submit" size="small">
        {t("begin")}
      </Button>
    </ButtonForm>
  );
}
