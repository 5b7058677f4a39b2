import { useTranslations } from "next-intl";
import type { Problem } from "@/domain/bulk/model";

/** Says in words where something is wrong in a spreadsheet, and what. */
export function useProblemWords() {
  const t = useTranslations("bulk.problems");
  return ({ kind, row, column, value, other = 0 }: Problem) => ({
    place: column === "" ? t("row", { row }) : t("cell", { row, column }),
    what: t(kind, { value, other }),
  });
}
