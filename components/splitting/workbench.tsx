"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { addresses } from "@/components/addresses";
import { useKeyHelp, useLetterKeys, usePageKeys } from "@/components/shell/keys";
import { ButtonGroup, ButtonLink } from "@/components/ui/button";
import { ConfirmButton } from "@/components/ui/dialog";
import type { FormAction } from "@/components/ui/form-state";
import { useStatus } from "@/components/ui/toast";
import type { SegmentChange } from "@/domain/splitting/model";
import { plainWords } from "@/domain/text/rules";
import { useBenchKeys } from "./bench-keys";
import { FORMS_ID } from "./forms-id";
import { IrrelevantDialog } from "./irrelevant-dialog";
import { kindOfKey } from "./kinds";
import { OutcomeList } from "./outcome-list";
import { nearest, useWide } from "./place";
import { SegmentEditor } from "./segment-editor";
import { type RowEvents, rowId, SegmentRow } from "./segment-row";
import { SplitPlace } from "./split-place";
import { UnsentChanges } from "./unsent-changes";
import { useWorkbench, type WorkbenchActions, type WorkbenchData } from "./use-workbench";
import styles from "./workbench.module.css";
import { WorkbenchBar } from "./workbench-bar";

const never = () => () => {};
/**
 * The workbench: the minutes as they stand, beside what they will become. Moves by keyboard, mouse
 * and touch; see `useBenchKeys` for the keys, which only work while a segment has the focus.
 */
