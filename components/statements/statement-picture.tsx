import type { ShownPicture } from "@/domain/statements/model";
import styles from "./statement-picture.module.css";

/**
 * A picture with an explanation: fetched when it comes into view (by a browser without scripts at once, but after what one
 * reads), on a place that is kept for it, so that nothing moves.
 */
export function StatementPicture({ picture, src }: { picture: ShownPicture; src: string }) {
  const { alternative, width, height } = picture;
  return (
    // biome-ignore lint/performance/noImgElement: it has its size already, and an address that only its readers have
    <img
      src={src}
      alt={alternative}
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
      className={styles.picture}
    />
  );
}
