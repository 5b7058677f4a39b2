import { useTranslations } from "next-intl";

/** Endings of file names by what people call them. */
const FORMATS = {
  md: "markdown",
  markdown: "markdown",
  txt: "text",
  docx: "word",
  pdf: "pdf",
  html: "html",
  htm: "html",
  eml: "mail",
  xlsx: "excel",
  csv: "csv",
} as const;

/** Says what kind of file it is, by its name. */
export function useFormatName(): (fileName: string) => string {
  const t = useTranslations("sources.format");
  return (fileName) => {
    const ending = /\.([^.]{1,8})$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
    const format = Object.hasOwn(FORMATS, ending) ? FORMATS[ending as keyof typeof FORMATS] : null;
    return format ? t(format) : ending || t("unknown");
  };
}
