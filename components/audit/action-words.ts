import { useTranslations } from "next-intl";

/** Says an action of the audit in words; one that has none yet is shown as it is stored. */
export function useActionWords(): (action: string) => string {
  const t = useTranslations("audit");
  // A dot would be a step in the catalogue.
  return (action) => {
    const key = `actions.${action.replaceAll(".", "_")}` as const;
    return t.has(key as never) ? t(key as never) : action;
  };
}
