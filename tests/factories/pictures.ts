import sharp from "sharp";
import type { ReaderScope } from "@/domain/kernel/scope";
import { setPicture } from "@/domain/statements/commands";

/** A photo of a telephone that was held upright: lying pixels, and beside them where it was made and by whom. */
export async function photo(width = 2_000, height = 1_500): Promise<Uint8Array> {
  const blank = { create: { width, height, channels: 3 as const, background: "#154273" } };
  const made = await sharp(blank)
    .jpeg()
    .withExif({
      IFD0: { Artist: "Kwartelnest" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "52/1 5/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  return new Uint8Array(made);
}

/** A small picture. */
export async function picture(format: "png" | "jpeg" | "webp" = "png"): Promise<Uint8Array> {
  const blank = { create: { width: 40, height: 20, channels: 3 as const, background: "#00aa55" } };
  return new Uint8Array(await sharp(blank).toFormat(format).toBuffer());
}

/** Puts a small picture with the explanation of a stelling in an online consultation. @returns its id. */
export async function pictureIn(
  scope: ReaderScope,
  at: { statementId: string; consultationId: string },
  alternative = "Een groen vlak.",
): Promise<string> {
  return (await setPicture(scope, { ...at, alternative, bytes: await picture() })).id;
}
