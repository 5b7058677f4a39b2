"use client";

import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { FileField, SelectField, TextareaField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { useFormScope } from "@/components/ui/form-context";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { ListPreview } from "@/domain/invitations/model";
import { Who } from "./invitation-table";
import styles from "./invitations.module.css";

/** People that are shown of a long list; the rest is counted. */
const SHOWN = 20;

/** Takes in a list of people: first it says what it would do, and then it does it. */
export function InviteForm({
  action,
  groups,
}: {
  action: FormAction;
  groups: { id: string; name: string }[];
}) {
  const t = useTranslations("invitations.form");
  return (
    <ActionForm
      name="invitation.add"
      action={action}
      submitLabel={t("check")}
      submitVariant="secondary"
    >
      <TextareaField optional name="list" label={t("list")} hint={t("listHint")} rows={8} />
      <FileField optional name="file" label={t("file")} accept=".csv,.txt,text/csv,text/plain" />
      {groups.length > 0 ? (
        <SelectField
          optional
          name="groupId"
          label={t("group")}
          emptyLabel={t("groupNone")}
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <Preview />
    </ActionForm>
  );
}

/** What was made of the list, as the answer to the form has it. */
function Preview() {
  const t = useTranslations("invitations");
  const { state } = useFormScope();
  if (!state.token) return null;
  const { faults, fresh } = JSON.parse(state.token) as ListPreview;
  if (faults.length > 0) {
    return (
      <Alert tone="error" title={t("form.faultsTitle")}>
        <ul className={styles.faults}>
          {faults.slice(0, SHOWN).map(({ line, fault, words }) => (
            <li key={`${line}${fault}`}>
              {t("form.line", { line })}: {t(`faults.${fault}`, { words })}
            </li>
          ))}
          {faults.length > SHOWN ? (
            <li>{t("form.more", { count: faults.length - SHOWN })}</li>
          ) : null}
        </ul>
      </Alert>
    );
  }
  if (fresh.length === 0) return null;
  return (
    <>
      <Table
        caption={t("form.preview")}
        stack
        head={
          <Tr>
            <Th>{t("columns.who")}</Th>
            <Th>{t("columns.group")}</Th>
          </Tr>
        }
      >
        {fresh.slice(0, SHOWN).map((person) => (
          <Tr key={person.line}>
            <Td label={t("columns.who")} className={styles.who}>
              <Who row={{ person }} />
            </Td>
            <Td label={t("columns.group")}>{person.group ?? t("noGroup")}</Td>
          </Tr>
        ))}
      </Table>
      {fresh.length > SHOWN ? <p>{t("form.more", { count: fresh.length - SHOWN })}</p> : null}
      <div>
        <Button type="submit" variant="primary" name="add" value="yes">
          {t("form.submit", { count: fresh.length })}
        </Button>
      </div>
    </>
  );
}