export function Workbench({
  data,
  actions,
  slug,
  sourceId,
  n,
  page,
  listed,
  firstIndex,
  initial,
  onlyOpen,
  restAction,
  filters,
  children,
}: {
  data: WorkbenchData;
  actions: WorkbenchActions;
  slug: string;
  sourceId: string;
  /** Number of the part within the source. */
  n: number;
  page: number;
  /** Segments in the whole list that is paged through. */
  listed: number;
  /** Place of the first one on this page, from 1. */
  firstIndex: number;
  /** The segment to start at. */
  initial: number | null;
  onlyOpen: boolean;
  /** Accepts all that is open, from a plain form. */
  restAction: FormAction;
  /** Which segments are listed, for the bar. */
  filters?: ReactNode;
  /** The way to the other pages, below the list. */
  children?: ReactNode;
}) {
  const t = useTranslations("splitting");
  const router = useRouter();
  const { announce } = useStatus();
  const bench = useWorkbench(data, actions);
  const { rows } = bench;
  const [active, setActive] = useState<number | null>(initial ?? rows[0]?.start ?? null);
  const [linked, setLinked] = useState<number | null>(null);
  const [splitting, setSplitting] = useState<number | null>(null);
  const [dismissing, setDismissing] = useState<number | null>(null);
  const isWide = useWide();
  const running = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const letters = useLetterKeys();
  const showHelp = useKeyHelp();
  usePageKeys(useBenchKeys());

  // Whatever happened to the chosen one (joined away, other page): something is always chosen.
  const chosen = rows.find((row) => row.start === active) ?? nearest(rows, active);
  const chosenStart = chosen?.start ?? null;

  const focusRow = useCallback((start: number) => {
    setActive(start);
    // After the row was drawn as the chosen one, it can take the focus.
    requestAnimationFrame(() => document.getElementById(rowId(start))?.focus());
  }, []);

  // Coming from another page of the list, or after a cut or a join: the keyboard goes on there.
  const wanted = useRef<number | null>(initial);
  useEffect(() => {
    wanted.current = initial;
  }, [initial]);
  useEffect(() => {
    if (wanted.current !== null && rows.some((row) => row.start === wanted.current)) {
      focusRow(wanted.current);
      wanted.current = null;
    }
  }, [rows, focusRow]);

  const to = addresses.dossier(slug);
  const confirmHref = to.confirmPart(sourceId, n);
  const show = onlyOpen ? "open" : undefined;
  const leaveFor = (address: string) => {
    bench.settled().then(() => router.push(address));
  };

  const goTo = (start: number) => {
    if (rows.some((row) => row.start === start)) focusRow(start);
    else leaveFor(to.part(sourceId, n, { segment: start }));
  };

  const step = (from: number, by: 1 | -1) => {
    const next = rows[rows.findIndex((row) => row.start === from) + by];
    if (next) return focusRow(next.start);
    const beyond = by === 1 ? data.after : data.before;
    if (beyond !== null) {
      return leaveFor(to.part(sourceId, n, { show, page: page + by, segment: beyond }));
    }
    announce(by === 1 ? t("status.last") : t("status.first"));
  };

  const nextOpen = (from: number | null) => {
    const open = rows.filter((row) => row.decision === "open" && row.start !== from);
    const next = open.find((row) => row.start > (from ?? -1));
    if (next) return focusRow(next.start);
    const here = rows.filter((row) => row.decision === "open").length;
    // The rest stands on another page; the server knows where.
    if (bench.progress.open > here) return leaveFor(to.part(sourceId, n, { segment: "open" }));
    if (open[0]) return focusRow(open[0].start);
    if (from !== null) focusRow(from);
    announce(t("status.allSeen"));
  };

  const change = (wish: SegmentChange) => {
    const row = "start" in wish ? rows.find((one) => one.start === wish.start) : undefined;
    // Choosing what it is already asks for nothing.
    if (wish.type === "changeKind" && row?.kind === wish.kind) return;
    if (wish.type === "moveToStatement" && row?.statement === wish.statement) return;
    bench.change(wish).then((patch) => {
      if (!patch) return;
      announce(t(`done.${wish.type}`));
      if (wish.type === "split" || wish.type === "joinWithNext") focusRow(wish.start);
      // The button that was pressed is gone now; the focus must not go with it.
      if (wish.type === "acceptRest" && latest.current.chosenStart !== null) {
        focusRow(latest.current.chosenStart);
      }
    });
  };

  const accept = (start: number) => {
    const row = rows.find((one) => one.start === start);
    if (row?.decision !== "accepted") bench.change({ type: "accept", starts: [start] });
    nextOpen(start);
  };

  const undo = () => {
    if (!bench.undo && !bench.busy) return announce(t("bar.nothingToUndo"));
    bench.takeBack().then((patch) => {
      if (!patch?.undone) return;
      announce(t("status.undone", { what: t(`undo.${patch.undone.action}`) }));
      const first = patch.rows[0];
      if (first) goTo(first.start);
    });
  };

  const onKey = (event: KeyboardEvent<HTMLDivElement>, start: number) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "z") {
      event.preventDefault();
      return undo();
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const always = new Map<string, () => void>([
      ["ArrowDown", () => step(start, 1)],
      ["ArrowUp", () => step(start, -1)],
      ["Home", () => focusRow(rows[0]?.start ?? start)],
      ["End", () => focusRow(rows.at(-1)?.start ?? start)],
      ["Enter", () => accept(start)],
    ]);
    const byLetter = new Map<string, () => void>([
      ["j", () => step(start, 1)],
      ["k", () => step(start, -1)],
      ["a", () => accept(start)],
      ["n", () => nextOpen(start)],
      ["s", () => setSplitting(start)],
      ["m", () => change({ type: "joinWithNext", start })],
      ["+", () => change({ type: "joinWithNext", start })],
      ["x", () => setDismissing(start)],
      ["u", undo],
    ]);
    const action = always.get(event.key) ?? (letters ? byLetter.get(event.key) : undefined);
    const kind = letters ? kindOfKey(event.key) : undefined;
    if (action) action();
    else if (kind) change({ type: "changeKind", start, kind });
    else if (letters && /^\d$/.test(event.key)) {
      change({ type: "moveToStatement", start, statement: Number(event.key) || null });
    } else return;
    event.preventDefault();
  };

  // One object for the whole life of the page, so that only rows that change are drawn again.
  const latest = useRef({ onKey, focusRow, chosenStart });
  latest.current = { onKey, focusRow, chosenStart };
  const events = useMemo<RowEvents>(
    () => ({
      onKey: (event, start) => latest.current.onKey(event, start),
      onChoose: (start) => latest.current.focusRow(start),
      onLink: setLinked,
    }),
    [],
  );
  const choose = useCallback((start: number) => latest.current.focusRow(start), []);

  const editor = chosen ? (
    <SegmentEditor
      segment={chosen}
      statements={bench.statements}
      hasNext={chosen.start !== rows.at(-1)?.start || data.after !== null}
      hints={letters && isWide === true}
      onChange={change}
      onAccept={() => accept(chosen.start)}
      onSplit={() => setSplitting(chosen.start)}
      onIrrelevant={() => setDismissing(chosen.start)}
    />
  ) : null;
  const dismissed = rows.find((row) => row.start === dismissing);
  const first = bench.progress.firstOpen;

  return (
    <div className={styles.bench}>
      <WorkbenchBar
        progress={bench.progress}
        undo={bench.undo}
        busy={bench.busy}
        confirmHref={confirmHref}
        nextOpenHref={
          first ? to.part(sourceId, n, { segment: first.start }, rowId(first.start)) : null
        }
        onConfirm={() => leaveFor(confirmHref)}
        onNextOpen={() => nextOpen(chosenStart)}
        onUndo={undo}
        onHelp={showHelp}
      >
        {filters}
      </WorkbenchBar>
      <UnsentChanges {...bench.unsent} />
      <div className={styles.panes}>
        <div className={styles.left}>
          <h2 className="visually-hidden">{t("pane.minutes")}</h2>
          {/* biome-ignore lint/a11y/useSemanticElements: a table cannot hold rows with a focus and controls of their own */}
          <div
            role="grid"
            aria-label={t("pane.grid")}
            aria-rowcount={listed}
            className={styles.rows}
          >
            {rows.map((row, i) => (
              <SegmentRow
                key={row.start}
                segment={row}
                index={firstIndex + i}
                active={row.start === chosenStart}
                linked={row.start === linked}
                readOnly={false}
                events={events}
                href={to.part(sourceId, n, { show, page, segment: row.start }, FORMS_ID)}
                controls={
                  row.start === chosenStart && row.start !== splitting && isWide === false
                    ? editor
                    : undefined
                }
              >
                {row.start === splitting ? (
                  <SplitPlace
                    segment={row}
                    onSplit={(offset) => {
                      setSplitting(null);
                      change({ type: "split", start: row.start, offset });
                    }}
                    onCancel={() => {
                      setSplitting(null);
                      focusRow(row.start);
                    }}
                  />
                ) : undefined}
              </SegmentRow>
            ))}
          </div>
          {children}
          <ButtonGroup>
            <ButtonLink
              href={confirmHref}
              variant="primary"
              onClick={(event) => {
                event.preventDefault();
                leaveFor(confirmHref);
              }}
            >
              {t("bar.confirm")}
            </ButtonLink>
            {bench.progress.open > 0 ? (
              <ConfirmButton
                label={t("rest.label")}
                title={t("rest.title")}
                body={t("rest.body")}
                confirmLabel={t("rest.confirm")}
                confirmVariant="primary"
                // With JavaScript it goes in line behind the changes that are still on their way.
                {...(running
                  ? { onConfirm: () => change({ type: "acceptRest" }) }
                  : {
                      action: restAction,
                      hidden: {
                        partId: data.partId,
                        lockVersion: data.lockVersion,
                        type: "acceptRest",
                      },
                    })}
              />
            ) : null}
          </ButtonGroup>
        </div>
        <section aria-label={t("pane.outcome")} className={styles.right}>
          {isWide && chosen ? (
            <div className={styles.chosen}>
              <h2 className={styles.title}>
                {t("pane.chosen", { index: firstIndex + rows.indexOf(chosen), total: listed })}
              </h2>
              {editor}
            </div>
          ) : null}
          <h2 className={styles.title}>{t("pane.outcome")}</h2>
          <OutcomeList
            rows={rows}
            statements={bench.statements}
            active={running ? chosenStart : null}
            linked={linked}
            onChoose={choose}
            onLink={setLinked}
          />
        </section>
      </div>
      <IrrelevantDialog
        open={dismissing !== null}
        words={dismissed ? plainWords(dismissed.text).slice(0, 160) : ""}
        onClose={() => {
          setDismissing(null);
          // The browser gives the focus back to where it was; the work has moved on since.
          if (latest.current.chosenStart !== null) focusRow(latest.current.chosenStart);
        }}
        onReason={(reason) => {
          if (dismissing === null) return;
          change({ type: "markIrrelevant", start: dismissing, reason });
          const from = dismissing;
          setDismissing(null);
          nextOpen(from);
        }}
      />
    </div>
  );
}
