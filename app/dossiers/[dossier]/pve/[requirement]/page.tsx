import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses, type Query, textOf } from "@/components/addresses";
import { RichTextView } from "@/components/editor/rich-text-view";
import { FindingSection } from "@/components/findings/finding-section";
import { FindingUndo } from "@/components/findings/finding-undo";
import { Neighbours } from "@/components/requirements/neighbours";
import { DropForm, NoSourceForm, RestoreForm } from "@/components/requirements/requirement-acts";
import { RequirementFacts } from "@/components/requirements/requirement-facts";
import { RequirementHead } from "@/components/requirements/requirement-head";
import { SourceSearch } from "@/components/requirements/source-search";
import { StatusMessage } from "@/components/requirements/status-message";
import { TracePanel } from "@/components/requirements/trace-panel";
import { ReviewSection } from "@/components/review/review-section";
import { Alert } from "@/components/ui/alert";
import { Button, ButtonLink } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { Section } from "@/components/ui/card";
import { Columns, Stack } from "@/components/ui/stack";
import { mayIgnoreFindings } from "@/domain/findings/policy";
import { requirementFindings } from "@/domain/findings/queries";
import { formatMoment } from "@/domain/kernel/dates";
import type { ReaderScope } from "@/domain/kernel/scope";
import type { RequirementLinks } from "@/domain/requirements/model";
import { mayWriteRequirements } from "@/domain/requirements/policy";
import { getVersion, searchForSource } from "@/domain/requirements/queries";
import { maySend } from "@/domain/review/policy";
import { requirementReview } from "@/domain/review/queries";
import { changedSince } from "@/domain/review/rules";
import { suspectAmong } from "@/domain/trace/queries";
import { ignoreFindingAction, showFindingAction } from "../bevindingen/actions";
import { sendAction } from "../nakijken/actions";
import { requirementOf } from "./_requirement";
import {
  dropRequirementAction,
  linkAction,
  noSourceAction,
  restoreRequirementAction,
  unlinkAction,
} from "./actions";

interface Props {
  params: Promise<{ dossier: string; requirement: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dossier, requirement } = await params;
  const { code, version } = await requirementOf(await requireDossier(dossier), requirement);
  return { title: `${code} ${version.title}` };
}

/** One requirement: what it says, beside the words it comes from. */
export default async function RequirementPage({ params, searchParams }: Props) {
  const { dossier, requirement } = await params;
  const scope = await requireDossier(dossier);
  const query = await searchParams;
  const view = await requirementOf(scope, requirement);
  const t = await getTranslations("requirements");
  const locale = await getLocale();
  const to = addresses.dossier(scope.slug);
  const { version, links } = view;
  const suspect = await suspectAmong(scope, "requirement", [view.id]);
  const marks = suspect.size > 0 ? await marksOf(scope, links) : new Map();
  const mayWrite = mayWriteRequirements(scope);
  const dropped = view.droppedAt !== null;
  const words = mayWrite ? textOf(query, "link") : "";
  const found = words ? await searchForSource(scope, words, view.id) : null;
  const total = links.coreValues.length + links.reactions.length + links.passages.length;
  const hidden = { dossier: scope.slug, requirementId: view.id };
  const findings = dropped ? null : await requirementFindings(scope, view.id);
  const review = dropped ? null : await requirementReview(scope, view.id);
  const since = review ? changedSince(review) : null;
  const acts = mayIgnoreFindings(scope)
    ? {
        ignore: ignoreFindingAction,
        show: showFindingAction,
        hidden: { ...hidden, from: to.requirement(view.id) },
      }
    : undefined;
  const back = /^(coreValueId|reactionId|passageId):([0-9a-f-]{36})$/.exec(textOf(query, "undo"));

  return (
    <>
      <RequirementHead
        slug={scope.slug}
        requirement={view}
        view="requirement"
        suspect={suspect.get(view.id)}
        actions={
          mayWrite && !dropped ? (
            <ButtonLink href={to.changeRequirement(view.id)} variant="primary" size="small">
              {t("change")}
            </ButtonLink>
          ) : null
        }
      />
      <StatusMessage query={query}>
        {mayWrite && back?.[1] && back[2] ? (
          <ButtonForm
            action={linkAction}
            hidden={{ dossier: scope.slug, requirementId: view.id, [back[1]]: back[2] }}
          >
            <Button type="submit" size="small">
              {t("trace.undo")}
            </Button>
          </ButtonForm>
        ) : null}
      </StatusMessage>
      <FindingUndo query={query} acts={acts} />
      {dropped ? (
        <Alert tone="warning" title={t("dropped.title")}>
          {version.reason ? <p>{version.reason}</p> : null}
        </Alert>
      ) : null}
      <Columns
        aside={
          <TracePanel
            slug={scope.slug}
            requirementId={view.id}
            code={view.code}
            links={links}
            marks={marks}
            noSourceReason={view.noSourceReason}
            dropped={dropped}
            unlink={mayWrite ? unlinkAction : undefined}
          >
            {mayWrite && total === 0 && !dropped ? (
              <NoSourceForm action={noSourceAction} hidden={hidden} reason={view.noSourceReason} />
            ) : null}
          </TracePanel>
        }
      >
        <Stack gap="l">
          <RichTextView body={version.body} />
          <RequirementFacts version={version} />
          {findings ? <FindingSection text={findings} acts={acts} /> : null}
          {review ? (
            <ReviewSection
              slug={scope.slug}
              code={view.code}
              review={review}
              before={since === null ? null : await getVersion(scope, view.id, since)}
              after={version}
              send={maySend(scope) ? sendAction : undefined}
            />
          ) : null}
          <p className="muted small">
            {t("versions.latest", {
              n: version.n,
              author: version.author ?? t("versions.system"),
              moment: formatMoment(version.createdAt, locale),
            })}
          </p>
        </Stack>
      </Columns>
      {mayWrite && !dropped ? (
        <Section id="koppelen" title={t("link.title")} lead={<p>{t("link.lead")}</p>}>
          <SourceSearch
            slug={scope.slug}
            requirementId={view.id}
            words={words}
            found={found}
            link={linkAction}
          />
        </Section>
      ) : null}
      {mayWrite && dropped ? (
        <RestoreForm action={restoreRequirementAction} hidden={hidden} />
      ) : null}
      {mayWrite && !dropped ? <DropForm action={dropRequirementAction} hidden={hidden} /> : null}
      <Neighbours slug={scope.slug} previous={view.previous} next={view.next} />
    </>
  );
}

/** Of which things that it is linked to the source changed, or was removed: an author sees what to look at. */
async function marksOf(scope: ReaderScope, { coreValues, reactions, passages }: RequirementLinks) {
  const found = [
    await suspectAmong(scope, "coreValue", idsOf(coreValues)),
    await suspectAmong(scope, "reaction", idsOf(reactions)),
    await suspectAmong(
      scope,
      "passage",
      passages.map(({ passageId }) => passageId),
    ),
  ];
  return new Map(found.flatMap((some) => [...some]));
}

const idsOf = (things: readonly { id: string }[]) => things.map(({ id }) => id);
