import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/fields";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { COLUMN_ROLES, type RowChoices } from "@/domain/bulk/model";
import type { SheetFacts } from "@/domain/sources/formats/sheet/model";
import styles from "./bulk.module.css";

/** The columns of a spreadsheet: what each is taken for, and what stands in it. */
export function ColumnTable({ facts, choices }: { facts: SheetFacts; choices: RowChoices }) {
  const t = useTranslations("bulk");
  const roles = new Map(choices.roles.map(({ index, role }) => [index, role]));
  const options = (["none", ...COLUMN_ROLES] as const).map((role) => ({
    value: role,
    label: t(`roles.${role}`),
  }));
  const label = {
    name: t("columns.name"),
    role: t("columns.role"),
    filled: t("columns.filled"),
    values: t("columns.values"),
  };
  return (
    <Table
      caption={t("columns.title")}
      captionHidden
      stack
      head={
        <Tr>
          <Th>{label.name}</Th>
          <Th>{label.role}</Th>
          <Th align="end">{label.filled}</Th>
          <Th>{label.values}</Th>
        </Tr>
      }
    >
      {facts.columns.map(({ index, name, filled, values, distinct }) => (
        <Tr key={index}>
          <Td label={label.name} className={styles.middle}>
            {name}
          </Td>
          <Td label={label.role} className={styles.choice}>
            <SelectField
              name={`role.${index}`}
              label={<span className="visually-hidden">{t("columns.roleOf", { name })}</span>}
              options={options}
              defaultValue={roles.get(index) ?? "none"}
            />
          </Td>
          <Td label={label.filled} align="end" className={styles.middle}>
            {filled}
          </Td>
          <Td label={label.values} className={styles.middle}>
            {values
              .slice(0, 3)
              .map(({ value, count }) => {
                const words = value.length > 60 ? `${value.slice(0, 59)}…` : value;
                return distinct < filled ? `${words} (${count})` : words;
              })
              .join(" · ")}
          </Td>
        </Tr>
      ))}
    </Table>
  );
}
