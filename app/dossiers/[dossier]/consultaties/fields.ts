import type { addConsultation } from "@/domain/consultations/commands";
import { fieldsOf } from "@/domain/kernel/submission";

type Fields = Parameters<typeof addConsultation>[1];

/** The fields of the form as the command takes them; it checks what they hold. */
export function consultationFields(data: FormData): Fields {
  const { title = "", kind, audience, heldOn, startsAt, sector, chair } = fieldsOf(data);
  return {
    title,
    kind: kind as Fields["kind"],
    audience: audience as Fields["audience"],
    heldOn,
    startsAt,
    sector,
    chair,
  };
}
