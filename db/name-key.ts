/**
 * Equal for names that look equal: by NFKC, without signs that show nothing, with one space for all
 * white space, in one case. What is unique by name keeps this beside it and is unique by it, so that
 * both databases, and this code, mean the same by "the same name". Empty for what shows nothing.
 */
export function nameKey(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[^\S\ufeff]+/g, " ")
    .replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/gu, "")
    .toUpperCase()
    .toLowerCase()
    .normalize("NFKC")
    .replace(/\s+/g, " ")
    .trim();
}
