import { forbidden, notFound } from "next/navigation";
import type { DomainError } from "@/domain/kernel/errors";

/** Shows the page that belongs to a refusal: not found or no access. */
export function refusalPage(error: DomainError): void {
  if (error.code === "notFound") notFound();
  if (error.code === "forbidden") forbidden();
}
