import { Fragment } from "react";
import { Mark } from "@/components/ui/text";
import type { MarkedWords } from "@/domain/requirements/model";

/** Words with what was searched for marked. */
export function Marked({ words }: { words: MarkedWords }) {
  return words.map(({ text, hit }, index) =>
    hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have nothing but their place
      <Mark key={index}>{text}</Mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have nothing but their place
      <Fragment key={index}>{text}</Fragment>
    ),
  );
}
