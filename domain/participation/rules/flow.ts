import type { OnlineState, Typed } from "../model";

/** A screen of who reacts; `wrong` when something on it must be mended first, and the address leads to what. */
export type Screen =
  | { screen: "statement"; n: number; from?: From; wrong?: boolean }
  | { screen: "all"; wrong?: boolean }
  | { screen: "file"; n: number }
  | { screen: "first" | "check" | "group" | "later" | "own" };

/** From where an answer was opened to be changed: there one goes back. */
export const FROM = ["check", "own"] as const;
export type From = (typeof FROM)[number];

/** What of a consultation decides the order of its screens. */
export interface Course {
  /** How much there is to answer: the stellingen, and the question after them. */
  questions: number;
  /** Whether one says as whom one reacts: not where the address says it, or where there are no groups. */
  chooses: boolean;
}

/** How a form with answers was left. */
export interface Left {
  /** The button that was pressed. */
  go: string;
  /** The number of the question; null for all on one page. */
  n: number | null;
  from?: From;
  /** Whether another window had saved something else, and whether that or the length must be mended. */
  differs: boolean;
  wrong: boolean;
  /** Whether they sent something before. */
  sent: boolean;
}

/** Where somebody goes who saved answers: what is wrong is shown first, but not to who goes back or stops. */
export function screenAfterSaving(
  course: Course,
  { go, n, from, differs, wrong, sent }: Left,
): Screen {
  const leaves = (go === "previous" || go === "stop") && !differs;
  if (wrong && !leaves) {
    return n === null ? { screen: "all", wrong } : { screen: "statement", n, from, wrong };
  }
  const withFile = /^file\.(\d{1,3})$/.exec(go)?.[1];
  if (withFile) return { screen: "file", n: Number(withFile) };
  switch (go) {
    case "next":
      return n !== null && n < course.questions
        ? { screen: "statement", n: n + 1 }
        : { screen: "check" };
    case "previous":
      if (n !== null && n > 1) return { screen: "statement", n: n - 1 };
      // As whom one reacts cannot be changed once something was sent.
      return course.chooses && !sent ? { screen: "group" } : { screen: "statement", n: 1 };
    case "stop":
      return { screen: "later" };
    // In a room one answer is sent at a time, and one stays at it.
    case "vote":
      return { screen: "statement", n: n ?? 1 };
    case "all":
      return { screen: "all" };
    case "one":
      return { screen: "statement", n: 1 };
    // Of a changed answer that was sent before it is sent again.
    default:
      return { screen: "check" };
  }
}

/** Where somebody was who comes back: at the first stelling without an answer, or at what they sent. */
export function screenToGoOn(
  { statements, state }: { statements: readonly { id: string }[]; state: OnlineState },
  own: { sentAt: string | null; drafts: readonly Pick<Typed, "statementId">[] },
): Screen {
  if (own.sentAt !== null) return { screen: "own" };
  if (state !== "open") return { screen: "first" };
  const first = statements.findIndex(({ id }) => !own.drafts.some((one) => one.statementId === id));
  return first < 0 ? { screen: "check" } : { screen: "statement", n: first + 1 };
}

/** Where somebody goes who said as whom they react: on to the beginning, or back to what they have. */
export const screenAfterGroup = (drafts: number): Screen =>
  drafts > 0 ? { screen: "check" } : { screen: "statement", n: 1 };
