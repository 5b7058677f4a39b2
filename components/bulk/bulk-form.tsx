"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Option } from "@/components/ui/field";
import { DateField, SelectField, TextField } from "@/components/ui/fields";
import { ActionForm, FieldRow, type FormAction } from "@/components/ui/form";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { type BulkDraft, type FoundSheet, WRITTEN_KINDS } from "@/domain/bulk/model";
import { valuesOf } from "@/domain/bulk/rules/meanings";
import { BulkProblems } from "./bulk-problems";
import { ColumnTable } from "./column-table";
import { FirstRows } from "./first-rows";
import { Meanings } from "./meanings";
import { TableReading } from "./table-reading";

/** All that is asked of a spreadsheet: what its columns are, what its values mean, and where it belongs. */
export function BulkForm({
  action,
  fileName,
  sheet,
  draft,
  consultations,
  groups,
  statements,
}: {
  action: FormAction;
  fileName: string;
  sheet: FoundSheet;
  draft: BulkDraft;
  consultations: Option[];
  groups: Option[];
  statements: Option[];
}) {
  const t = useTranslations("bulk");
  const kinds = useTranslations("kinds");
  const { facts, choices, check } = sheet;
  const { sums, problemCount } = check;
  const ready = problemCount === 0 && sums.added > 0;
  const { consultation } = draft;
  const fresh = consultation && !("id" in consultation) ? consultation : null;
  return (
    <ActionForm
      name="reactions.import"
      key={JSON.stringify([choices, draft])}
      action={action}
      hidden={{ readAs: JSON.stringify(choices.table), ...(ready ? { do: "add" } : {}) }}
      submitLabel={ready ? t("add", { count: sums.added }) : t("check")}
      secondary={
        ready ? (
          <Button type="submit" variant="secondary" name="do" value="check">
            {t("check")}
          </Button>
        ) : null
      }
    >
      <Stack gap="m">
        <Paragraph>
          {t("sums", { rows: sums.rows, reactions: sums.reactions, without: sums.withoutWords })}{" "}
          {sums.known + sums.changed > 0
            ? t("compared", { added: sums.added, known: sums.known, changed: sums.changed })
            : ""}
          {sums.changed > 0 ? ` ${t("changedRows", { rows: sums.changedRows.join(", ") })}` : ""}
        </Paragraph>
        <TableReading facts={facts} choices={choices.table} />
        <BulkProblems check={check} choices={choices} />
        <Heading level={2}>{t("columns.title")}</Heading>
        <Paragraph muted>{t("columns.note")}</Paragraph>
        <ColumnTable facts={facts} choices={choices} />
        <Meanings
          name="group"
          values={valuesOf(facts, choices.roles, "group")}
          chosen={choices.groups}
          options={groups}
        />
        <Meanings
          name="statement"
          values={valuesOf(facts, choices.roles, "statement")}
          chosen={choices.statements}
          options={statements}
        />
        <Heading level={2}>{t("place.title")}</Heading>
        <SelectField
          name="consultationId"
          label={t("place.consultation")}
          hint={t("place.consultationHint")}
          options={[{ value: "new", label: t("place.new") }, ...consultations]}
          defaultValue={consultation && "id" in consultation ? consultation.id : "new"}
        />
        <TextField
          optional
          name="title"
          label={t("place.newTitle")}
          defaultValue={fresh?.title ?? fileName.replace(/\.[^.]*$/, "")}
        />
        <FieldRow>
          <SelectField
            name="kind"
            label={t("place.kind")}
            options={WRITTEN_KINDS.map((kind) => ({
              value: kind,
              label: kinds(`consultation.${kind}`),
            }))}
            defaultValue={fresh?.kind ?? "survey"}
          />
          <DateField
            optional
            name="heldOn"
            label={t("place.heldOn")}
            defaultValue={fresh?.heldOn ?? undefined}
          />
        </FieldRow>
        <SelectField
          name="groupId"
          label={t("place.group")}
          options={[{ value: "none", label: t("place.noGroup") }, ...groups]}
          defaultValue={draft.groupId ?? "none"}
        />
        <FirstRows facts={facts} />
      </Stack>
    </ActionForm>
  );
}
