import { redirect } from "next/navigation";
import { addresses } from "@/components/addresses";
import { openByLink } from "@/domain/corrections/gate";
import { NotFound } from "@/domain/kernel/errors";
import type { AttendeeScope } from "@/domain/kernel/scope";

/** Who has this link to correct a text; when it does not work (any more), its page says so. */
export async function requireLink(link: string): Promise<AttendeeScope> {
  try {
    return await openByLink(link);
  } catch (error) {
    if (error instanceof NotFound) redirect(addresses.correction(link));
    throw error;
  }
}
