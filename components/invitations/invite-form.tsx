"use client";

import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { FileField, HiddenField, SelectField, TextareaField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { useFormScope } from "@/components/ui/form-context";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { Paragraph } from "@/components/ui/text";
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
      // Names and addresses of others are not left behind in a browser.
      name={null}
      action={action}
      submitLabel={t("check")}
      submitVariant="secondary"
    >
      <TextareaField optional name="list" label={t("list")} hint={t("listHint")} rows={8} />
      <ListFile label={t("file")} />
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

function ListFile({ label }: { label: string }) {
  const { state } = useFormScope();
  // What was read of a file stands in the list from then on, to be put right there: a new field has no file.
  return (
    <FileField
      key={state.token}
      optional
      name="file"
      label={label}
      accept=".csv,.txt,text/csv,text/plain"
    />
  );
}

/** What was made of the list, as the answer to the form has it. */
function Preview() {
  const t = useTranslations("invitations");
  const { state } = useFormScope();
  if (!state.token) return null;
  const { faults, fresh, moved, seen } = JSON.parse(state.token) as ListPreview;
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
  if (fresh.length + moved.length === 0) return null;
  return (
    <>
      <People caption={t("form.preview")} people={fresh} />
      <People caption={t("form.moved")} people={moved} />
      {moved.length > 0 ? <Paragraph small>{t("form.movedNote")}</Paragraph> : null}
      <HiddenField name="seen" value={seen} />
      <div>
        <Button type="submit" variant="primary" name="add" value="yes">
          {t("form.submit", { count: fresh.length })}
        </Button>
      </div>
    </>
  );
}

function People({ caption, people }: { caption: string; people: ListPreview["fresh"] }) {
  const t = useTranslations("invitations");
  if (people.length === 0) return null;
  return (
    <>
      <Table
        caption={caption}
        stack
        head={
          <Tr>
            <Th>{t("columns.who")}</Th>
            <Th>{t("columns.group")}</Th>
          </Tr>
        }
      >
        {people.slice(0, SHOWN).map((person) => (
          <Tr key={person.line}>
            <Td label={t("columns.who")} className={styles.who}>
              <Who row={{ person }} />
            </Td>
            <Td label={t("columns.group")}>{person.group ?? t("noGroup")}</Td>
          </Tr>
        ))}
      </Table>
      {people.length > SHOWN ? <p>{t("form.more", { count: people.length - SHOWN })}</p> : null}
    </>
  );
}
