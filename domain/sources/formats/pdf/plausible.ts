/** Fewer letters than this say nothing of what they are. */
const ENOUGH = 60;
/** And these of a page say it all. */
const SAMPLE = 2_000;

/**
 * Whether letters make no language: fonts that do not say which letter a shape is give signs of private use,
 * or letters that belong to other shapes.
 */
export function isGarbage(text: string): boolean {
  let letters = 0;
  let vowels = 0;
  let odd = 0;
  for (const sign of text.slice(0, SAMPLE)) {
    if (/\ufffd|\p{Cc}|\p{Co}/u.test(sign)) odd++;
    else if (/\p{L}/u.test(sign)) {
      letters++;
      if (/[aeiouyáàäâéèëêíìïîóòöôúùüûæœ]/i.test(sign)) vowels++;
      else if (!/\p{Script=Latin}/u.test(sign)) odd++;
    }
  }
  if (letters + odd < ENOUGH) return false;
  if (odd > (letters + odd) * 0.3) return true;
  const share = vowels / Math.max(letters, 1);
  return letters >= 4 * ENOUGH && (share < 0.2 || share > 0.65);
}
