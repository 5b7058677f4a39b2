import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { fullAddress } from "@/app/_lib/address";
import { reactingAt } from "@/app/_lib/participant";
import { gate } from "@/app/_lib/session";
import { visitOf } from "@/app/_lib/visit";
import { addresses } from "@/components/addresses";
import { FirstScreen } from "@/components/participation/first-screen";
import { ReactingShell } from "@/components/participation/reacting-shell";
import { StakeholderPageView } from "@/components/participation/stakeholder-page";
import { SenderBar } from "@/components/shell/bar";
import { PageShell } from "@/components/shell/page-shell";
import { NotFound } from "@/domain/kernel/errors";
import { openByCode, openConsultation, openParticipant } from "@/domain/participation/gate";
import { consultationPage, ownAnswers, stakeholderPage } from "@/domain/participation/queries";

type Props = { params: Promise<{ code: string }> };

/** What a code is of: a dossier, an online consultation, or somebody who reacts in one. */
const behind = cache(async (code: string) =>
  gate(
    (async () => {
      for (const open of [openDossierPage, openReactingPage, openOwnPage]) {
        try {
          return await open(code);
        } catch (error) {
          if (!(error instanceof NotFound)) throw error;
        }
      }
      throw new NotFound();
    })(),
  ),
);

async function openDossierPage(code: string) {
  return { of: "dossier", page: await stakeholderPage(await openByCode(code)) } as const;
}

async function openReactingPage(code: string) {
  await openConsultation(code);
  return { of: "consultation", ...(await reactingAt(code)) } as const;
}

async function openOwnPage(code: string) {
  const { own, at } = await openParticipant(code);
  return {
    of: "participant",
    page: await consultationPage(at),
    own: await ownAnswers(own),
  } as const;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await behind((await params).code);
  const { title } = found.page;
  // The address is a secret: where one goes from here must not say where one was.
  const referrer = "same-origin";
  if (found.of === "dossier") {
    return { title: (await getTranslations("dossiers.public"))("pageTitle", { title }), referrer };
  }
  const t = await getTranslations("participation.react.start");
  return { title: t("pageTitle", { title }), referrer };
}

/** Where an address leads that was given to people without an account. */
export default async function StakeholderPage({ params }: Props) {
  const { code } = await params;
  const found = await behind(code);
  const visit = await visitOf();
  if (found.of === "dossier") {
    return (
      <>
        <SenderBar sender={found.page.contractingAuthority} visit={visit} />
        <PageShell>
          <StakeholderPageView page={found.page} />
        </PageShell>
      </>
    );
  }
  const { page } = found;
  const known = found.of === "consultation" ? found.known : null;
  const own = found.of === "participant" ? found.own : known && (await ownAnswers(known.scope));
  return (
    <ReactingShell page={page} code={code} visit={visit}>
      <FirstScreen
        page={page}
        own={own}
        code={code}
        here={known?.here ?? false}
        address={known && fullAddress(addresses.stakeholderPage(known.address))}
        asked={found.of === "participant"}
      />
    </ReactingShell>
  );
}
