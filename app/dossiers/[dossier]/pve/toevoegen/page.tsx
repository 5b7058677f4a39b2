import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, idsOf, type Query, textOf } from "@/components/addresses";
import { askedByWords } from "@/components/core-values/coding-choice";
import { ChosenWords } from "@/components/reactions/chosen-words";
import { RequirementForm } from "@/components/requirements/requirement-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { Alert } from "@/components/ui/alert";
import { Section } from "@/components/ui/card";
import { PageTitle } from "@/components/ui/heading";
import { REQUIREMENT_KINDS } from "@/db/vocabulary";
import { chosenWords, getCoreValue } from "@/domain/core-values/queries";
import { MAX_SELECTION } from "@/domain/reactions/model";
import { mayWriteRequirements } from "@/domain/requirements/policy";
import { idFromAddress, listChapters } from "@/domain/requirements/queries";
import { addRequirementAction } from "../[requirement]/actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("requirements");
  return { title: t("add") };
}

/** A new requirement; the address may choose its chapter, and the kernwaarde and words it rests on. */
export default async function AddRequirementPage({
  params,
  searchParams,
}: {
  params: Promise<{ dossier: string }>;
  searchParams: Promise<Query>;
}) {
  const scope = await requireDossier((await params).dossier);
  if (!mayWriteRequirements(scope)) forbidden();
  const query = await searchParams;
  const t = await getTranslations("requirements");
  const kinds = await getTranslations("kinds");
  const to = addresses.dossier(scope.slug);
  const chapters = await listChapters(scope);
  const wanted = textOf(query, "chapter");
  const chapter = chapters.find(({ id }) => id === wanted) ?? chapters[0];
  const asked = textOf(query, "coreValue");
  const coreValue = asked
    ? await gate((async () => getCoreValue(scope, idFromAddress(asked)))())
    : null;
  const words = await chosenWords(
    scope,
    idsOf(query, "reaction").slice(0, MAX_SELECTION),
    idsOf(query, "passage").slice(0, MAX_SELECTION),
  );
  return (
    <>
      <PageTitle
        back={{ href: to.specification(), label: t("title") }}
        title={t("add")}
        lead={t("form.lead")}
      />
      {coreValue ? (
        <Alert tone="info" title={t("form.onCoreValue", { name: coreValue.name })}>
          {coreValue.definition ? <p>{coreValue.definition}</p> : null}
        </Alert>
      ) : null}
      {words.length > 0 ? (
        <Section id="woorden" title={t("form.onWords")}>
          <ChosenWords
            slug={scope.slug}
            words={words}
            hrefWithout={(item) =>
              to.addRequirement({
                ...{ chapter: wanted, coreValue: asked },
                ...askedByWords(words.filter((other) => other !== item)),
              })
            }
          />
        </Section>
      ) : null}
      <ClientMessages namespaces={["requirements", "editor", "kinds"]}>
        <RequirementForm
          action={addRequirementAction}
          hidden={{
            dossier: scope.slug,
            ...(coreValue ? { coreValueId: coreValue.id } : {}),
          }}
          values={{
            title: "",
            kind: "mandatory",
            body: null,
            explanation: "",
            evidence: "",
            verification: "",
            score: "",
            weight: "",
          }}
          kinds={REQUIREMENT_KINDS.map((kind) => ({
            value: kind,
            label: kinds(`requirement.${kind}`),
            hint: t(`kindHelp.${kind}`),
          }))}
          chapters={chapters.map(({ id, number, title }) => ({
            value: id,
            label: t("chapter.label", { number, title }),
          }))}
          chapterId={chapter?.id}
          words={askedByWords(words)}
          cancelHref={chapter ? to.chapter(chapter.id) : to.specification()}
        />
      </ClientMessages>
    </>
  );
}
