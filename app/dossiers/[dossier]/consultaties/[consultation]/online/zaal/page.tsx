import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { lookAgain } from "@/app/_lib/look-again";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { KeepUp } from "@/components/participation/follow-live";
import { EndButton } from "@/components/room/end-button";
import { NoteTaker } from "@/components/room/note-taker";
import { Results } from "@/components/room/results";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { TextLink } from "@/components/ui/link";
import { Columns, Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { REACTION_KINDS, type ReactionKind } from "@/db/vocabulary";
import { mayWrite } from "@/domain/dossiers/policy";
import { clockOf, clockWithSeconds, formatClock, formatDate } from "@/domain/kernel/dates";
import { groupsInRoom, notesOf, roomScreen } from "@/domain/room/queries";
import { correct, end, note, show, start, takeBack } from "./actions";

type Props = { params: Promise<{ dossier: string; consultation: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("room"))("title") };
}

/** A meeting in a room: what its screen shows, and what is said, written down. */
export default async function RoomPage({ params }: Props) {
  const { dossier, consultation: id } = await params;
  const scope = await requireDossier(dossier);
  const screen = await roomScreen(scope, id);
  if (!screen) notFound();
  if (!mayWrite(scope)) forbidden();
  const t = await getTranslations("room");
  const language = await getLocale();
  const kinds = await getTranslations("kinds.input");
  const to = addresses.dossier(scope.slug);
  const { meeting, last } = screen;
  const notes = last ? await notesOf(scope, last.id) : [];
  const called = Object.fromEntries(REACTION_KINDS.map((kind) => [kind, kinds(kind)]));
  return (
    <>
      <PageHead back={{ href: to.online(id), label: screen.title }} title={t("title")} />
      <Columns
        aside={
          <Stack gap="l">
            {screen.open || meeting ? (
              <Card title={t("screen.title")}>
                <Stack gap="s">
                  <TextLink href={to.projector(id)} target="_blank">
                    {t("screen.open")}
                  </TextLink>
                  <Paragraph muted>{t("screen.note")}</Paragraph>
                  {meeting ? (
                    <ClientMessages namespaces={["room.screen"]}>
                      <EndButton end={end.bind(null, scope.slug, id)} />
                    </ClientMessages>
                  ) : null}
                </Stack>
              </Card>
            ) : null}
            {meeting && screen.asksPosition ? (
              <Card title={t("screen.votes")}>
                <Results screen={screen} small />
              </Card>
            ) : null}
            {/* The route makes a file: the browser's own link takes it, and Next's navigation does not. */}
            <a href={to.report(id)}>{t("screen.report")}</a>
            <ClientMessages namespaces={["participation.follow"]}>
              <KeepUp
                live={scope.archived || !(screen.open || meeting) ? null : to.followLive(id)}
                look={lookAgain}
                href={to.room(id)}
                at={clockWithSeconds(screen.at)}
              />
            </ClientMessages>
          </Stack>
        }
      >
        <Stack gap="l">
          {meeting || (last && !screen.open) ? null : (
            <Card title={t("start.title")}>
              <Paragraph>{t("lead")}</Paragraph>
              {screen.open ? (
                <>
                  <Paragraph>{t("start.body")}</Paragraph>
                  <ActionForm
                    name={null}
                    action={start.bind(null, scope.slug, id)}
                    submitLabel={t("start.button")}
                  />
                </>
              ) : (
                <Paragraph>{t("start.notOpen")}</Paragraph>
              )}
            </Card>
          )}
          {meeting && !screen.open ? <Alert tone="info">{t("notes.closed")}</Alert> : null}
          <ClientMessages namespaces={["room"]}>
            <NoteTaker
              going={meeting !== null}
              held={
                last?.endedAt
                  ? t("notes.held", {
                      day: formatDate(clockOf(last.startedAt).day, language),
                      from: formatClock(last.startedAt),
                      until: formatClock(last.endedAt),
                    })
                  : null
              }
              meetingId={last?.id ?? null}
              statements={screen.statements}
              shown={screen.shown}
              resultShown={screen.resultShown}
              groups={await groupsInRoom(scope)}
              kinds={called as Record<ReactionKind, string>}
              notes={notes.map((one) => ({ ...one, time: formatClock(one.saidAt) }))}
              note={note.bind(null, scope.slug)}
              correct={correct.bind(null, scope.slug)}
              takeBack={takeBack.bind(null, scope.slug)}
              show={show.bind(null, scope.slug, id)}
            />
          </ClientMessages>
        </Stack>
      </Columns>
    </>
  );
}
