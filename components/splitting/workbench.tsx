"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { addresses } from "@/components/addresses";
import { useKeyHelp, useLetterKeys, usePageKeys } from "@/components/shell/keys";
import { PageHead } from "@/components/shell/page-head";
import { Button, ButtonLink } from "@/components/ui/button";
import { Meter } from "@/components/ui/progress";
import { useRunning } from "@/components/ui/use-running";
import {
  becomesReaction,
  type Chapter,
  type SegmentRow as Segment,
} from "@/domain/splitting/model";
import { groupOf } from "@/domain/splitting/rules/group";
import { isUnsure } from "@/domain/splitting/rules/sure";
import { plainWords } from "@/domain/text/rules";
import { AlikeCard } from "./alike-card";
import { useBenchKeys } from "./bench-keys";
import { Contents } from "./contents";
import { FORMS_ID } from "./forms-id";
import { GroupDialog } from "./group-dialog";
import { IrrelevantDialog } from "./irrelevant-dialog";
import { asked } from "./lists";
import { onBenchKey } from "./on-bench-key";
import { OutcomeList } from "./outcome-list";
import { useWide } from "./place";
import { SegmentEditor } from "./segment-editor";
import { type RowEvents, SegmentRow } from "./segment-row";
import { SelectionBar } from "./selection-bar";
import { SplitPlace } from "./split-place";
import { UndoBar } from "./undo-bar";
import { UnsentChanges } from "./unsent-changes";
import { type BenchPlace, useBenchWork } from "./use-bench-work";
import { usePhoneStart } from "./use-phone-start";
import type { WorkbenchActions, WorkbenchData } from "./use-workbench";
import styles from "./workbench.module.css";
import { WorkbenchBar } from "./workbench-bar";

/**
 * The workbench: the minutes as they stand, beside what they will become. Moves by keyboard, mouse
 * and touch; see `useBenchKeys` for the keys, which only work while a segment has the focus.
 */
