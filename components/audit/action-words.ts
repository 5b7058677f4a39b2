import { useMessages } from "next-intl";

/** Says an action of the audit in words; one that has none yet is shown as it is stored. */
export function useActionWords(): (action: string) => string {
  const words: Partial<Record<string, string>> = useMessages().audit.actions;
  // A dot would be a step in the catalogue.
  return (action) => words[action.replaceAll(".", "_")] ?? action;
}
