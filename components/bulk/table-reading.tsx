import { useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/ui/fields";
import { FieldRow } from "@/components/ui/form";
import { Paragraph } from "@/components/ui/text";
import { ENCODINGS } from "@/domain/sources/formats/model";
import {
  DELIMITERS,
  type Delimiter,
  type SheetChoices,
  type SheetFacts,
} from "@/domain/sources/formats/sheet/model";

const DELIMITER_NAMES: Record<Delimiter, "semicolon" | "comma" | "tab" | "bar"> = {
  ";": "semicolon",
  ",": "comma",
  "\t": "tab",
  "|": "bar",
};

/** How a spreadsheet was read, and the choice to have it read in another way. */
export function TableReading({ facts, choices }: { facts: SheetFacts; choices: SheetChoices }) {
  const t = useTranslations("bulk.reading");
  const { text, sheets, sheet, headerRow } = facts;
  const nameOf = (delimiter: Delimiter) => t(`delimiters.${DELIMITER_NAMES[delimiter]}`);
  return (
    <details>
      <summary>
        {text
          ? t("text", { delimiter: nameOf(text.delimiter), encoding: text.encoding, headerRow })
          : t("sheet", { sheet: sheet ?? "", headerRow })}
      </summary>
      {text?.sample ? <Paragraph>{t("sample", { words: text.sample })}</Paragraph> : null}
      <FieldRow>
        <TextField
          optional
          type="number"
          min={0}
          name="headerRow"
          label={t("headerRow")}
          hint={t("headerRowHint")}
          defaultValue={choices.headerRow}
        />
        {text ? (
          <>
            <SelectField
              optional
              name="delimiter"
              label={t("delimiter")}
              emptyLabel={t("recognised")}
              options={DELIMITERS.map((value) => ({ value, label: nameOf(value) }))}
              defaultValue={choices.delimiter ?? ""}
            />
            <SelectField
              optional
              name="encoding"
              label={t("encoding")}
              emptyLabel={t("recognised")}
              options={ENCODINGS.map((value) => ({ value, label: value }))}
              defaultValue={choices.encoding ?? ""}
            />
          </>
        ) : (
          <SelectField
            optional
            name="sheet"
            label={t("chooseSheet")}
            emptyLabel={t("recognised")}
            options={sheets.map(({ name, rows, hidden }) => ({
              value: name,
              label: hidden ? t("hiddenSheet", { name, rows }) : t("sheetRows", { name, rows }),
            }))}
            defaultValue={choices.sheet ?? ""}
          />
        )}
      </FieldRow>
    </details>
  );
}
