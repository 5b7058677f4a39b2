import type { EditionContent } from "../../editions/model";
import { type Block, type PaperText, TEXT_WIDTH } from "../model";
import { heading } from "./cover";
import { ids } from "./ids";
import { line, listed, plainLines, stretches, words } from "./lines";
import type { Quotes } from "./quotes";

/** The annex with the kernwaarden: what each means, all quotations with it and the requirements that are written on it. */
export function coreValueAnnex(
  { coreValues }: EditionContent,
  quotes: Quotes,
  text: PaperText,
): Block[] {
  if (coreValues.length === 0) return [];
  const letter = text("papers.annex", { letter: "B" });
  const widths = [16, 83, 33, 33] as const;
  const rows = coreValues.map(({ key, name, definition, rule, requirements }) => ({
    id: ids.coreValue(key),
    cells: [
      { look: "code" as const, lines: [line(key)] },
      {
        look: "quote" as const,
        lines: [line(name, "strong"), ...plainLines(definition), ...plainLines(rule)],
      },
      { look: "label" as const, lines: [numbersOf(quotes.ofCoreValue.get(key) ?? [], text)] },
      {
        look: "label" as const,
        lines: [
          requirements.length > 0
            ? listed(
                requirements.map((code) => ({ text: code, to: ids.requirement(code), far: true })),
                text("papers.and"),
              )
            : line(text("papers.pve.values.noRequirement")),
        ],
      },
    ],
  }));
  return [
    heading(1, "bijlage-b", line(`${letter}. ${text("papers.pve.values.title")}`), {
      ...{ newPage: true, running: letter },
    }),
    { type: "text", look: "lead", lines: [line(text("editions.site.coreValues.lead"))] },
    {
      type: "table",
      columns: [
        { title: text("papers.table.code"), width: widths[0] },
        { title: text("papers.pve.values.meaning"), width: widths[1] },
        { title: text("papers.pve.values.quotes"), width: widths[2] },
        {
          title: text("papers.pve.values.requirements"),
          width: TEXT_WIDTH - widths[0] - widths[1] - widths[2],
        },
      ],
      sections: [{ title: null, rows }],
    },
  ];
}

function numbersOf(numbers: readonly number[], text: PaperText) {
  if (numbers.length === 0) return [words("–")];
  return listed(
    stretches(numbers).map(({ first, last }) => ({
      text: first === last ? String(first) : text("papers.pve.upTo", { first, last }),
      to: ids.quote(first),
      far: true,
    })),
    text("papers.and"),
  );
}
