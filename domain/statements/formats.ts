import sharp from "sharp";
import { Invalid, TooLarge } from "../kernel/errors";
import {
  MAX_PICTURE_BYTES,
  MAX_PICTURE_MEGABYTES,
  MAX_PICTURE_PIXELS,
  PICTURE_SIDE,
} from "./model";

/** How a picture of each kind that is taken begins, with `null` for what is not looked at. */
const KINDS: readonly (readonly (number | null)[])[] = [
  // PNG
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  // JPEG
  [0xff, 0xd8, 0xff],
  // WebP: RIFF, its length, WEBP
  [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50],
];

// Of what the library reads these three are enough; what else there is to be wrong with is never tried.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadPng", "VipsForeignLoadJpeg", "VipsForeignLoadWebp"],
});

/** Seconds that one picture may take; a photo of a telephone takes half a second. */
const SECONDS = 15;

/** A picture as it is kept and served: WebP, of the pixels alone. */
export interface DrawnPicture {
  content: Uint8Array;
  width: number;
  height: number;
}

/** Whether bytes begin as a PNG, JPEG or WebP does. */
export const isPicture = (bytes: Uint8Array): boolean =>
  KINDS.some((begin) => begin.every((byte, i) => byte === null || bytes[i] === byte));

/**
 * Draws a picture anew from what somebody sent: a PNG, JPEG or WebP by its content, whatever it is called. Upright, at
 * most `PICTURE_SIDE` wide and high, and without all that such a file holds beside its pixels: where and by whom a photo
 * was made, a smaller copy of what was cut off, or something else that was hidden in it.
 *
 * @throws TooLarge; Invalid on `file` when it is no such picture, or one that cannot be read.
 */
export async function drawPicture(bytes: Uint8Array): Promise<DrawnPicture> {
  if (bytes.length > MAX_PICTURE_BYTES) {
    throw new TooLarge("statements.errors.pictureTooLarge", { limit: MAX_PICTURE_MEGABYTES });
  }
  if (!isPicture(bytes)) throw refusal("statements.errors.noPicture");
  try {
    const { data, info } = await sharp(bytes, {
      limitInputPixels: MAX_PICTURE_PIXELS,
      failOn: "error",
    })
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .resize({
        width: PICTURE_SIDE,
        height: PICTURE_SIDE,
        fit: "inside",
        withoutEnlargement: true,
      })
      .toColourspace("srgb")
      .webp({ quality: 82, smartSubsample: true })
      .toBuffer({ resolveWithObject: true });
    return { content: new Uint8Array(data), width: info.width, height: info.height };
  } catch {
    throw refusal("statements.errors.pictureDamaged");
  }
}

const refusal = (file: "statements.errors.noPicture" | "statements.errors.pictureDamaged") =>
  new Invalid("errors.fields", {}, { file });
