import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { ActionForm, type FormAction } from "@/components/ui/form";
import type { ShownPicture } from "@/domain/statements/model";
import { StatementPicture } from "./statement-picture";

/** The picture that stands with an explanation, and the way to take it away. */
export function PictureNow({
  picture,
  src,
  remove,
}: {
  picture: ShownPicture;
  src: string;
  remove: FormAction;
}) {
  const t = useTranslations("statements.picture");
  return (
    <Card title={t("now")}>
      <StatementPicture picture={picture} src={src} />
      <ActionForm name={null} action={remove} submitLabel={t("remove")} submitVariant="secondary" />
    </Card>
  );
}
