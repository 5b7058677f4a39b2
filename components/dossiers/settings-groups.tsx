import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { Card, Section } from "@/components/ui/card";
import { CheckboxField } from "@/components/ui/choice-fields";
import { ConfirmButton } from "@/components/ui/dialog";
import { HiddenField, TextField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Icon } from "@/components/ui/icon";
import { Paragraph } from "@/components/ui/text";
import type { StakeholderGroup } from "@/domain/groups/model";
import { SettingsItem, SettingsList } from "./settings-list";
import { Named } from "./settings-planning";

/** Who has a stake, and which of them should be at the table. */
export function SettingsGroups({
  groups,
  actions,
}: {
  groups: StakeholderGroup[];
  actions: {
    add: FormAction;
    change: FormAction;
    remove: FormAction;
    move: (groupId: string, data: FormData) => Promise<void>;
  } | null;
}) {
  const t = useTranslations("dossiers");
  return (
    <Section id="groepen" title={t("groups.title")} lead={t("groups.lead")}>
      {groups.length === 0 ? <Paragraph muted>{t("groups.empty")}</Paragraph> : null}
      {groups.length > 0 ? (
        <SettingsList label={t("groups.title")}>
          {groups.map((group, index) => (
            <SettingsItem
              key={group.id}
              title={group.name}
              note={
                <>
                  {group.expected ? <Badge tone="info">{t("groups.expected")}</Badge> : null}{" "}
                  {t("groups.reactions", { count: group.reactions })}
                </>
              }
              editLabel={<Named action={t("change")} name={group.name} />}
              edit={
                actions ? (
                  <ActionForm
                    name="group.change"
                    of={group.id}
                    action={actions.change}
                    submitLabel={t("save")}
                    label={t("changeOf", { name: group.name })}
                  >
                    <HiddenField name="groupId" value={group.id} />
                    <TextField name="name" label={t("groups.name")} defaultValue={group.name} />
                    <CheckboxField
                      name="expected"
                      label={t("groups.expectedField")}
                      defaultChecked={group.expected}
                    />
                  </ActionForm>
                ) : null
              }
              actions={
                actions ? (
                  <>
                    <ButtonForm action={actions.move.bind(null, group.id)}>
                      <Button
                        type="submit"
                        size="small"
                        variant="subtle"
                        name="direction"
                        value="up"
                        aria-disabled={index === 0 || undefined}
                      >
                        <Icon name="arrow-up" />
                        <span className="visually-hidden">
                          {t("groups.up", { name: group.name })}
                        </span>
                      </Button>
                      <Button
                        type="submit"
                        size="small"
                        variant="subtle"
                        name="direction"
                        value="down"
                        aria-disabled={index === groups.length - 1 || undefined}
                      >
                        <Icon name="arrow-down" />
                        <span className="visually-hidden">
                          {t("groups.down", { name: group.name })}
                        </span>
                      </Button>
                    </ButtonForm>
                    <ConfirmButton
                      label={<Named action={t("remove")} name={group.name} />}
                      size="small"
                      variant="subtle"
                      title={t("groups.removeTitle")}
                      body={t("groups.removeBody", { name: group.name })}
                      confirmLabel={t("remove")}
                      action={actions.remove}
                      hidden={{ groupId: group.id }}
                    />
                  </>
                ) : null
              }
            />
          ))}
        </SettingsList>
      ) : null}
      {actions ? (
        <Card tone="quiet" title={t("groups.add")} headingLevel={3}>
          <ActionForm name="group.add" action={actions.add} submitLabel={t("add")} resetOnDone>
            <TextField name="name" label={t("groups.name")} hint={t("groups.nameHint")} />
            <CheckboxField name="expected" label={t("groups.expectedField")} defaultChecked />
          </ActionForm>
        </Card>
      ) : null}
    </Section>
  );
}