export function Workbench({
  data,
  actions,
  place,
  numbers,
  listed,
  firstIndex,
  chapters,
  head,
  children,
}: {
  data: WorkbenchData;
  actions: WorkbenchActions;
  place: BenchPlace;
  /** Place in the whole part of each segment on this page, from 1. */
  numbers: number[];
  /** Segments in the whole list that is paged through. */
  listed: number;
  /** Place in the list of the first one on this page, from 1. */
  firstIndex: number;
  chapters: Chapter[];
  head: { back: { href: string; label: string }; title: ReactNode; meta: string };
  /** The way to the other pages, below the list. */
  children?: ReactNode;
}) {
  const t = useTranslations("splitting");
  const work = useBenchWork(data, actions, place);
  usePhoneStart(work, place);
  const { bench, selection, alike, current, at } = work;
  const { rows, progress } = bench;
  const { bar } = place.listing;
  const [linked, setLinked] = useState<number | null>(null);
  const [contents, setContents] = useState(false);
  const kindField = useRef<HTMLSelectElement>(null);
  const isWide = useWide();
  const running = useRunning();
  const letters = useLetterKeys();
  const showHelp = useKeyHelp();
  usePageKeys(useBenchKeys());

  const to = addresses.dossier(place.slug);
  const confirmHref = to.confirmPart(place.sourceId, place.n);
  const hints = letters && isWide === true;
  const numberOf = useNumbers(data.segments, numbers, rows, place.listing.list === "all");
  const groupName = (row: Segment) => {
    if (!becomesReaction(row.kind)) return null;
    const id = groupOf(row, data.groups, bench.defaultGroupId);
    return data.groups.find((group) => group.id === id)?.name ?? row.groupName;
  };

  // One object for the whole life of the page, so that only rows that change are drawn again.
  const latest = useRef({ work, letters });
  latest.current = { work, letters };
  const events = useMemo<RowEvents>(() => {
    const now = () => latest.current.work;
    return {
      onKey: (event, start) => onBenchKey(event, start, now(), latest.current.letters),
      onChoose: (start, upTo) => {
        if (upTo) now().upTo(start);
        now().focusRow(start);
      },
      onPick: (start, upTo) => {
        if (upTo) now().upTo(start);
        else now().selection.toggle(start);
        now().focusRow(start);
      },
      onKind: (start, kind) => now().setKind(start, kind),
      onOther: (start) => {
        now().focusRow(start);
        requestAnimationFrame(() => requestAnimationFrame(() => kindField.current?.focus()));
      },
      onLink: setLinked,
    };
  }, []);
  const choose = useCallback((start: number) => latest.current.work.focusRow(start), []);

  const start = at ?? 0;
  const chosen = selection.chosen;
  const editor = current ? (
    <SegmentEditor
      segment={current}
      unsure={isUnsure(current, bar)}
      statements={bench.statements}
      groups={data.groups}
      defaultGroupId={bench.defaultGroupId}
      hasNext={current.start !== rows.at(-1)?.start || data.after !== null}
      hints={hints}
      kindField={kindField}
      onChange={work.change}
      onKind={(kind) => work.setKind(start, kind)}
      onAccept={() => work.accept(start)}
      onSplit={() => work.setAsking("split")}
      onIrrelevant={() => work.setAsking("irrelevant")}
    />
  ) : null;
  const range =
    chosen.size > 0 ? (
      <SelectionBar
        count={chosen.size}
        away={[...chosen].filter((one) => !work.rowsByStart.has(one)).length}
        statements={bench.statements}
        hints={hints}
        onKind={(kind) => work.setKind(start, kind)}
        onStatement={(number) => work.setStatement(start, number)}
        onGroup={() => work.setAsking("group")}
        onIrrelevant={() => work.setAsking("irrelevant")}
        onAccept={() => work.accept(start)}
        onClose={() => {
          selection.clear();
          work.focusRow(start);
        }}
      />
    ) : null;
  const offer = alike.offer ? (
    <AlikeCard
      alike={alike.offer}
      ticked={alike.ticked}
      hints={hints}
      onTick={alike.tick}
      onDo={work.doAlike}
      onGo={work.goTo}
      onClose={() => {
        alike.close();
        work.focusRow(start);
      }}
    />
  ) : null;
  const seen = t("bar.seen", { done: progress.total - progress.open, total: progress.total });
  const closeDialog = () => {
    work.setAsking(null);
    // The browser gives the focus back to where it was; the work has moved on since.
    if (latest.current.work.at !== null) work.focusRow(latest.current.work.at);
  };

  return (
    <>
      <PageHead
        {...head}
        working
        state={
          <div className={styles.seen}>
            <span>{seen}</span>
            <Meter
              value={progress.total - progress.open}
              max={progress.total}
              label={seen}
              labelHidden
            />
          </div>
        }
        actions={
          <ButtonLink
            href={confirmHref}
            size="small"
            variant={progress.open === 0 ? "primary" : "secondary"}
            onClick={(event) => {
              event.preventDefault();
              work.leaveFor(confirmHref);
            }}
          >
            {t("bar.confirm")}
          </ButtonLink>
        }
      />
      <div className={styles.bench}>
        <WorkbenchBar
          progress={progress}
          listing={place.listing}
          hints={hints}
          hrefFor={(listing) => work.addressOf({}, listing)}
          onTakeOver={work.takeOver}
          onLeave={work.leaveFor}
          onHelp={showHelp}
        />
        <UnsentChanges {...bench.unsent} />
        <div className={styles.panes}>
          <Contents
            chapters={chapters}
            at={at}
            open={contents}
            hrefFor={(one) => work.addressOf({ segment: one }, { ...place.listing, list: "all" })}
            onGo={work.goTo}
            onChoose={work.chooseChapter}
          />
          <div className={styles.left}>
            {running ? (
              <div className={styles.narrow}>
                <Button
                  size="small"
                  aria-expanded={contents}
                  onClick={() => setContents(!contents)}
                >
                  {t("contents.title")}
                </Button>
              </div>
            ) : null}
            <h2 className="visually-hidden">{t("pane.minutes")}</h2>
            {/* biome-ignore lint/a11y/useSemanticElements: a table cannot hold rows with a focus and controls of their own */}
            <div
              role="grid"
              aria-label={t("pane.grid")}
              aria-rowcount={listed}
              aria-multiselectable="true"
              className={styles.rows}
            >
              {rows.map((row, i) => (
                <SegmentRow
                  key={row.start}
                  segment={row}
                  number={numberOf(row.start)}
                  index={firstIndex + i}
                  active={row.start === at}
                  chosen={chosen.has(row.start)}
                  linked={row.start === linked}
                  unsure={isUnsure(row, bar)}
                  becomes={alike.becoming.has(row.start) ? (alike.offer?.kind ?? null) : null}
                  group={groupName(row)}
                  hints={hints}
                  running={running}
                  events={events}
                  href={to.part(
                    place.sourceId,
                    place.n,
                    { ...asked(place.listing), page: place.page, segment: row.start },
                    FORMS_ID,
                  )}
                >
                  {row.start === at && work.asking === "split" ? (
                    <SplitPlace
                      segment={row}
                      onSplit={(offset) => {
                        work.setAsking(null);
                        work.change({ type: "split", start: row.start, offset });
                      }}
                      onCancel={closeDialog}
                    />
                  ) : undefined}
                </SegmentRow>
              ))}
            </div>
            {children}
            <div className={styles.foot}>
              {range ??
                (isWide === false ? <div className={styles.sheet}>{offer ?? editor}</div> : null)}
              <UndoBar steps={bench.steps} busy={bench.busy} hints={hints} onUndo={work.undo} />
            </div>
          </div>
          <section aria-label={t("pane.outcome")} className={styles.right}>
            {isWide ? offer : null}
            {isWide && current ? (
              <div className={styles.chosen}>
                <h2 className={styles.title}>
                  {t("pane.chosen", { index: numberOf(current.start), total: progress.total })}
                </h2>
                {editor}
              </div>
            ) : null}
            <h2 className={styles.title}>{t("pane.outcome")}</h2>
            <OutcomeList
              rows={rows}
              statements={bench.statements}
              active={running ? at : null}
              linked={linked}
              onChoose={choose}
              onLink={setLinked}
            />
          </section>
        </div>
        <IrrelevantDialog
          open={work.asking === "irrelevant"}
          words={
            chosen.size > 0
              ? t("range.chosen", { count: chosen.size })
              : plainWords(current?.text ?? "").slice(0, 160)
          }
          onClose={closeDialog}
          onReason={(reason) => {
            work.setAsking(null);
            work.leaveOut(start, reason);
          }}
        />
        <GroupDialog
          open={work.asking === "group"}
          count={Math.max(1, chosen.size)}
          groups={data.groups}
          defaultGroupId={bench.defaultGroupId}
          settingsHref={to.settings()}
          onClose={closeDialog}
          onGroup={(groupId) => {
            work.setAsking(null);
            work.done({ type: "setGroup", starts: work.targets(start), groupId });
          }}
          onDefault={(groupId) => work.change({ type: "setDefaultGroup", groupId })}
        />
      </div>
    </>
  );
}

/**
 * The number of each segment in the part. Of all segments those on this page follow each other; in a list
 * of some the server said it, and a piece that was cut off since goes by the one before it.
 */
function useNumbers(
  segments: Segment[],
  numbers: number[],
  rows: Segment[],
  all: boolean,
): (start: number) => number {
  return useMemo(() => {
    const known = new Map(segments.map(({ start }, i) => [start, numbers[i] ?? 0]));
    const of = new Map<number, number>();
    let before = (numbers[0] ?? 1) - 1;
    for (const { start } of rows) {
      before = all ? before + 1 : (known.get(start) ?? before + 1);
      of.set(start, before);
    }
    return (start: number) => of.get(start) ?? 0;
  }, [segments, numbers, rows, all]);
}
