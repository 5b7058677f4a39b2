import { goneIn } from "@/db/errors";
import { refusedWith } from "@/db/faults";
import { DomainError, Unavailable } from "./errors";

/** PostgreSQL's code for a disk that is full. */
const DISK_FULL = "53100";

/**
 * What an error tells a person, when it does: a refusal of the domain, or a database that is away or
 * full. Undefined for a fault of ours.
 */
export function refusalIn(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  if (goneIn(error)) return new Unavailable();
  return refusedWith(error, DISK_FULL) ? new Unavailable("errors.full") : undefined;
}
