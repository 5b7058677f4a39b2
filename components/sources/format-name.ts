import { useTranslations } from "next-intl";

/** Says what kind of file it is, by its name. */
export function useFormatName(): (fileName: string) => string {
  const t = useTranslations("sources.format");
  const names: Record<string, string> = {
    md: t("markdown"),
    markdown: t("markdown"),
    txt: t("text"),
    docx: t("word"),
    pdf: t("pdf"),
    html: t("html"),
    htm: t("html"),
    eml: t("mail"),
    xlsx: t("excel"),
    csv: t("csv"),
  };
  return (fileName) => {
    const ending = /\.([^.]{1,8})$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
    return (Object.hasOwn(names, ending) && names[ending]) || ending || t("unknown");
  };
}
