import { useLocale, useTranslations } from "next-intl";
import { Card, Section } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/dialog";
import { DateField, HiddenField, TextField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Paragraph } from "@/components/ui/text";
import { formatDate } from "@/domain/kernel/dates";
import type { Milestone } from "@/domain/planning/model";
import { SettingsItem, SettingsList } from "./settings-list";

/** What happens when. */
export function SettingsPlanning({
  milestones,
  actions,
}: {
  milestones: Milestone[];
  actions: { add: FormAction; change: FormAction; remove: FormAction } | null;
}) {
  const t = useTranslations("dossiers");
  const language = useLocale();
  return (
    <Section id="planning" title={t("planning.title")} lead={t("planning.lead")}>
      {milestones.length === 0 ? <Paragraph muted>{t("planning.empty")}</Paragraph> : null}
      {milestones.length > 0 ? (
        <SettingsList label={t("planning.title")}>
          {milestones.map((step) => (
            <SettingsItem
              key={step.id}
              before={<time dateTime={step.onDate}>{formatDate(step.onDate, language)}</time>}
              title={step.title}
              editLabel={<Named action={t("change")} name={step.title} />}
              edit={
                actions ? (
                  <ActionForm
                    name="milestone.change"
                    of={step.id}
                    action={actions.change}
                    submitLabel={t("save")}
                    label={t("changeOf", { name: step.title })}
                    compact
                  >
                    <HiddenField name="milestoneId" value={step.id} />
                    <TextField name="title" label={t("planning.name")} defaultValue={step.title} />
                    <DateField
                      name="onDate"
                      label={t("planning.date")}
                      defaultValue={step.onDate}
                    />
                  </ActionForm>
                ) : null
              }
              actions={
                actions ? (
                  <ConfirmButton
                    label={<Named action={t("remove")} name={step.title} />}
                    size="small"
                    variant="subtle"
                    title={t("planning.removeTitle")}
                    body={t("planning.removeBody", { name: step.title })}
                    confirmLabel={t("remove")}
                    action={actions.remove}
                    hidden={{ milestoneId: step.id }}
                  />
                ) : null
              }
            />
          ))}
        </SettingsList>
      ) : null}
      {actions ? (
        <Card tone="quiet" title={t("planning.add")} headingLevel={3}>
          <ActionForm
            name="milestone.add"
            action={actions.add}
            submitLabel={t("add")}
            resetOnDone
            compact
          >
            <TextField name="title" label={t("planning.name")} hint={t("planning.nameHint")} />
            <DateField name="onDate" label={t("planning.date")} />
          </ActionForm>
        </Card>
      ) : null}
    </Section>
  );
}

/** "Wijzigen" for who sees the row, "Wijzigen Sluiting inschrijving" for who hears the button. */
export function Named({ action, name }: { action: string; name: string }) {
  return (
    <span>
      {action}
      <span className="visually-hidden"> {name}</span>
    </span>
  );
}
