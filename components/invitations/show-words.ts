import type { InvitedShown } from "@/domain/invitations/model";

/** Which invitations one looks at, as it stands in an address. */
export const SHOW_WORDS: Record<InvitedShown, string> = {
  all: "",
  unsent: "nieuw",
  failed: "mislukt",
  silent: "stil",
  withdrawn: "ingetrokken",
};
