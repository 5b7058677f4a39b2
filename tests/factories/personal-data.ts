import type { ReaderScope } from "@/domain/kernel/scope";
import { subjectList } from "@/domain/personal-data/queries";

/** All whom and what was found in a dossier. @throws Forbidden for who may not see names. */
export async function subjectsIn(scope: ReaderScope) {
  return (await subjectList(scope, { show: "all", size: 1_000 })).rows;
}
