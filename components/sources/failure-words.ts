import { useTranslations } from "next-intl";
import type { Failure } from "@/domain/sources/model";

/** Says why a source could not be read; one that an older Herleid wrote down may have no words. */
export function useFailureWords(): (failure: Failure | null) => string {
  const t = useTranslations();
  return (failure) => {
    const key = failure && t.has(failure.key as never) ? failure.key : "sources.failed.gaveUp";
    return t(key as never, (failure?.params ?? {}) as never);
  };
}
