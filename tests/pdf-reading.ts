import { expect } from "vitest";
import { DomainError } from "@/domain/kernel/errors";
import { convertPdf } from "@/domain/sources/formats/pdf";
import nl from "@/messages/nl/sources.json";

export const convert = (
  bytes: Uint8Array,
  progress: (done: number, total: number) => void = () => {},
) => convertPdf({ fileName: "verslag.pdf", bytes }, {}, progress);

/** The sentence with which a file is refused. */
export async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await convert(bytes);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const name = error.key.replace("sources.errors.", "");
    expect(Object.keys(nl.errors)).toContain(name);
    return name;
  }
  return "was not refused";
}

/** Text set to a width as a word processor does: some 60 letters a line. */
export const PROSE = [
  "De ouders vertellen dat hun kinderen elke dag met een andere",
  "chauffeur meerijden. Dat geeft onrust, want een kind dat niet",
  "weet wie er komt, slaapt slecht en wil niet naar school toe.",
];
