import { useTranslations } from "next-intl";
import type { PersonalDataKind } from "@/db/vocabulary";
import type { PersonalSubject } from "@/domain/personal-data/model";
import { certaintyOf } from "@/domain/personal-data/rules";
import { replacementOf } from "@/domain/redaction/rules";

type Said = Pick<PersonalSubject, "kind" | "redaction" | "role" | "code"> & {
  reason?: string | null;
};

/** What was decided, in words: "wordt [planner]". */
export function useDecisionWords() {
  const t = useTranslations("personalData.list");
  return ({ reason, ...decided }: Said): string => {
    switch (decided.redaction) {
      case "open":
        return t("open");
      case "keep":
        return t("keep", { reason: reason ?? "" });
      case "none":
        return t("none");
      default:
        return t("becomes", { words: replacementOf(decided) ?? "" });
    }
  };
}

/** How sure it is that something is what it was taken for, in words. */
export function useCertaintyWords() {
  const t = useTranslations("personalData");
  return ({ kind, confidence }: Pick<PersonalSubject, "kind" | "confidence">): string => {
    const certainty = certaintyOf(confidence);
    return kind === "name"
      ? t(`certainty.name.${certainty}`)
      : t(`certainty.other.${certainty}`, { kind: t(`kinds.${kind}`) });
  };
}

/** Whether it is a person or an organisation, who can have a role. */
export const hasRole = (kind: PersonalDataKind): boolean =>
  kind === "name" || kind === "organisation";

/** Text of a source for reading, without the signs for headings and stress. */
export const plain = (text: string): string => text.replace(/^#{1,6} /gm, "").replace(/\*+/g, "");
