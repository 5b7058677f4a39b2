import type { Operators } from "./draw";
import { boxOf, type Matrix, type Point, straight, subpaths } from "./geometry";
import type { Rule, Word } from "./model";

/** A rule is thinner than this, in points. */
const THIN = 3;
/** More than this is a drawing. */
const MOST_RULES = 2_000;

/** What a path is drawn with. */
interface Ink {
  matrix: Matrix;
  white: boolean;
  /** Number of the marked content it is in. */
  mark: number;
}

/** What is drawn beside letters, as far as it says something of them. */
export class Strokes {
  readonly rules: Rule[] = [];
  /** Areas that are not white. */
  readonly dark: Rule[] = [];
  /** Anything at all was drawn. */
  drawn = false;
  private readonly dots: Word[] = [];

  constructor(private readonly ops: Operators) {}

  /** Straight lines are rules, small blots may be bullets, and dark areas can carry white letters. */
  path(act: number, data: unknown[], ink: Ink): void {
    const { ops } = this;
    const filled = [ops.fill, ops.eoFill, ops.fillStroke, ops.eoFillStroke].includes(act);
    const stroked = [ops.stroke, ops.closeStroke, ops.fillStroke, ops.eoFillStroke].includes(act);
    if (!filled && !stroked) return;
    this.drawn = true;
    const buffer = data?.[0] as ArrayLike<number> | null | undefined;
    if (!buffer || typeof buffer.length !== "number") return;
    for (const points of subpaths(buffer, ink.matrix)) {
      const box = boxOf(points);
      const [wide, tall] = [box.right - box.left, box.bottom - box.top];
      if (wide < THIN || tall < THIN) {
        if (Math.max(wide, tall) >= 6) this.rule(box);
        else if (filled && Math.min(wide, tall) > 1) this.dot(box, ink);
      } else if (Math.max(wide, tall) < 8 && Math.abs(wide - tall) < 2) {
        this.dot(box, ink);
      } else {
        if (filled && !ink.white) this.dark.push(box);
        if (stroked)
          for (const [i, to] of points.entries()) this.edge(points[i - 1] ?? points.at(-1), to);
      }
    }
  }

  private edge(from: Point | undefined, to: Point): void {
    if (!from) return;
    const box = boxOf([from, to]);
    if (box.right - box.left < 1 || box.bottom - box.top < 1) this.rule(box);
  }

  private rule(box: Rule): void {
    if (this.rules.length < MOST_RULES) this.rules.push(straight(box));
  }

  private dot({ left, right, bottom }: Rule, { mark }: Ink): void {
    if (this.dots.length >= MOST_RULES) return;
    this.dots.push({
      text: "•",
      left,
      right,
      baseline: bottom,
      size: right - left,
      bold: false,
      italic: false,
      spaced: true,
      mark,
    });
  }

  /** Blots just before a word and at the height of its small letters: browsers draw bullets so. */
  bullets(words: readonly Word[]): Word[] {
    return this.dots.flatMap((dot) => {
      const word = words.find(
        ({ left, baseline, size }) =>
          left > dot.right &&
          left - dot.right < 2.5 * size &&
          dot.baseline <= baseline + 0.1 * size &&
          dot.baseline > baseline - 0.6 * size &&
          dot.right - dot.left < 0.6 * size,
      );
      return word ? [{ ...dot, baseline: word.baseline, size: word.size }] : [];
    });
  }
}
