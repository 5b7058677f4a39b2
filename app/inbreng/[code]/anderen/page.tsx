import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { reactingAt } from "@/app/_lib/participant";
import { visitOf } from "@/app/_lib/visit";
import { pageOf, type Query, textOf } from "@/components/addresses";
import { OthersScreen } from "@/components/participation/house-screens";
import { ReactingShell } from "@/components/participation/reacting-shell";
import { closedResults, othersReactions } from "@/domain/participation/queries";

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("participation.react");
  return { title: t("others.title"), referrer: "same-origin" };
}

/** What others wrote, as far as it may be read. */
export default async function OthersPage({ params, searchParams }: Props) {
  const { code } = await params;
  const { at, page, known } = await reactingAt(code);
  const asked = await searchParams;
  const n = pageOf(asked);
  const others = await othersReactions(at, known?.here ? known.scope : null, { page: n });
  return (
    <ReactingShell page={page} code={code} visit={await visitOf()}>
      <OthersScreen
        page={page}
        code={code}
        others={others}
        n={n}
        results={n === 1 ? await closedResults(at) : null}
        flagged={textOf(asked, "message") === "gemeld"}
      />
    </ReactingShell>
  );
}
