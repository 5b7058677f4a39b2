import type { Metadata } from "next";
import { forbidden, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, PARAMETERS } from "@/components/addresses";
import { SplitChoice } from "@/components/splitting/split-choice";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Card, Section } from "@/components/ui/card";
import { HiddenField, TextareaField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { Stack } from "@/components/ui/stack";
import { Paragraph, Quote } from "@/components/ui/text";
import { MAX_REASON } from "@/domain/reactions/model";
import { getReaction } from "@/domain/reactions/queries";
import { maySplit } from "@/domain/splitting/policy";
import { cutOfReaction } from "@/domain/splitting/queries";
import { plainWords } from "@/domain/text/rules";
import { dismiss, recut } from "../../actions";

type Params = Promise<{ dossier: string; reaction: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { dossier, reaction } = await params;
  const { number } = await gate(getReaction(await requireDossier(dossier), reaction));
  return { title: (await getTranslations("reactions.cut"))("title", { number }) };
}

/** A reaction in two, together with the next one, or left out. */
export default async function RecutPage({ params }: { params: Params }) {
  const { dossier, reaction: id } = await params;
  const scope = await requireDossier(dossier);
  if (!maySplit(scope)) forbidden();
  const { number, text, online } = await gate(getReaction(scope, id));
  // What was sent online is divided, and stays what its sender sent.
  if (online) redirect(addresses.dossier(scope.slug).divideReaction(id));
  const cut = await gate(cutOfReaction(scope, id));
  const t = await getTranslations("reactions");
  const to = addresses.dossier(scope.slug);
  const back = <ButtonLink href={to.reaction(id)}>{t("cut.cancel")}</ButtonLink>;
  const action = recut.bind(null, scope.slug);
  const hidden: Record<string, string | number> = cut
    ? { partId: cut.partId, lockVersion: cut.lockVersion, start: cut.segment.start }
    : {};
  return (
    <>
      <PageTitle
        back={{ href: to.reaction(id), label: `R-${number}` }}
        title={t("cut.title", { number })}
        lead={cut && !cut.held ? t("cut.lead", { number }) : undefined}
      />
      {cut?.held ? (
        <Alert tone="info">
          <Stack gap="s">
            <p>{t("cut.held", { number })}</p>
            {back}
          </Stack>
        </Alert>
      ) : (
        <>
          {cut ? (
            <>
              <Section id="splitsen" title={t("cut.splitTitle")} lead={t("cut.splitLead")}>
                <SplitChoice segment={cut.segment} action={action} hidden={hidden} />
              </Section>
              <Section id="samen" title={t("cut.joinTitle")}>
                {cut.next ? (
                  <Stack gap="s">
                    <Paragraph>{t("cut.joinLead")}</Paragraph>
                    <Quote>{plainWords(cut.next.text)}</Quote>
                    <ActionForm
                      name={null}
                      action={action}
                      hidden={{ ...hidden, type: "joinWithNext" }}
                      submitLabel={t("cut.join")}
                      submitVariant="secondary"
                    />
                  </Stack>
                ) : (
                  <Paragraph muted>{t("cut.noNext")}</Paragraph>
                )}
              </Section>
            </>
          ) : (
            <Stack gap="s">
              <Quote>{text}</Quote>
              <Paragraph muted>{t("cut.byHand")}</Paragraph>
            </Stack>
          )}
          <Section id="weglaten" title={t("many.dismissTitle")} lead={t("many.dismissLead")}>
            <Card tone="quiet">
              <ActionForm
                name="reactions.dismiss"
                of={id}
                action={dismiss.bind(null, scope.slug)}
                submitLabel={t("many.dismiss", { count: 1 })}
                submitVariant="secondary"
                secondary={back}
              >
                <HiddenField name={PARAMETERS.reaction} value={id} />
                <TextareaField
                  name="reason"
                  label={t("many.reason")}
                  rows={2}
                  counter={MAX_REASON}
                />
              </ActionForm>
            </Card>
          </Section>
        </>
      )}
    </>
  );
}
