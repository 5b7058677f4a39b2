import type { ShownPicture } from "@/domain/statements/model";
import styles from "./statement-picture.module.css";

/**
 * A picture with an explanation: fetched only when it comes into view, on a place that is kept for it, so that nothing
 * moves and who is on a slow line reads the words first.
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
