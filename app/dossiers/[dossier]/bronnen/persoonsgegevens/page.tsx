import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, type Query } from "@/components/addresses";
import { AddSubject } from "@/components/personal-data/add-subject";
import { askedIn, hereFields, type PageAsked, readAsked } from "@/components/personal-data/asked";
import { ManySubjects } from "@/components/personal-data/many-subjects";
import { OneSubject } from "@/components/personal-data/one-subject";
import { SubjectNav } from "@/components/personal-data/subject-nav";
import { SubjectTools } from "@/components/personal-data/subject-tools";
import { LastSaid, TakeBack } from "@/components/personal-data/take-back";
import styles from "@/components/personal-data/work.module.css";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link";
import { Meter } from "@/components/ui/progress";
import { Paragraph } from "@/components/ui/text";
import { mayWrite } from "@/domain/dossiers/policy";
import { noteNamesShown } from "@/domain/personal-data/commands";
import { MOST_AT_ONCE } from "@/domain/personal-data/model";
import {
  countOpen,
  getSubject,
  lastDecision,
  nextOpen,
  placesOfSubject,
  readByOthers,
  subjectList,
} from "@/domain/personal-data/queries";
import { getSource } from "@/domain/sources/queries";
import { add, decide, decideMany, merge, part, undo } from "./actions";

type Props = { params: Promise<{ dossier: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("personalData"))("title") };
}

/** Whom and what was found in the sources, and what others read in their place. Only for who may see names. */
export default async function PersonalDataPage({ params, searchParams }: Props) {
  const scope = await requireDossier((await params).dossier);
  const asked = readAsked(await searchParams);
  await gate(noteNamesShown(scope, {}));
  const t = await getTranslations("personalData");
  const to = addresses.dossier(scope.slug);
  const source = asked.sourceId ? await gate(getSource(scope, asked.sourceId)) : null;
  const writes = mayWrite(scope);
  const choosing = writes && asked.choose !== undefined;
  const openInAll = (await countOpen(scope)) ?? 0;
  const show = choosing ? "open" : (asked.show ?? (openInAll > 0 ? "open" : "all"));
  const list = await subjectList(scope, {
    ...asked,
    show,
    group: choosing ? asked.group : undefined,
    unsure: choosing ? asked.unsure : undefined,
    size: choosing ? MOST_AT_ONCE : undefined,
  });
  const { counts } = list;
  const last = await lastDecision(scope);
  const here: PageAsked = { show: asked.show, search: asked.search, sourceId: asked.sourceId };
  const head = (
    <PageHead
      back={{ href: to.sources(), label: t("back") }}
      title={t("title")}
      meta={
        <p>
          {t("meta", { subjects: counts.all })}{" "}
          {source ? (
            <>
              {t("metaIn", { title: source.title })}{" "}
              <TextLink href={to.personalData()}>{t("allSources")}</TextLink>
            </>
          ) : null}
        </p>
      }
      state={
        counts.all > 0 ? (
          <Meter
            value={counts.all - counts.open}
            max={counts.all}
            label={t("progress", { done: counts.all - counts.open, total: counts.all })}
          />
        ) : null
      }
      actions={
        writes && counts.open > 1 ? (
          <ButtonLink
            size="small"
            href={to.personalData(
              choosing ? askedIn(here) : askedIn({ sourceId: asked.sourceId, choose: "none" }),
            )}
          >
            {choosing ? t("many.close") : t("many.open")}
          </ButtonLink>
        ) : null
      }
      tools={
        counts.all > 0 && !choosing ? (
          <SubjectTools slug={scope.slug} asked={asked} show={show} counts={counts} />
        ) : null
      }
    />
  );
  const adding = writes ? (
    <AddSubject add={add.bind(null, scope.slug)} hidden={hereFields(here, null)} />
  ) : null;
  const said = await saidOf(last, openInAll);
  if (counts.all === 0) {
    return (
      <>
        {head}
        <EmptyState title={t("empty.title")}>
          <Paragraph>{t("empty.body")}</Paragraph>
          {adding ? <Paragraph>{t("empty.next")}</Paragraph> : null}
        </EmptyState>
        <ClientMessages namespaces={["personalData"]}>{adding}</ClientMessages>
      </>
    );
  }
  const takeBack =
    last && writes ? (
      <TakeBack last={last} hidden={hereFields(here, null)} undo={undo.bind(null, scope.slug)} />
    ) : null;
  if (choosing) {
    return (
      <>
        {head}
        <LastSaid words={said} />
        <ClientMessages namespaces={["personalData"]}>
          <ManySubjects
            slug={scope.slug}
            asked={asked}
            list={list}
            hidden={hereFields(here, null)}
            decide={decideMany.bind(null, scope.slug)}
            undo={takeBack}
          />
        </ClientMessages>
      </>
    );
  }
  const done = counts.open === 0 && asked.person === undefined && asked.show === undefined;
  const at = asked.person ?? (done ? null : (list.rows[0]?.id ?? null));
  const subject = at ? await gate(getSubject(scope, at)) : null;
  const next = subject ? await nextOpen(scope, { ...here, show }, subject.id) : null;
  return (
    <>
      {head}
      <LastSaid words={said} />
      <ClientMessages namespaces={["personalData"]}>
        <div className={styles.work}>
          <div className={styles.left}>
            <SubjectNav slug={scope.slug} asked={asked} list={list} at={at} />
            {adding}
          </div>
          {subject ? (
            <OneSubject
              key={`${subject.id} ${subject.lockVersion} ${asked.place}`}
              slug={scope.slug}
              asked={asked}
              subject={subject}
              places={await placesOfSubject(scope, subject.id, asked.place ?? 1)}
              excerpts={await readByOthers(scope, subject.id)}
              next={next}
              here={here}
              takeBack={takeBack}
              actions={
                writes
                  ? {
                      decide: decide.bind(null, scope.slug),
                      merge: merge.bind(null, scope.slug),
                      part: part.bind(null, scope.slug),
                      undo: undo.bind(null, scope.slug),
                    }
                  : null
              }
            />
          ) : (
            <div className={styles.done}>
              {done ? (
                <EmptyState title={t("done.title")}>
                  <Paragraph>{t("done.body")}</Paragraph>
                </EmptyState>
              ) : (
                <Paragraph>{t("notFound")}</Paragraph>
              )}
              {takeBack}
            </div>
          )}
        </div>
      </ClientMessages>
    </>
  );
}

/** What was decided last and how much is left, for who hears the page. */
async function saidOf(
  last: Awaited<ReturnType<typeof lastDecision>>,
  open: number,
): Promise<string> {
  const t = await getTranslations("personalData");
  const left = t("openLeft", { count: open });
  const [one, another] = last?.subjects ?? [];
  if (!one) return left;
  if (another) return `${t("lastMany", { count: last?.subjects.length ?? 0 })} ${left}`;
  return `${one.name}. ${left}`;
}
