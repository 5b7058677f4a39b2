import { cx } from "@/components/ui/cx";
import { escaped } from "@/domain/text/rules";
import styles from "./reacting.module.css";

/** A `textarea` with the words that were kept, as HTML. */
function textarea(words: string, attributes: Record<string, string | number | undefined>): string {
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  // The first line end of a textarea is none of its words: without one an empty line at the top would go.
  return `<textarea${said.join("")}>\n${escaped(words)}</textarea>`;
}

/**
 * Where somebody writes. React leaves it alone: when a page with words in it wakes up, React puts those words back over
 * what was typed meanwhile, and on a slow line that is half a minute of typing.
 */
export function WordsField({
  id,
  name,
  words,
  describedBy,
  invalid,
  most,
}: {
  id: string;
  name: string;
  /** What was kept. */
  words: string;
  describedBy: string;
  invalid: boolean;
  /** How many signs may be sent. */
  most: number;
}) {
  const html = textarea(words, {
    id,
    name,
    rows: 5,
    "aria-describedby": describedBy,
    "aria-invalid": invalid ? "true" : undefined,
    "data-most": most,
    class: cx(styles.textarea),
  });
  // biome-ignore lint/security/noDangerouslySetInnerHtml: all that people wrote in it is escaped
  return <div suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html }} />;
}
