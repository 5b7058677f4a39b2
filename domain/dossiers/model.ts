import { z } from "zod";
import { optionalText, requiredText } from "../fields";

export const ROLES = ["author", "reviewer", "stakeholder"] as const;

export const newDossier = z.object({
  title: requiredText(160),
  contractingAuthority: requiredText(160),
  subject: optionalText(2_000),
});
