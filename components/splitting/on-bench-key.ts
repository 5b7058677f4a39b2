import type { KeyboardEvent } from "react";
import { kindOfKey } from "./kinds";
import type { BenchWork } from "./use-bench-work";

/** Does what a key means while a segment has the focus. `letters`: whether single letters mean anything. */
export function onBenchKey(
  event: KeyboardEvent<HTMLDivElement>,
  start: number,
  work: BenchWork,
  letters: boolean,
): void {
  const action = actionOf(event, start, work, letters);
  if (!action) return;
  event.preventDefault();
  action();
}

function actionOf(
  event: KeyboardEvent,
  start: number,
  work: BenchWork,
  letters: boolean,
): (() => void) | undefined {
  const { bench, selection } = work;
  const { key } = event;
  if (event.ctrlKey || event.metaKey) {
    if (key === "z") return work.undo;
    return key === "a" ? work.chooseAll : undefined;
  }
  if (event.altKey) return;
  const reach = (by: 1 | -1) => () => {
    const other = work.neighbour(start, by);
    selection.add(other ? [start, other.start] : [start]);
    if (other) work.focusRow(other.start);
  };
  const always = new Map<string, () => void>([
    ["ArrowDown", event.shiftKey ? reach(1) : () => work.step(start, 1)],
    ["ArrowUp", event.shiftKey ? reach(-1) : () => work.step(start, -1)],
    ["Home", () => work.focusRow(bench.rows[0]?.start ?? start)],
    ["End", () => work.focusRow(bench.rows.at(-1)?.start ?? start)],
    ["Enter", () => work.accept(start)],
    [" ", () => selection.toggle(start)],
  ]);
  if (selection.chosen.size > 0) always.set("Escape", selection.clear);
  else if (work.alike.offer) always.set("Escape", work.alike.close);
  const found = always.get(key);
  if (found || !letters) return found;
  const byLetter = new Map<string, () => void>([
    ["j", () => work.step(start, 1)],
    ["k", () => work.step(start, -1)],
    ["a", () => work.accept(start)],
    ["A", work.takeOver],
    ["n", () => work.next(start)],
    ["s", () => work.setAsking("split")],
    ["m", () => work.change({ type: "joinWithNext", start })],
    ["+", () => work.change({ type: "joinWithNext", start })],
    ["x", () => work.setAsking("irrelevant")],
    ["g", () => work.setAsking("group")],
    ["u", work.undo],
    ["=", work.doAlike],
  ]);
  const kind = kindOfKey(key);
  if (kind) return () => work.setKind(start, kind);
  if (/^\d$/.test(key)) return () => work.setStatement(start, Number(key) || null);
  return byLetter.get(key);
}
