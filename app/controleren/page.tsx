import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { visitOf } from "@/app/_lib/visit";
import { addresses, type Query, textOf } from "@/components/addresses";
import type { Known } from "@/components/editions/verify-files";
import { VerifyPage } from "@/components/editions/verify-page";
import { SitePage } from "@/components/shell/site-page";
import { openEdition } from "@/domain/editions/gate";
import { publicEdition } from "@/domain/editions/queries";
import { editionFolder, FILES } from "@/domain/editions/rules/site";
import { NotFound } from "@/domain/kernel/errors";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("editions.verify"))("title") };
}

/** Where anybody checks an edition in the browser. Of a dossier that is named, what was published is known. */
export default async function VerifyEditionPage({
  searchParams,
}: {
  searchParams: Promise<Query>;
}) {
  const query = await searchParams;
  const slug = textOf(query, "dossier");
  const number = textOf(query, "edition");
  const known = slug ? await knownOf(slug) : [];
  const meant = known.find((one) => one.number === number);
  const data = meant
    ? `${addresses.published(slug, editionFolder(meant.number))}/${FILES.data}`
    : null;
  return (
    <SitePage visit={await visitOf()}>
      <VerifyPage known={known} data={data} />
    </SitePage>
  );
}

/** The published editions of a dossier; none when there are none, or there is no such dossier. */
async function knownOf(slug: string): Promise<Known[]> {
  try {
    // The one that holds, or the newest of all.
    const newest = await openEdition(slug);
    const { head, sha256, withdrawn, others } = await publicEdition(newest);
    const holds = head.kind === "definitive" && withdrawn === null;
    return [
      { number: head.number, sha256, withdrawn: withdrawn !== null, holds },
      ...others.map(({ number, sha256, withdrawn }) => ({
        ...{ number, sha256, withdrawn, holds: false },
      })),
    ];
  } catch (error) {
    if (error instanceof NotFound) return [];
    throw error;
  }
}
