import { useTranslations } from "next-intl";
import type { Option } from "@/components/ui/field";
import { HiddenField, SelectField } from "@/components/ui/fields";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/stack";
import type { Meaning, ValueCount } from "@/domain/bulk/model";

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
  return (
    <Stack gap="s">
      <Heading level={2}>{t(`${name}.title`)}</Heading>
      {values.map(({ value, count }, n) => {
        const to = said.get(value);
        const now = to === undefined || to === null ? "none" : "id" in to ? to.id : "new";
        return (
          <div key={value}>
            <HiddenField name={`${name}Value.${n}`} value={value} />
            <SelectField
              name={`${name}.${n}`}
              label={t("value", { value, count })}
              options={[
                { value: "none", label: t(`${name}.none`) },
                { value: "new", label: t(`${name}.new`) },
                ...options,
              ]}
              defaultValue={now}
            />
          </div>
        );
      })}
    </Stack>
  );
}
