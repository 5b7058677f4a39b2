import { escaped } from "../../../text/rules";

/** A piece of a page that was made by `html`: what stands in it is safe. */
export class Html {
  constructor(readonly text: string) {}
}

/** What can be put in a page: text is escaped; nothing, null and false leave nothing behind. */
export type Part = Html | string | number | null | undefined | false | readonly Part[];

/** A piece of a page. Every value is escaped unless it was made by this. An attribute stands between double quotes. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  let text = strings[0] ?? "";
  for (const [i, part] of parts.entries()) text += written(part) + (strings[i + 1] ?? "");
  return new Html(text);
}

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map(written).join("");
  return escaped(String(part));
}

/** Pieces with something between them. */
export function joined(parts: readonly Part[], between: Part): Part[] {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [between, part]));
}
