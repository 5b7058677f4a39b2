import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { InviteForm } from "@/components/invitations/invite-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageTitle } from "@/components/ui/heading";
import { mayWrite } from "@/domain/dossiers/policy";
import { listGroups } from "@/domain/groups/queries";
import { consultationOverview } from "@/domain/participation/queries";
import { add } from "../actions";

type Props = { params: Promise<{ dossier: string; consultation: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invitations.form"))("title") };
}

/** Takes in a list of people to invite. */
export default async function AddInvitationsPage({ params }: Props) {
  const { dossier, consultation: id } = await params;
  const scope = await requireDossier(dossier);
  const online = await consultationOverview(scope, id);
  if (!online) notFound();
  if (!mayWrite(scope)) forbidden();
  const t = await getTranslations("invitations");
  const groups = await listGroups(scope);
  return (
    <>
      <PageTitle
        back={{ href: addresses.dossier(scope.slug).invitations(id), label: t("title") }}
        title={t("form.title")}
        lead={t("form.term")}
      />
      <ClientMessages namespaces={["invitations"]}>
        <InviteForm
          action={add.bind(null, scope.slug, id)}
          groups={groups.map((group) => ({ id: group.id, name: group.name }))}
        />
      </ClientMessages>
    </>
  );
}
