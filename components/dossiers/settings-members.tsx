import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card, Section } from "@/components/ui/card";
import { CheckboxField, RadioGroup } from "@/components/ui/choice-fields";
import { ConfirmButton } from "@/components/ui/dialog";
import { HiddenField, TextField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { APPROVAL_ROLES, ROLES } from "@/db/vocabulary";
import type { Member } from "@/domain/dossiers/model";
import { SettingsItem, SettingsList } from "./settings-list";
import { Named } from "./settings-planning";

/** Who works in the dossier, and as what. */
export function SettingsMembers({
  members,
  self,
  actions,
}: {
  members: Member[];
  /** The account that looks. */
  self: string | null;
  /** `add` is null for who may not add anybody. */
  actions: {
    add: FormAction | null;
    change: FormAction;
    approvals: FormAction;
    remove: FormAction;
  } | null;
}) {
  const t = useTranslations("dossiers");
  const roles = ROLES.map((role) => ({
    value: role,
    label: t(`roles.${role}`),
    hint: t(`roleHints.${role}`),
  }));
  return (
    <Section id="leden" title={t("members.title")} lead={t("members.lead")}>
      <SettingsList label={t("members.title")}>
        {members.map((member) => (
          <SettingsItem
            key={member.accountId}
            title={
              <>
                {member.name}
                {member.accountId === self ? ` ${t("members.you")}` : ""}
              </>
            }
            note={
              <>
                <Badge tone={member.role === "author" ? "info" : "neutral"}>
                  {t(`roles.${member.role}`)}
                </Badge>{" "}
                {member.approves.map((role) => (
                  <span key={role}>
                    <Badge tone="ok">{t(`approves.${role}`)}</Badge>{" "}
                  </span>
                ))}
                {member.disabled ? <Badge tone="warning">{t("members.disabled")}</Badge> : null}{" "}
                {member.email}
              </>
            }
            editLabel={<Named action={t("members.change")} name={member.name} />}
            edit={
              actions ? (
                <Stack gap="l">
                  <ActionForm
                    name="member.change"
                    of={member.accountId}
                    action={actions.change}
                    submitLabel={t("save")}
                    label={t("changeOf", { name: member.name })}
                  >
                    <HiddenField name="accountId" value={member.accountId} />
                    <RadioGroup
                      name="role"
                      label={t("members.role")}
                      options={roles}
                      defaultValue={member.role}
                    />
                  </ActionForm>
                  {member.role === "stakeholder" ? null : (
                    <MemberApprovals member={member} action={actions.approvals} />
                  )}
                </Stack>
              ) : null
            }
            actions={
              actions ? (
                <ConfirmButton
                  label={<Named action={t("remove")} name={member.name} />}
                  size="small"
                  variant="subtle"
                  title={t("members.removeTitle")}
                  body={t("members.removeBody", { name: member.name })}
                  confirmLabel={t("remove")}
                  action={actions.remove}
                  hidden={{ accountId: member.accountId }}
                />
              ) : null
            }
          />
        ))}
      </SettingsList>
      {actions?.add ? (
        <Card tone="quiet" title={t("members.add")} headingLevel={3}>
          <ActionForm name="member.add" action={actions.add} submitLabel={t("add")} resetOnDone>
            <TextField
              name="email"
              type="email"
              label={t("members.email")}
              hint={t("members.emailHint")}
              autoComplete="off"
            />
            <RadioGroup
              name="role"
              label={t("members.role")}
              options={roles}
              defaultValue="reviewer"
            />
          </ActionForm>
        </Card>
      ) : null}
    </Section>
  );
}

/** In which capacities a member approves requirements. */
function MemberApprovals({ member, action }: { member: Member; action: FormAction }) {
  const t = useTranslations("dossiers");
  return (
    <ActionForm
      name="member.approvals"
      of={member.accountId}
      action={action}
      submitLabel={t("approves.save")}
      label={t("approves.of", { name: member.name })}
    >
      <HiddenField name="accountId" value={member.accountId} />
      <Paragraph muted>{t("approves.lead")}</Paragraph>
      {APPROVAL_ROLES.map((role) => (
        <CheckboxField
          key={role}
          name={role}
          label={t(`approves.${role}`)}
          defaultChecked={member.approves.includes(role)}
        />
      ))}
    </ActionForm>
  );
}
