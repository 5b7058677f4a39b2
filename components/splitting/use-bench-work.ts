"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { addresses } from "@/components/addresses";
import { useStatus } from "@/components/ui/toast";
import type { SegmentKind } from "@/db/vocabulary";
import { type Chapter, MAX_RANGE, type SegmentChange } from "@/domain/splitting/model";
import { isUnsure, sureAt } from "@/domain/splitting/rules/sure";
import { asked, type Listing } from "./lists";
import { nearest } from "./place";
import { rowId } from "./segment-row";
import { useStepWords } from "./step-words";
import { useAlike } from "./use-alike";
import { useSelection } from "./use-selection";
import { useWorkbench, type WorkbenchActions, type WorkbenchData } from "./use-workbench";

/** Where the page of the workbench stands, and what of the part it lists. */
export interface BenchPlace {
  slug: string;
  sourceId: string;
  /** Number of the part within the source. */
  n: number;
  page: number;
  listing: Listing;
  /** Where everything in the list begins, also on other pages. */
  starts: number[];
  /** The segment to start at. */
  initial: number | null;
}

/** What is being asked about: where to cut, why something is left out, whose words they are. */
export type Asking = "split" | "irrelevant" | "group" | null;

/** Everything that can be done on a page of the workbench, with keys, pointer and touch alike. */
export function useBenchWork(data: WorkbenchData, actions: WorkbenchActions, place: BenchPlace) {
  const { slug, sourceId, n, page, listing, starts, initial } = place;
  const t = useTranslations("splitting");
  const stepWords = useStepWords();
  const router = useRouter();
  const { announce } = useStatus();
  const bench = useWorkbench(data, actions);
  const { rows, progress } = bench;
  const selection = useSelection(data.partId);
  const alike = useAlike(data.partId, bench.alike);
  const [active, setActive] = useState<number | null>(initial ?? rows[0]?.start ?? null);
  const [asking, setAsking] = useState<Asking>(null);

  // Whatever happened to the one with the focus (joined away, other page): there is always one.
  const current = rows.find((row) => row.start === active) ?? nearest(rows, active);
  const at = current?.start ?? null;

  const focusRow = useCallback((start: number) => {
    setActive(start);
    // After the row was drawn as the one with the focus, it can take it.
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
  const addressOf = (query: { page?: number; segment?: number | string } = {}, other = listing) =>
    to.part(sourceId, n, { ...asked(other), ...query });
  const leaveFor = (address: string) => {
    bench.settled().then(() => router.push(address, { scroll: false }));
  };

  const goTo = (start: number) => {
    if (rows.some((row) => row.start === start)) focusRow(start);
    else leaveFor(addressOf({ segment: start }, { ...listing, list: "all" }));
  };

  const neighbour = (from: number, by: 1 | -1) =>
    rows[rows.findIndex((row) => row.start === from) + by];

  const step = (from: number, by: 1 | -1) => {
    const next = neighbour(from, by);
    if (next) return focusRow(next.start);
    const beyond = by === 1 ? data.after : data.before;
    if (beyond !== null) return leaveFor(addressOf({ page: page + by, segment: beyond }));
    announce(by === 1 ? t("status.last") : t("status.first"));
  };

  /** To the next one that is unsure, or when there is none that is open. */
  const next = (from: number | null) => {
    const { unsure } = sureAt(progress, listing.bar);
    const others = rows.filter((row) => row.start !== from);
    const here = others.filter((row) => isUnsure(row, listing.bar));
    const open = others.filter((row) => row.decision === "open");
    const after = (list: typeof rows) => list.find((row) => row.start > (from ?? -1)) ?? list[0];
    const was = rows.find((row) => row.start === from);
    const left = unsure - (was && isUnsure(was, listing.bar) ? 1 : 0);
    const found = after(here) ?? (left > 0 ? undefined : after(open));
    if (found) return focusRow(found.start);
    // The rest stands on another page; the server knows where.
    const everything = { ...listing, list: "all" as const };
    if (left > 0) return leaveFor(addressOf({ segment: "onzeker" }, everything));
    if (progress.open > (was?.decision === "open" ? 1 : 0)) {
      return leaveFor(addressOf({ segment: "open" }, everything));
    }
    if (from !== null) focusRow(from);
    announce(t("status.allSeen"));
  };

  const latest = useRef(at);
  latest.current = at;
  const change = (wish: SegmentChange) =>
    bench.change(wish).then((patch) => {
      if (!patch) return;
      const many = "starts" in wish ? wish.starts.length : (patch.decided?.starts.length ?? 1);
      const text = many > 1 ? t("status.many", { count: many }) : t(`done.${wish.type}`);
      // The bar below says what was done, for who looks.
      announce({ text, quiet: true });
      if (wish.type === "split" || wish.type === "joinWithNext") focusRow(wish.start);
      // The button that was pressed may be gone now; the focus must not go with it.
      else if (many > 1 && latest.current !== null) focusRow(latest.current);
    });

  /** What an act is about: all that are chosen, else this one. */
  const targets = (start: number) =>
    selection.chosen.size > 0 ? [...selection.chosen].sort((a, b) => a - b) : [start];
  const several = selection.chosen.size > 0;
  const done = (wish: SegmentChange) => {
    if (several) selection.clear();
    return change(wish);
  };

  const setKind = (start: number, kind: SegmentKind) => {
    const row = rows.find((one) => one.start === start);
    if (several) return done({ type: "changeKind", starts: targets(start), kind });
    const unsure = row !== undefined && isUnsure(row, listing.bar);
    // Choosing what it is already asks for nothing, unless that is still to be said.
    if (row?.kind === kind && !unsure) return;
    change({ type: "changeKind", starts: [start], kind });
    if (unsure) next(start);
  };

  const accept = (start: number) => {
    const row = rows.find((one) => one.start === start);
    if (several) return done({ type: "accept", starts: targets(start) });
    if (row && isUnsure(row, listing.bar)) return setKind(start, row.kind);
    if (row?.decision !== "accepted") change({ type: "accept", starts: [start] });
    next(start);
  };

  const setStatement = (start: number, statement: number | null) => {
    const row = rows.find((one) => one.start === start);
    if (!several && row?.statement === statement) return;
    done({ type: "moveToStatement", starts: targets(start), statement });
  };

  const leaveOut = (start: number, reason: string) => {
    const wasOne = !several;
    done({ type: "markIrrelevant", starts: targets(start), reason });
    if (wasOne) next(start);
  };

  const undo = () => {
    if (bench.steps.length === 0 && !bench.busy) return announce(t("bar.nothingToUndo"));
    bench.takeBack().then((patch) => {
      if (!patch?.undone) return;
      announce(t("status.undone", { what: stepWords(patch.undone) }));
      const first = patch.rows[0];
      if (first) goTo(first.start);
    });
  };

  /** Everything from the one that has the focus up to this one. */
  const upTo = (start: number) => {
    const [from, until] = [Math.min(at ?? start, start), Math.max(at ?? start, start)];
    selection.add(rows.map((row) => row.start).filter((one) => one >= from && one <= until));
  };

  const chooseAll = () => {
    selection.add(starts);
    const count = starts.length;
    announce(count === MAX_RANGE ? t("range.most", { count }) : t("range.all", { count }));
  };
  const chooseChapter = ({ start, until }: Chapter) => {
    const inside = starts.filter((one) => one >= start && one < until);
    selection.add(inside);
    announce(t("range.all", { count: inside.length }));
  };

  const doAlike = () => {
    const { offer, ticked } = alike;
    if (!offer || ticked.size === 0) return;
    alike.close();
    change({ type: "changeKind", starts: [...ticked], kind: offer.kind });
  };

  return {
    ...{ bench, selection, alike, current, at, asking, setAsking },
    ...{ addressOf, leaveFor, goTo, focusRow, step, neighbour, next, change, done, targets },
    ...{ setKind, accept, setStatement, leaveOut, undo, upTo, chooseAll, chooseChapter, doAlike },
    takeOver: () => change({ type: "acceptSure", bar: listing.bar }),
    rowsByStart: useMemo(() => new Map(rows.map((row) => [row.start, row])), [rows]),
  };
}

export type BenchWork = ReturnType<typeof useBenchWork>;
