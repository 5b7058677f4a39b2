/**
 * Whether a speaker as written stands for more than one person: minutes put "X" where a name was
 * taken out, whoever it was.
 */
export function standsForMany(speaker: string | null): boolean {
  return speaker !== null && /(?<![\p{L}\p{N}])X(?![\p{L}\p{N}])/u.test(speaker);
}
