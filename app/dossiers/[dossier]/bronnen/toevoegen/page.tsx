import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { keptForm } from "@/app/_lib/kept-form";
import { requireDossier } from "@/app/_lib/session";
import { addresses, type Query, textOf, wholeOf } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { Columns, Stack } from "@/components/ui/stack";
import { AddBox } from "@/components/uploads/add-box";
import { DraftList } from "@/components/uploads/draft-list";
import { PasteText } from "@/components/uploads/paste-text";
import { SendFiles } from "@/components/uploads/send-files";
import { ACCEPTED, FORMAT_WORDS, formatWords } from "@/domain/sources/formats";
import { MAX_FILE_MEGABYTES } from "@/domain/sources/model";
import type { Draft } from "@/domain/uploads/model";
import { maySendFiles } from "@/domain/uploads/policy";
import { listDrafts } from "@/domain/uploads/queries";
import { addSources, chooseForDraft, dropDraft, dropDrafts, readDraft, stopDraft } from "./actions";

type Props = { params: Promise<{ dossier: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("uploads"))("pageTitle") };
}

export default async function AddSourcesPage({ params, searchParams }: Props) {
  const scope = await requireDossier((await params).dossier);
  if (!maySendFiles(scope)) forbidden();
  const query = await searchParams;
  const [t, words, drafts, failed] = await Promise.all([
    getTranslations("uploads"),
    getTranslations(),
    listDrafts(scope),
    keptForm(textOf(query, "failed")),
  ]);
  const { slug } = scope;
  const to = addresses.dossier(slug);
  const added = wholeOf(query, "count");
  const formatOf = ({ found }: Draft) => {
    const key = found && formatWords(found.mediaType);
    return key ? words(key) : null;
  };
  const formats = FORMAT_WORDS.map((key) => words(key));
  const pasted = failed?.fields?.title || failed?.fields?.text ? failed : undefined;
  const bound = <Args extends unknown[], Result>(
    action: (slug: string, ...args: Args) => Result,
  ): ((...args: Args) => Result) => action.bind(null, slug);
  return (
    <>
      <PageHead
        back={{ href: to.sources(), label: words("sources.list.pageTitle") }}
        title={t("pageTitle")}
        meta={drafts.length > 0 ? t("meta", { count: drafts.length }) : null}
        state={drafts.length > 0 ? t("notStored") : null}
        actions={
          drafts.length > 0 ? (
            <ButtonForm action={bound(dropDrafts)}>
              <Button type="submit" variant="subtle">
                {t("dropAll")}
              </Button>
            </ButtonForm>
          ) : null
        }
      />
      <Columns aside={<AddBox drafts={drafts} add={bound(addSources)} />}>
        <Stack gap="m">
          {added ? <Alert tone="ok">{t("add.done", { count: added })}</Alert> : null}
          {failed && !pasted ? (
            <Alert tone="error" role="alert">
              {Object.values(failed.fields ?? {})[0] ?? failed.message}
            </Alert>
          ) : null}
          <ClientMessages namespaces={["uploads", "sources"]}>
            <SendFiles
              address={to.sendSource()}
              accept={ACCEPTED}
              formats={formats.join(", ")}
              limit={MAX_FILE_MEGABYTES}
            >
              <PasteText address={to.sendSource()} initialState={pasted} />
            </SendFiles>
          </ClientMessages>
          <DraftList
            drafts={drafts}
            slug={slug}
            formatOf={formatOf}
            actions={{
              choose: bound(chooseForDraft),
              stop: bound(stopDraft),
              again: bound(readDraft),
              drop: bound(dropDraft),
            }}
          />
        </Stack>
      </Columns>
    </>
  );
}
