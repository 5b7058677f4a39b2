import { plainWords } from "@/domain/text/rules";

/**
 * Whether two stellingen have the same words, so that one stelling put twice can be offered.
 * Conservative: only case, white space, emphasis, accents-as-composed and punctuation may
 * differ. One other word is another stelling.
 */
export function sameStatement(a: string, b: string): boolean {
  const first = statementKey(a);
  return first !== "" && first === statementKey(b);
}

/** What is left of a stelling for comparing: its letters and digits, in lower case. */
export function statementKey(text: string): string {
  return plainWords(text.normalize("NFC"))
    .toLocaleLowerCase("nl")
    .replace(/[^\p{L}\p{N}%€+]+/gu, " ")
    .trim();
}
