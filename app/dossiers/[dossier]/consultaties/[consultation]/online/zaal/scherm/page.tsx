import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { fullAddress } from "@/app/_lib/address";
import { lookAgain } from "@/app/_lib/look-again";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { KeepUp } from "@/components/participation/follow-live";
import { Projector } from "@/components/room/projector";
import { ProjectorKeys } from "@/components/room/projector-keys";
import { ClientMessages } from "@/components/shell/client-messages";
import { TextLink } from "@/components/ui/link";
import { mayWrite } from "@/domain/dossiers/policy";
import { clockWithSeconds } from "@/domain/kernel/dates";
import { roomScreen } from "@/domain/room/queries";
import { show } from "../actions";

type Props = { params: Promise<{ dossier: string; consultation: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("room.projector"))("title") };
}

/** What is projected in a room: it follows who shows it, and works by loading it again without scripts. */
export default async function ProjectorPage({ params }: Props) {
  const { dossier, consultation: id } = await params;
  const scope = await requireDossier(dossier);
  const screen = await roomScreen(scope, id);
  if (!screen) notFound();
  const t = await getTranslations("room.projector");
  const to = addresses.dossier(scope.slug);
  const site = fullAddress(addresses.enterCode()).replace(/^https?:\/\//, "");
  return (
    <Projector
      screen={screen}
      address={screen.code && fullAddress(addresses.stakeholderPage(screen.code))}
      site={site}
    >
      <ClientMessages namespaces={["participation.follow", "room.projector"]}>
        {mayWrite(scope) && screen.meeting ? (
          // What people think goes to the browser only once it is shown: so not the whole screen.
          <ProjectorKeys
            statements={screen.statements}
            shown={screen.shown}
            resultShown={screen.resultShown}
            asksPosition={screen.asksPosition}
            show={show.bind(null, scope.slug, id)}
          />
        ) : null}
        <KeepUp
          live={scope.archived || !(screen.open || screen.meeting) ? null : to.followLive(id)}
          look={lookAgain}
          href={to.projector(id)}
          at={clockWithSeconds(screen.at)}
        />
        <TextLink href={mayWrite(scope) ? to.room(id) : to.online(id)}>{t("back")}</TextLink>
      </ClientMessages>
    </Projector>
  );
}
