import { useTranslations } from "next-intl";
import type { Option } from "@/components/ui/field";
import { HiddenField, SelectField } from "@/components/ui/fields";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/stack";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { Meaning, ValueCount } from "@/domain/bulk/model";
import styles from "./bulk.module.css";

/** What each value of a column of groups or stellingen stands for. */
export function Meanings({
  name,
  values,
  chosen,
  options,
}: {
  name: "group" | "statement";
  values: readonly ValueCount[];
  chosen: readonly Meaning[];
  options: Option[];
}) {
  const t = useTranslations("bulk.meanings");
  if (values.length === 0) return null;
  const said = new Map(chosen.map(({ value, to }) => [value, to]));
  const label = { words: t("words"), rows: t("rows"), is: t("is") };
  return (
    <Stack gap="s">
      <Heading level={2}>{t(`${name}.title`)}</Heading>
      <Table
        caption={t(`${name}.title`)}
        captionHidden
        stack
        head={
          <Tr>
            <Th>{label.words}</Th>
            <Th align="end">{label.rows}</Th>
            <Th>{label.is}</Th>
          </Tr>
        }
      >
        {values.map(({ value, count }, n) => {
          const to = said.get(value);
          // What nobody said yet is not the same as nothing.
          const now = to === undefined ? "" : to === null ? "none" : "id" in to ? to.id : "new";
          return (
            <Tr key={value}>
              <Td label={label.words} className={styles.middle}>
                {value}
              </Td>
              <Td label={label.rows} align="end" className={styles.middle}>
                {count}
              </Td>
              <Td label={label.is} className={styles.choice}>
                <HiddenField name={`${name}Value.${n}`} value={value} />
                <SelectField
                  emptyLabel={now === "" ? t("choose") : undefined}
                  name={`${name}.${n}`}
                  label={<span className="visually-hidden">{t("of", { value })}</span>}
                  options={[
                    { value: "none", label: t(`${name}.none`) },
                    { value: "new", label: t(`${name}.new`) },
                    ...options,
                  ]}
                  defaultValue={now}
                />
              </Td>
            </Tr>
          );
        })}
      </Table>
    </Stack>
  );
}
