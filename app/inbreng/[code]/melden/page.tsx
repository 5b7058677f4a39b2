import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { reactingAt } from "@/app/_lib/participant";
import { visitOf } from "@/app/_lib/visit";
import { addresses, idsOf, type Query } from "@/components/addresses";
import { FlagScreen } from "@/components/moderation/flag-screen";
import { ReactingShell } from "@/components/participation/reacting-shell";
import { othersReactions } from "@/domain/participation/queries";

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("moderation.flag"))("title"),
    referrer: "same-origin",
  };
}

/** Asking to look at a reaction of somebody else, by who may read it. */
export default async function FlagPage({ params, searchParams }: Props) {
  const { code } = await params;
  const { at, page, known } = await reactingAt(code);
  const [id] = idsOf(await searchParams, "reaction");
  const own = known?.here ? known.scope : null;
  const others = id ? await othersReactions(at, own, { reactionId: id }) : null;
  const [reaction] = [...(others?.byStatement.values() ?? [])].flat();
  if (!reaction || reaction.refused) redirect(addresses.reactOthers(code));
  return (
    <ReactingShell page={page} code={code} visit={await visitOf()}>
      <FlagScreen code={code} reaction={reaction} />
    </ReactingShell>
  );
}
