import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, pageOf, type Query, wholeOf } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { ChooseWords } from "@/components/sources/choose-words";
import { RestsOnWords } from "@/components/sources/rests-on";
import { SourceResting } from "@/components/sources/source-resting";
import { WordsInContext } from "@/components/text/words";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/link";
import { Columns, Stack } from "@/components/ui/stack";
import { Quote } from "@/components/ui/text";
import { mayQuote } from "@/domain/sources/policy";
import { getSource, wordsInContext } from "@/domain/sources/queries";
import { requirementsOnSource, restsOn } from "@/domain/trace/queries";
import { quoteWords } from "../actions";
import { placeOf } from "../place";

type Props = { params: Promise<{ dossier: string; source: string }>; searchParams: Promise<Query> };

/** Longest stretch shown at once, in code points: about ten pages, as long as a quotation may be. */
const LONGEST = 20_000;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources.restsOn"))("title") };
}

export default async function WordsTracePage({ params, searchParams }: Props) {
  const { dossier, source: id } = await params;
  const scope = await requireDossier(dossier);
  const query = await searchParams;
  const source = await gate(getSource(scope, id, wholeOf(query, "version")));
  const asked = placeOf(query);
  if (!asked) {
    const list = await requirementsOnSource(scope, source.id, pageOf(query));
    return <SourceResting slug={scope.slug} source={source} list={list} />;
  }
  const place = {
    sourceVersionId: source.versionId,
    start: asked.start,
    end: Math.min(asked.end, asked.start + LONGEST),
  };
  const words = await gate(wordsInContext(scope, place));
  const rests = await restsOn(scope, place);
  const t = await getTranslations("sources");
  const to = addresses.dossier(scope.slug);
  const version = source.n === source.newest ? undefined : source.n;
  const href = to.source(source.id, { version });
  return (
    <>
      <PageHead
        back={{ href, label: source.title }}
        title={t("restsOn.title")}
        meta={[
          words.consultationTitle === source.title ? null : words.consultationTitle,
          t("reading.block", { n: words.blockNumber }),
        ]
          .filter(Boolean)
          .join(" · ")}
      />
      <Columns
        aside={
          <Card title={t("words.otherTitle")} tone="quiet">
            <ClientMessages namespaces={["sources.words"]}>
              <ChooseWords
                text={words.exact}
                start={words.start}
                traced
                sourceVersionId={source.versionId}
                slug={scope.slug}
                sourceId={source.id}
                version={version}
                quote={mayQuote(scope) ? quoteWords.bind(null, scope.slug) : undefined}
              />
            </ClientMessages>
          </Card>
        }
      >
        <Stack gap="l">
          <Stack gap="s">
            <Quote>
              <WordsInContext {...words} />
            </Quote>
            <TextLink href={to.quote(source.id, { from: words.start, until: words.end, version })}>
              {t("restsOn.readInSource")}
            </TextLink>
          </Stack>
          <RestsOnWords rests={rests} slug={scope.slug} />
        </Stack>
      </Columns>
    </>
  );
}
