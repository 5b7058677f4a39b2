import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, idsOf, type Query } from "@/components/addresses";
import { Who } from "@/components/invitations/invitation-table";
import { Alert } from "@/components/ui/alert";
import { HiddenField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { Stack } from "@/components/ui/stack";
import { mayWrite } from "@/domain/dossiers/policy";
import { chosenInvitations } from "@/domain/invitations/queries";
import { withdraw } from "../actions";

type Props = {
  params: Promise<{ dossier: string; consultation: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invitations.withdrawal"))("title") };
}

/** Asks whether these invitations are to be withdrawn, and says what that does. */
export default async function WithdrawPage({ params, searchParams }: Props) {
  const { dossier, consultation: id } = await params;
  const scope = await requireDossier(dossier);
  const chosen = await gate(chosenInvitations(scope, id, idsOf(await searchParams, "choose")));
  if (!mayWrite(scope)) forbidden();
  const rows = chosen.filter(({ withdrawnAt }) => withdrawnAt === null);
  const t = await getTranslations("invitations.withdrawal");
  const tt = await getTranslations("invitations");
  const count = rows.length;
  return (
    <>
      <PageTitle
        back={{ href: addresses.dossier(scope.slug).invitations(id), label: tt("title") }}
        title={t("title")}
        lead={count === 0 ? t("none") : t("who", { count })}
      />
      {count === 0 ? null : (
        <Stack gap="m">
          <Alert tone="warning">{t("body")}</Alert>
          <ul>
            {rows.map((row) => (
              <li key={row.id}>
                <Who row={row} />
              </li>
            ))}
          </ul>
          <ActionForm
            name={null}
            action={withdraw.bind(null, scope.slug, id)}
            submitLabel={t("submit", { count })}
            submitVariant="danger"
          >
            {rows.map((row) => (
              <HiddenField key={row.id} name="ids" value={row.id} />
            ))}
          </ActionForm>
        </Stack>
      )}
    </>
  );
}
