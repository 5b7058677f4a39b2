import { cache } from "react";
import { gate } from "@/app/_lib/session";
import type { ReaderScope } from "@/domain/kernel/scope";
import { getRequirement, idFromAddress } from "@/domain/requirements/queries";

/** The requirement of the address, read once per request (page and its title); else "not found". */
export const requirementOf = cache((scope: ReaderScope, id: string) =>
  gate((async () => getRequirement(scope, idFromAddress(id)))()),
);
