import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { fullAddress } from "@/app/_lib/address";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { InvitedInShort } from "@/components/invitations/invited-in-short";
import {
  LackingList,
  OnlineSettings,
  OnlineStatements,
  OpenAddresses,
} from "@/components/participation/online-overview";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { TextLink } from "@/components/ui/link";
import { Columns, Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { getConsultation } from "@/domain/consultations/queries";
import { maySeeNames, mayWrite } from "@/domain/dossiers/policy";
import { invitationTotals } from "@/domain/invitations/queries";
import { consultationOverview } from "@/domain/participation/queries";
import { copy, move, open } from "./actions";

type Props = { params: Promise<{ dossier: string; consultation: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("participation.prepare"))("title") };
}

/** How a consultation is held online: the facts, what is lacking, and the button that opens it. */
export default async function OnlinePage({ params }: Props) {
  const { dossier, consultation: id } = await params;
  const scope = await requireDossier(dossier);
  const consultation = await gate(getConsultation(scope, id));
  const online = await consultationOverview(scope, id);
  if (!online) notFound();
  const t = await getTranslations("participation.prepare");
  const room = await getTranslations("room");
  const moderation = await getTranslations("moderation.inPrepare");
  const to = addresses.dossier(scope.slug);
  const mayChange = mayWrite(scope);
  const invited = maySeeNames(scope) ? await invitationTotals(scope, id) : null;
  const live = online.state === "open" || online.state === "planned";
  return (
    <>
      <PageHead
        back={{ href: to.consultation(id), label: t("back") }}
        title={consultation.title}
        meta={<Badge tone={live ? "ok" : "neutral"}>{t(`state.${online.state}`)}</Badge>}
        actions={
          <>
            <ButtonLink size="small" href={to.previewOnline(id)}>
              {t("previewLink")}
            </ButtonLink>
            {online.openedAt && mayChange ? (
              <ButtonLink size="small" href={to.room(id)}>
                {room("open")}
              </ButtonLink>
            ) : null}
            {online.openedAt ? (
              <ButtonLink size="small" variant="primary" href={to.follow(id)}>
                {t("follow")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <Columns
        aside={
          <Stack gap="l">
            <Card
              title={
                live || (online.state === "closed" && online.lacking.length === 0)
                  ? t(`state.${online.state}`)
                  : t("lackingTitle", { count: online.lacking.length })
              }
            >
              {online.answers > 0 ? (
                <Paragraph>
                  {t("counts", { answers: online.answers })}{" "}
                  <TextLink href={to.statements({ consultation: id })}>{t("read")}</TextLink>
                </Paragraph>
              ) : null}
              {online.state === "closed" && online.wipedAt === null && mayChange ? (
                <Paragraph>{t("late")}</Paragraph>
              ) : null}
              {live ? null : <LackingList online={online} slug={scope.slug} />}
              {mayChange && !live ? (
                <ActionForm
                  name={null}
                  action={open.bind(null, scope.slug, id)}
                  submitLabel={t("open")}
                />
              ) : null}
              {mayChange && online.openedAt ? (
                <TextLink href={to.thank(id)}>{live ? t("toEnd") : t("toThank")}</TextLink>
              ) : null}
            </Card>
            {online.openedAt && online.admits === "anyone" ? (
              <OpenAddresses
                addresses={online.addresses.map(({ group, code }) => ({
                  name: group,
                  address: fullAddress(addresses.stakeholderPage(code)),
                }))}
              />
            ) : null}
            {online.openedAt && maySeeNames(scope) ? (
              <Card title={moderation("title")} tone={online.toModerate > 0 ? "plain" : "quiet"}>
                <Paragraph>
                  {moderation("count", { count: online.toModerate })}{" "}
                  <TextLink href={to.moderation(id)}>{moderation("link")}</TextLink>
                </Paragraph>
              </Card>
            ) : null}
            {mayChange && online.openedAt && maySeeNames(scope) ? (
              <Card title={t("onRequestTitle")} tone="quiet">
                <Paragraph>
                  {t("onRequest")} <TextLink href={to.onRequest(id)}>{t("onRequestLink")}</TextLink>
                </Paragraph>
              </Card>
            ) : null}
            {mayChange ? (
              <Card title={t("copyTitle")} tone="quiet">
                <ActionForm
                  name="consultation.copy"
                  action={copy.bind(null, scope.slug, id)}
                  submitLabel={t("copy")}
                  submitVariant="secondary"
                >
                  <TextField name="title" label={t("copyField")} />
                </ActionForm>
              </Card>
            ) : null}
          </Stack>
        }
      >
        <Stack gap="l">
          <ClientMessages namespaces={["participation.prepare"]}>
            <OnlineStatements
              online={online}
              slug={scope.slug}
              move={mayChange ? move.bind(null, scope.slug, id) : null}
            />
          </ClientMessages>
          <OnlineSettings
            online={online}
            slug={scope.slug}
            mayChange={mayChange}
            invited={invited ? <InvitedInShort slug={scope.slug} id={id} totals={invited} /> : null}
          />
        </Stack>
      </Columns>
    </>
  );
}
