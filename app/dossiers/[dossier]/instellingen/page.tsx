import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { fullAddress } from "@/app/_lib/address";
import { requireDossier } from "@/app/_lib/session";
import { addresses, type Query, textOf } from "@/components/addresses";
import { SettingsAddress } from "@/components/dossiers/settings-address";
import { SettingsDetails } from "@/components/dossiers/settings-details";
import { SettingsGroups } from "@/components/dossiers/settings-groups";
import { SettingsMembers } from "@/components/dossiers/settings-members";
import { SettingsOriginals } from "@/components/dossiers/settings-originals";
import { SettingsPlanning } from "@/components/dossiers/settings-planning";
import { Alert } from "@/components/ui/alert";
import { PageTitle } from "@/components/ui/heading";
import { Stack } from "@/components/ui/stack";
import { mayAddMembers, mayWrite } from "@/domain/dossiers/policy";
import { dossierDetailsOf, listMembers } from "@/domain/dossiers/queries";
import { listGroups } from "@/domain/groups/queries";
import { actorAccountId } from "@/domain/kernel/scope";
import { listMilestones } from "@/domain/planning/queries";
import * as actions from "./actions";

type Props = {
  params: Promise<{ dossier: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const scope = await requireDossier((await params).dossier);
  const t = await getTranslations("dossiers.settings");
  return { title: t("pageTitle", { title: scope.title }) };
}

export default async function SettingsPage({ params, searchParams }: Props) {
  const scope = await requireDossier((await params).dossier);
  const refused = textOf(await searchParams, "message") === "geweigerd";
  const t = await getTranslations("dossiers.settings");
  const [details, milestones, groups, members] = await Promise.all([
    dossierDetailsOf(scope),
    listMilestones(scope),
    listGroups(scope),
    listMembers(scope),
  ]);
  const slug = scope.slug;
  const editable = mayWrite(scope);
  return (
    <>
      {refused ? (
        <Alert tone="error" role="alert">
          {t("groupNotMoved")}
        </Alert>
      ) : null}
      <PageTitle
        back={{ href: addresses.dossier(slug).overview(), label: scope.title }}
        title={t("title")}
        lead={t("lead")}
      />
      {editable ? null : <Alert tone="info">{t("readOnly")}</Alert>}
      <Stack gap="xl">
        <SettingsDetails
          details={details}
          save={editable ? actions.saveDetails.bind(null, slug) : null}
        />
        <SettingsPlanning
          milestones={milestones}
          actions={
            editable
              ? {
                  add: actions.saveNewMilestone.bind(null, slug),
                  change: actions.saveMilestone.bind(null, slug),
                  remove: actions.deleteMilestone.bind(null, slug),
                }
              : null
          }
        />
        <SettingsGroups
          groups={groups}
          actions={
            editable
              ? {
                  add: actions.saveNewGroup.bind(null, slug),
                  change: actions.saveGroup.bind(null, slug),
                  remove: actions.deleteGroup.bind(null, slug),
                  move: actions.shiftGroup.bind(null, slug),
                }
              : null
          }
        />
        <SettingsMembers
          members={members}
          self={actorAccountId(scope.actor)}
          actions={
            editable
              ? {
                  add: mayAddMembers(scope) ? actions.saveNewMember.bind(null, slug) : null,
                  change: actions.saveMember.bind(null, slug),
                  approvals: actions.saveApprovals.bind(null, slug),
                  remove: actions.deleteMember.bind(null, slug),
                }
              : null
          }
        />
        <SettingsOriginals
          destroys={details.destroysOriginals}
          save={editable ? actions.saveOriginals.bind(null, slug) : null}
        />
        <SettingsAddress
          address={
            details.stakeholderCode
              ? fullAddress(addresses.stakeholderPage(details.stakeholderCode))
              : null
          }
          actions={
            editable
              ? {
                  open: actions.openAddress.bind(null, slug),
                  close: actions.closeAddress.bind(null, slug),
                }
              : null
          }
        />
      </Stack>
    </>
  );
}
