import { useTranslations } from "next-intl";
import type { ConsultationPage } from "@/domain/participation/model";
import { Choices } from "./choices";

/** As whom somebody reacts: a group of the dossier, or somebody else. */
export function GroupChoice({
  page,
  chosen,
}: {
  page: Pick<ConsultationPage, "groups">;
  chosen: string | null;
}) {
  const t = useTranslations("participation.react");
  return (
    <Choices
      name="groupId"
      legend={t("asWhom")}
      chosen={chosen}
      options={[
        ...page.groups.map(({ id, name }) => ({ value: id, label: name })),
        { value: "", label: t("somebodyElse") },
      ]}
    />
  );
}
