import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, oneOf, pageOf, type Query, textOf, wholeOf } from "@/components/addresses";
import { SpecificationHead } from "@/components/requirements/specification-head";
import { NothingWaits } from "@/components/review/nothing-waits";
import { ReadRequirement } from "@/components/review/read-requirement";
import styles from "@/components/review/review.module.css";
import { REVIEW_MESSAGES, ReviewMessage, undoIn } from "@/components/review/review-message";
import { RolesOfNobody } from "@/components/review/roles-of-nobody";
import { SendReady } from "@/components/review/send-ready";
import { WaitingNav } from "@/components/review/waiting-nav";
import { ClientMessages } from "@/components/shell/client-messages";
import { reviewNumbers } from "@/domain/coverage/queries";
import { getRequirement, getVersion, idFromAddress } from "@/domain/requirements/queries";
import { maySend } from "@/domain/review/policy";
import {
  readyForReview,
  requirementReview,
  rolesOfNobody,
  waitingList,
} from "@/domain/review/queries";
import { changedSince } from "@/domain/review/rules";
import { traceOfRequirement } from "@/domain/trace/queries";
import { judgeAction, sendAction, takeBackAction } from "./actions";

type Props = { params: Promise<{ dossier: string }>; searchParams: Promise<Query> };

/** Words per way beside the requirement; the page of the herkomst has all. */
const WORDS = 6;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review"))("title") };
}

/** What waits for who reads: one requirement after the other, with the words behind it. */
export default async function ReviewingPage({ params, searchParams }: Props) {
  const scope = await requireDossier((await params).dossier);
  const query = await searchParams;
  const t = await getTranslations("review");
  const to = addresses.dossier(scope.slug);
  const asked = textOf(query, "requirement");
  const chosen = asked ? await gate((async () => idFromAddress(asked))()) : null;
  const wanted = wholeOf(query, "page") === null ? undefined : pageOf(query);
  const list = await waitingList(scope, { page: wanted, at: chosen });
  const first = list.rows.find(({ why }) => why !== "returned" && why !== "own");
  const at = chosen ?? first?.id ?? null;
  const counts = await reviewNumbers(scope);
  const message = oneOf(query, "message", REVIEW_MESSAGES);
  const undo = undoIn(textOf(query, "undo"));
  const head = (
    <>
      <SpecificationHead
        slug={scope.slug}
        view="review"
        meta={t("lead", { total: counts.total, adopted: counts.adopted, missing: counts.missing })}
      />
      {message ? (
        <ReviewMessage
          slug={scope.slug}
          message={message}
          count={wholeOf(query, "count") ?? 0}
          undo={undo}
          takeBack={takeBackAction}
        />
      ) : null}
      <RolesOfNobody slug={scope.slug} roles={await rolesOfNobody(scope)} writes={maySend(scope)} />
      {maySend(scope) ? (
        <SendReady slug={scope.slug} chapters={await readyForReview(scope)} send={sendAction} />
      ) : null}
    </>
  );
  if (!at && list.total === 0) {
    return (
      <>
        {head}
        <NothingWaits slug={scope.slug} counts={counts} done={list.done} />
      </>
    );
  }
  // Where the list is when one begins at its head.
  const here = chosen ? list : await waitingList(scope, { page: wanted, at });
  const view = at ? await gate(getRequirement(scope, at)) : null;
  const review = view ? await gate(requirementReview(scope, view.id)) : null;
  const since = review ? changedSince(review) : null;
  const linkTo = (id: string | null) => (id ? to.reviewing({ requirement: id }) : null);
  return (
    <>
      {head}
      <ClientMessages namespaces={["review"]}>
        <div className={styles.work} data-chosen={chosen ? "" : undefined}>
          <WaitingNav slug={scope.slug} list={here} at={at} />
          {view && review ? (
            <ReadRequirement
              slug={scope.slug}
              view={view}
              review={review}
              before={since === null ? null : await getVersion(scope, view.id, since)}
              trace={await traceOfRequirement(scope, view.id, { perBranch: WORDS })}
              judge={judgeAction.bind(null, scope.slug)}
              takeBack={takeBackAction}
              next={here.next}
              links={{ previous: linkTo(here.previous), next: linkTo(here.next) }}
            />
          ) : (
            <div className={styles.read}>
              <p className={styles.quiet}>{t("list.none")}</p>
            </div>
          )}
        </div>
      </ClientMessages>
    </>
  );
}
