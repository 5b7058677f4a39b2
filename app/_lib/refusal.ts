import { forbidden, notFound, redirect } from "next/navigation";
import type { DomainError } from "@/domain/errors";

/** Shows the page that belongs to a refusal: sign in, not found, no access. */
export function refusalPage(error: DomainError): void {
  if (error.code === "unauthenticated") redirect("/aanmelden");
  if (error.code === "notFound") notFound();
  if (error.code === "forbidden") forbidden();
}
