/** Whether words go on before a text, and behind it. */
interface Around {
  before: boolean;
  after: boolean;
}

const ALONE: Around = { before: false, after: false };

/**
 * Words of a source as a short quote shows them: pieces of text, and null where a row of a table goes from one
 * cell to the next. Only for reading: a place in them is no place in the source.
 *
 * @param around on that side the words go on, so that a bar there stands between two cells and is no edge.
 */
export function withoutBars(text: string, around: Around = ALONE): (string | null)[] {
  if (!text.includes("|")) return [text];
  const lines = text.split("\n").filter((line) => !isRule(line));
  return lines.flatMap((line, n) => {
    const open = {
      before: around.before && n === 0,
      after: around.after && n === lines.length - 1,
    };
    const pieces = piecesOf(line, open);
    return n === 0 ? pieces : ["\n", ...pieces];
  });
}

/** The same as one text, with a dot between cells. */
export function cellsAsText(text: string): string {
  return withoutBars(text)
    .map((piece) => piece ?? " · ")
    .join("");
}

/** The line below the head of a table, which says nothing by itself. */
const isRule = (line: string): boolean => /^[ \t|:-]+$/.test(line) && line.includes("-|");

function piecesOf(line: string, open: Around): (string | null)[] {
  const parts = partsOf(line);
  if (parts.length === 1) return [line];
  if (!open.before && parts[0]?.trim() === "") parts.shift();
  if (!open.after && parts.at(-1)?.trim() === "") parts.pop();
  return parts.flatMap((part, i) => {
    const from = i === 0 && open.before ? part : part.trimStart();
    const words = i === parts.length - 1 && open.after ? from : from.trimEnd();
    return [...(i > 0 ? [null] : []), ...(words === "" ? [] : [words])];
  });
}

/** What stands between the bars of a line; one after a backslash is a word. */
function partsOf(line: string): string[] {
  const parts: string[] = [];
  let part = "";
  for (let i = 0; i < line.length; i++) {
    const escaped = line[i] === "\\" && line[i + 1] === "|";
    if (escaped) i++;
    if (line[i] === "|" && !escaped) {
      parts.push(part);
      part = "";
    } else part += line[i];
  }
  return [...parts, part];
}
