import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { reactingWhileOpen } from "@/app/_lib/participant";
import { visitOf } from "@/app/_lib/visit";
import { oneOf, type Query, wholeNumber } from "@/components/addresses";
import { AnswerScreen } from "@/components/participation/answer-screens";
import { questionsOf } from "@/components/participation/questions";
import { ReactingShell } from "@/components/participation/reacting-shell";
import { OnScreen } from "@/components/room/on-screen";
import { ClientMessages } from "@/components/shell/client-messages";
import { shownInRoom } from "@/domain/room/queries";

type Props = { params: Promise<{ code: string; n: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code, n } = await params;
  const { page } = await reactingWhileOpen(code);
  const t = await getTranslations("participation.react.answer");
  const at = wholeNumber(n) ?? 0;
  const count = page.statements.length;
  return { title: at > count ? t("last") : t("of", { n: at, count }), referrer: "same-origin" };
}

/** One stelling at a time. */
export default async function StatementPage({ params, searchParams }: Props) {
  const { code, n } = await params;
  const at = wholeNumber(n) ?? 0;
  const { at: place, page, own } = await reactingWhileOpen(code);
  if (!questionsOf(page)[at - 1]) notFound();
  const from = oneOf(await searchParams, "from", ["check", "own"]) ?? null;
  const shown = await shownInRoom(place);
  return (
    <ReactingShell page={page} code={code} visit={await visitOf()}>
      <ClientMessages namespaces={["participation.keep", "room.phone"]}>
        <AnswerScreen
          key={at}
          page={page}
          own={own}
          code={code}
          n={at}
          from={from}
          inRoom={shown !== null}
          onScreen={<OnScreen code={code} shown={shown} at={at} />}
        />
      </ClientMessages>
    </ReactingShell>
  );
}
