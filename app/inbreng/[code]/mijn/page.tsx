import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { reactingHere } from "@/app/_lib/participant";
import { visitOf } from "@/app/_lib/visit";
import { FeedbackOn } from "@/components/editions/feedback";
import { OwnScreen } from "@/components/participation/own-screens";
import { ReactingShell } from "@/components/participation/reacting-shell";
import { feedbackOn } from "@/domain/editions/queries";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("participation.react");
  return { title: t("mine.title"), referrer: "same-origin" };
}

/** What one sent, and what became of it. */
export default async function OwnPage({ params }: Props) {
  const { code } = await params;
  const { page, own, known } = await reactingHere(code);
  const feedback = await feedbackOn(known.scope);
  return (
    <ReactingShell page={page} code={code} visit={await visitOf()}>
      <OwnScreen
        page={page}
        own={own}
        code={code}
        feedback={feedback ? <FeedbackOn feedback={feedback} words={page.positionWords} /> : null}
      />
    </ReactingShell>
  );
}
