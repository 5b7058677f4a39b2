import { goneIn } from "@/db/errors";
import { DomainError, Unavailable } from "./errors";

/**
 * What an error tells a person, when it does: a refusal of the domain, or a database that is away.
 * Undefined for a fault of ours.
 */
export function refusalIn(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  return goneIn(error) ? new Unavailable() : undefined;
}
