import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { AttendeeTable } from "@/components/corrections/attendee-table";
import { InviteForm } from "@/components/corrections/new-links";
import { RoundState } from "@/components/corrections/round-state";
import { ClientMessages } from "@/components/shell/client-messages";
import { Section } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/dialog";
import { DateField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { mayHaveCorrected } from "@/domain/corrections/policy";
import { roundOf } from "@/domain/corrections/queries";
import { getSource } from "@/domain/sources/queries";
import { change, end, invite, renew, revoke } from "./actions";

type Props = { params: Promise<{ dossier: string; source: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("corrections.people"))("title") };
}

/** Who may correct a text, with a link of their own, and until when. */
export default async function AttendeesPage({ params }: Props) {
  const { dossier, source: id } = await params;
  const scope = await requireDossier(dossier);
  const source = await gate(getSource(scope, id));
  const round = await roundOf(scope, source.id);
  const to = addresses.dossier(scope.slug);
  if (!round) redirect(to.corrections(source.id));
  const t = await getTranslations("corrections");
  const writes = mayHaveCorrected(scope);
  const open = round.closed === null;
  const reopens = open || round.closed === "ended" || round.closed === "passed";
  const here = [scope.slug, source.id] as const;
  const acts = { renew: renew.bind(null, ...here), revoke: revoke.bind(null, ...here) };
  return (
    <>
      <PageTitle
        back={{ href: to.corrections(source.id), label: t("pageTitle") }}
        eyebrow={source.title}
        title={t("people.title")}
        lead={t("people.lead")}
      />
      <ClientMessages namespaces={["corrections.people"]}>
        <Stack gap="l">
          <RoundState round={round} />
          {writes && open ? (
            <Section id="uitnodigen" title={t("people.invite")}>
              <InviteForm roundId={round.id} action={invite.bind(null, ...here)} />
            </Section>
          ) : null}
          <Section id="aanwezigen" title={t("people.caption")}>
            {round.attendees.length === 0 ? (
              <Paragraph muted>{t("people.none")}</Paragraph>
            ) : (
              <AttendeeTable
                attendees={round.attendees}
                open={open}
                acts={writes ? acts : undefined}
              />
            )}
          </Section>
          {writes && reopens ? (
            <Section id="tot-wanneer" title={t("people.until")}>
              <Stack gap="m">
                <ActionForm
                  name="correctionRound.change"
                  of={round.id}
                  action={change.bind(null, ...here)}
                  hidden={{ roundId: round.id }}
                  submitLabel={t("people.untilSubmit")}
                  submitVariant="secondary"
                >
                  <DateField
                    name="closesOn"
                    label={t("start.closesOn")}
                    hint={t("start.closesOnHint")}
                    defaultValue={round.closesOn}
                  />
                </ActionForm>
                {open ? (
                  <div>
                    <ConfirmButton
                      label={t("people.end")}
                      title={t("people.endTitle")}
                      body={t("people.endBody")}
                      confirmLabel={t("people.end")}
                      action={end.bind(null, ...here)}
                      hidden={{ roundId: round.id }}
                    />
                  </div>
                ) : null}
              </Stack>
            </Section>
          ) : null}
        </Stack>
      </ClientMessages>
    </>
  );
}
