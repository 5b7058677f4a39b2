import { readFileSync } from "node:fs";
import path from "node:path";
import { create, type Font } from "fontkit";

const FOLDER = path.join(/*turbopackIgnore: true*/ process.cwd(), "node_modules");
const google = (family: string, file: string, weights: readonly string[]) =>
  weights.map((weight) => path.join("@expo-google-fonts", family, weight, `${file}_${weight}.ttf`));

/** The letters of a paper: a serif and a sans, and two that have what those lack, from other scripts to small pictures. */
const FILES: readonly string[] = [
  ...google("source-serif-4", "SourceSerif4", [
    ...["400Regular", "400Regular_Italic", "500Medium", "500Medium_Italic"],
    ...["600SemiBold", "600SemiBold_Italic"],
  ]),
  ...google("noto-sans", "NotoSans", ["400Regular", "500Medium", "600SemiBold", "700Bold"]),
  path.join("dejavu-fonts-ttf", "ttf", "DejaVuSans.ttf"),
  ...google("noto-emoji", "NotoEmoji", ["400Regular"]),
];

/** The fonts as they stand on disk. */
export function letters(): Buffer[] {
  return FILES.map((file) => readFileSync(path.join(FOLDER, file)));
}

/** Code points for which one of these has a shape. */
export function coverage(fonts: readonly Buffer[]): Set<number> {
  const known = new Set<number>();
  for (const bytes of fonts) {
    for (const code of (create(bytes) as Font).characterSet) known.add(code);
  }
  return known;
}

/** Steers how others are joined or in what order they stand, and has no shape. */
const STEERING = /\p{Default_Ignorable_Code_Point}|[\u2028-\u202e\ufff9-\ufffb]/gu;

/**
 * Words that can be printed. A paper of the standard that we keep to may hold no sign without a shape: signs that only steer are
 * left out, and one that no font has stands as its number in Unicode, `[U+4E2D]`, so that nothing is lost.
 */
export function printable(text: string, known: ReadonlySet<number>): string {
  let made = "";
  for (const sign of text.replace(/[\t\n\r]/g, " ").replace(STEERING, "")) {
    const code = sign.codePointAt(0) ?? 0;
    if (known.has(code) && !/\p{Cc}|\p{Cs}/u.test(sign)) made += sign;
    else if (!/\p{Cc}|\p{Cs}/u.test(sign)) {
      made += `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
    }
  }
  return made;
}
