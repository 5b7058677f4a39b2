import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { lookAgain } from "@/app/_lib/look-again";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { KeepUp, LatestReactions } from "@/components/participation/follow-live";
import { HeardTable, PositionsTable } from "@/components/participation/follow-tables";
import { FollowToDo } from "@/components/participation/follow-to-do";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/card";
import { Columns, Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { getConsultation } from "@/domain/consultations/queries";
import { maySeeNames, mayWrite } from "@/domain/dossiers/policy";
import { invitationTotals, mailable } from "@/domain/invitations/queries";
import {
  clockOf,
  clockWithSeconds,
  formatDayAndTime,
  formatShortDate,
  today,
} from "@/domain/kernel/dates";
import { LATEST } from "@/domain/participation/model";
import { followed } from "@/domain/participation/queries";

type Props = { params: Promise<{ dossier: string; consultation: string }> };

/** Reactions that are shown of the latest. */
const SHOWN_AT_ONCE = 8;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("participation.follow"))("title") };
}

/** What comes in: whom we heard, what they think, and what they said last. */
export default async function FollowPage({ params }: Props) {
  const { dossier, consultation: id } = await params;
  const scope = await requireDossier(dossier);
  const { title } = await gate(getConsultation(scope, id));
  const now = await followed(scope, id);
  if (!now) notFound();
  const t = await getTranslations("participation.follow");
  const prepare = await getTranslations("participation.prepare");
  const words = await getTranslations("participation.react.position");
  const language = await getLocale();
  const to = addresses.dossier(scope.slug);
  const invited = maySeeNames(scope) ? await invitationTotals(scope, id) : null;
  const toRemind = maySeeNames(scope)
    ? await mailable(scope, id, { template: "reminder", ids: [] })
    : 0;
  const live = now.state === "open" || now.state === "planned";
  const until = now.closesAt ? formatDayAndTime(now.closesAt, language) : "";
  return (
    <>
      <PageHead
        back={{ href: to.online(id), label: prepare("title") }}
        title={title}
        meta={
          <>
            <Badge tone={live ? "ok" : "neutral"}>{prepare(`state.${now.state}`)}</Badge>{" "}
            {now.state === "open" && until ? t("openUntil", { moment: until }) : null}
          </>
        }
      />
      <Columns
        aside={
          <Stack gap="l">
            {invited ? (
              <FollowToDo
                slug={scope.slug}
                followed={now}
                toRemind={toRemind}
                failed={invited.failed}
                mayWrite={mayWrite(scope)}
              />
            ) : null}
            <ClientMessages namespaces={["participation.follow"]}>
              <LatestReactions
                most={LATEST}
                shownAtOnce={SHOWN_AT_ONCE}
                latest={now.latest.map((one) => {
                  const { day, time } = clockOf(one.sentAt);
                  const group = one.group ?? t("heard.nobody");
                  return {
                    // Changed since, by who sent it: then it is another one to read.
                    key: `${one.reactionId} ${one.sentAt}`,
                    href: to.reaction(one.reactionId),
                    name: `R-${one.number}`,
                    about:
                      one.statement === null
                        ? t("latest.after", { group })
                        : t("latest.about", { group, number: one.statement }),
                    time: day === today() ? time : `${formatShortDate(day, language)} ${time}`,
                    position:
                      one.position && (now.positionWords?.[one.position] ?? words(one.position)),
                    text: one.text,
                  };
                })}
              />
            </ClientMessages>
          </Stack>
        }
      >
        <Stack gap="l">
          <Stack gap="xs">
            <Paragraph lead>
              {t.rich("sum", {
                people: now.people,
                answers: now.answers,
                b: (chunks) => <b>{chunks}</b>,
              })}{" "}
              {invited && invited.total > 0
                ? t("invited", { count: invited.total - invited.withdrawn })
                : null}
            </Paragraph>
            <ClientMessages namespaces={["participation.follow"]}>
              <KeepUp
                live={live && !scope.archived ? to.followLive(id) : null}
                look={lookAgain}
                href={to.follow(id)}
                at={clockWithSeconds(now.at)}
              />
            </ClientMessages>
          </Stack>
          <Section id="gehoord" title={t("heard.title")}>
            <HeardTable
              heard={now.heard}
              invited={
                invited &&
                new Map(invited.groups.map(({ id: group, ...counts }) => [group ?? "", counts]))
              }
            />
          </Section>
          <Section id="standpunten" title={t("thought.title")}>
            <PositionsTable followed={now} slug={scope.slug} />
          </Section>
        </Stack>
      </Columns>
    </>
  );
}
