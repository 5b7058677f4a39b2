"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";
import { isUnsure, sureAt } from "@/domain/splitting/rules/sure";
import { useWide } from "./place";
import type { BenchPlace, BenchWork } from "./use-bench-work";

/**
 * On a phone there is room for little, so the workbench opens at the first block that is unsure, in the list
 * of all: the blocks around it stay in view. Not when the address asks for a block, a list or a page.
 */
export function usePhoneStart(work: BenchWork, { page, listing, initial }: BenchPlace): void {
  const router = useRouter();
  const isWide = useWide();
  const begun = useRef(false);
  const begin = useEffectEvent(() => {
    const { rows, progress } = work.bench;
    if (initial !== null || page !== 1 || listing.list !== "all") return;
    if (sureAt(progress, listing.bar).unsure === 0) return;
    const here = rows.find((row) => isUnsure(row, listing.bar));
    if (here) work.focusRow(here.start);
    // In place of this page, or going back would lead here again.
    else router.replace(work.addressOf({ segment: "onzeker" }), { scroll: false });
  });
  useEffect(() => {
    if (isWide === null || begun.current) return;
    begun.current = true;
    if (!isWide) begin();
  }, [isWide]);
}
