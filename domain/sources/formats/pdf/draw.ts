import { at, holds, IDENTITY, type Matrix, type Point, times, turn, wayOf } from "./geometry";
import type { Rule, Word } from "./model";
import { Strokes } from "./strokes";

/** Numbers of the operators of pdf.js. */
export type Operators = Record<string, number>;

/** What pdf.js says is to be done for a page, in order. */
export interface OperatorList {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

/** What is known of a font by the name it has in the operators. */
export interface Font {
  name: string;
  /** Width of a glyph in units of the letter size. */
  scale: number;
}

export interface Drawn {
  words: Word[];
  rules: Rule[];
  turned: string[];
  hidden: string[];
  /** Words laid without ink. */
  unseen: Word[];
  painted: boolean;
}

export interface Canvas {
  width: number;
  height: number;
  /** From the space of the file to that of the page. */
  transform: readonly number[];
  font: (name: string) => Font;
  /** Whether a layer is shown. */
  visible: (layer: unknown) => boolean;
}

interface Glyph {
  unicode: string;
  width: number;
  isSpace: boolean;
}

interface State {
  matrix: Matrix;
  font: Font & { bold: boolean; italic: boolean };
  size: number;
  charSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  /** 3 and 7: without ink; 2: filled and stroked, as programs make bold. */
  mode: number;
  white: boolean;
  alpha: number;
}

const NO_FONT = { name: "", scale: 0.001, bold: false, italic: false };
const BOLD = /bold|black|heavy|demi|-bd|,bd|medi(?:um)?$/i;
const ITALIC = /italic|oblique|kursiv|slanted|-it$/i;

/** Letters smaller than this many points are not there to be read. */
const SMALLEST = 2;

/** Draws a page on nothing, and says which words and rules came to stand where. Linear. */
export class Pen {
  private state: State = {
    matrix: IDENTITY,
    font: NO_FONT,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    white: false,
    alpha: 1,
  };
  private saved: State[] = [];
  private textMatrix: Matrix = IDENTITY;
  private x = 0;
  private y = 0;
  private lineX = 0;
  private lineY = 0;
  private marks: { mark: number; unseen: boolean }[] = [];
  /** Words by the way they run: to the right, down, to the left, up; and askew. */
  private ways: Word[][] = [[], [], [], [], []];
  private open: { word: Word; way: number; spacing: number; fate: Fate } | null = null;
  private spaced = false;
  private hidden: string[] = [];
  private unseen: Word[] = [];
  private strokes: Strokes;
  private shaded = false;
  private transforms = 0;

  constructor(
    private readonly canvas: Canvas,
    private readonly ops: Operators,
  ) {
    this.state.matrix = [...canvas.transform] as Matrix;
    this.strokes = new Strokes(ops);
  }

  draw(list: OperatorList): Drawn {
    const acts = this.acts();
    for (const [i, fn] of list.fnArray.entries()) {
      acts.get(fn)?.((list.argsArray[i] ?? []) as never);
    }
    this.close();
    const letters = this.ways.slice(0, 4).map((words) => lettersIn(words));
    const way = letters.indexOf(Math.max(...letters));
    const words = this.ways[way] ?? [];
    const turned = this.ways.flatMap((others, i) => (i === way ? [] : others.map((w) => w.text)));
    return {
      words: withoutDoubles(way === 0 ? [...words, ...this.strokes.bullets(words)] : words),
      rules: way === 0 ? this.strokes.rules : [],
      turned,
      hidden: this.hidden,
      unseen: this.unseen,
      painted: this.shaded || this.strokes.drawn || this.transforms > 0,
    };
  }

  /** What each operator does. */
  private acts(): Map<number, (args: never) => void> {
    const { ops } = this;
    const set = (change: Partial<State>) => {
      Object.assign(this.state, change);
    };
    const colour = ([value]: [unknown]) =>
      set({ white: typeof value === "string" && /^#f[c-f]f[c-f]f[c-f]$/i.test(value) });
    const named: Record<string, (args: never) => void> = {
      save: () => this.saved.push({ ...this.state }),
      restore: () => this.restore(),
      transform: (args: number[]) => {
        this.transforms++;
        this.transform(args);
      },
      paintFormXObjectBegin: ([matrix]: [number[] | null]) => {
        this.saved.push({ ...this.state });
        if (matrix) this.transform(matrix);
      },
      paintFormXObjectEnd: () => this.restore(),
      beginAnnotation: ([, , transform, matrix]: [unknown, unknown, number[], number[]]) => {
        this.saved.push({ ...this.state });
        set({ matrix: [...this.canvas.transform] as Matrix });
        this.transform(transform);
        this.transform(matrix);
      },
      endAnnotation: () => this.restore(),
      beginText: () => this.moveTo(IDENTITY),
      setTextMatrix: (args: unknown[]) => {
        const given = args.length === 1 ? (args[0] as ArrayLike<number>) : (args as number[]);
        this.moveTo(Array.from(given) as Matrix);
      },
      moveText: ([x, y]: number[]) => this.moveBy(x ?? 0, y ?? 0),
      setLeadingMoveText: ([x, y]: number[]) => {
        set({ leading: y ?? 0 });
        this.moveBy(x ?? 0, y ?? 0);
      },
      setLeading: ([leading]: number[]) => set({ leading: -(leading ?? 0) }),
      nextLine: () => this.moveBy(0, this.state.leading),
      setFont: ([name, size]: [string, number]) => this.setFont(name, size),
      setCharSpacing: ([value]: number[]) => set({ charSpacing: value ?? 0 }),
      setWordSpacing: ([value]: number[]) => set({ wordSpacing: value ?? 0 }),
      setHScale: ([value]: number[]) => set({ stretch: (value ?? 100) / 100 }),
      setTextRise: ([value]: number[]) => set({ rise: value ?? 0 }),
      setTextRenderingMode: ([value]: number[]) => set({ mode: value ?? 0 }),
      showText: ([glyphs]: [(Glyph | number | null)[]]) => this.show(glyphs ?? []),
      setFillRGBColor: colour,
      setFillColorN: () => set({ white: false }),
      setFillTransparent: () => set({ white: false }),
      setGState: ([pairs]: [[string, unknown][]]) => {
        for (const [key, value] of pairs ?? []) {
          if (key === "ca") set({ alpha: Number(value) });
          else if (key === "Font" && Array.isArray(value)) this.setFont(value[0], value[1]);
        }
      },
      beginMarkedContent: ([tag]: [unknown]) => this.mark(tag, null),
      beginMarkedContentProps: ([tag, props]: [unknown, unknown]) => this.mark(tag, props),
      endMarkedContent: () => this.marks.pop(),
      constructPath: ([act, data]: [number, unknown[]]) => {
        const { matrix, white } = this.state;
        this.strokes.path(act, data, { matrix, white, mark: this.marks.at(-1)?.mark ?? -1 });
      },
      shadingFill: () => {
        this.shaded = true;
      },
    };
    return new Map(
      Object.entries(named).flatMap(([name, act]) => {
        const number = ops[name];
        return number === undefined ? [] : [[number, act] as const];
      }),
    );
  }

  private restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  private transform(by: ArrayLike<number> | null): void {
    if (by && by.length >= 6) this.state.matrix = times(this.state.matrix, by);
  }

  private moveTo(matrix: Matrix): void {
    this.textMatrix = matrix;
    this.x = this.lineX = 0;
    this.y = this.lineY = 0;
  }

  private moveBy(x: number, y: number): void {
    this.x = this.lineX += x;
    this.y = this.lineY += y;
  }

  private setFont(name: string, size: number): void {
    const font = this.canvas.font(name);
    const look = { bold: BOLD.test(font.name), italic: ITALIC.test(font.name) };
    Object.assign(this.state, { font: { ...font, ...look }, size });
  }

  private mark(tag: unknown, props: unknown): void {
    const around = this.marks.at(-1);
    const unseen = tag === "OC" && !this.canvas.visible(props);
    this.marks.push({
      mark: typeof props === "number" ? props : (around?.mark ?? -1),
      unseen: unseen || around?.unseen === true,
    });
  }

  private show(glyphs: readonly (Glyph | number | null)[]): void {
    const { font, charSpacing, wordSpacing, rise } = this.state;
    const size = Math.abs(this.state.size);
    const direction = this.state.size < 0 ? -1 : 1;
    const stretch = this.state.stretch * direction;
    const run = times(this.state.matrix, this.textMatrix);
    const height = size * Math.hypot(run[2], run[3]);
    const wide = Math.hypot(run[0], run[1]);
    const angle = Math.atan2(run[1] * direction, run[0] * direction);
    const way = wayOf(angle);
    const skewed =
      Math.abs(run[0] * run[2] + run[1] * run[3]) > 0.15 * wide * Math.hypot(run[2], run[3]);
    const look = { bold: font.bold || this.state.mode === 2, italic: font.italic || skewed };
    let along = 0;
    for (const glyph of glyphs) {
      if (glyph === null) continue;
      if (typeof glyph === "number") {
        along -= (glyph * size) / 1000;
        continue;
      }
      const width = glyph.width * size * font.scale;
      const spacing = (glyph.isSpace ? wordSpacing : 0) + charSpacing;
      const from = at(run, this.x + along * stretch, this.y + rise);
      const to = at(run, this.x + (along + width) * stretch, this.y + rise);
      this.place(glyph.unicode, turn(way, angle, from), turn(way, angle, to), {
        way,
        height,
        spacing: charSpacing * wide * Math.abs(stretch),
        ...look,
      });
      along += width + spacing * direction;
    }
    this.x += along * stretch;
  }

  private place(
    letters: string,
    [left, baseline]: Point,
    [right]: Point,
    how: { way: number; height: number; spacing: number; bold: boolean; italic: boolean },
  ): void {
    if (letters.trim() === "" || letters === "\u00a0") {
      this.close();
      this.spaced = true;
      return;
    }
    const { open } = this;
    const mark = this.marks.at(-1);
    const fate = this.fateOf(left, baseline, how);
    if (open && open.way === how.way && open.fate === fate) {
      const { word } = open;
      const gap = left - word.right - Math.max(open.spacing, 0);
      const goesOn =
        gap < 0.1 * how.height &&
        gap > -0.4 * how.height &&
        Math.abs(baseline - word.baseline) < 0.05 * how.height &&
        Math.abs(word.size - how.height) < 0.02 * how.height &&
        word.bold === how.bold &&
        word.italic === how.italic &&
        word.mark === (mark?.mark ?? -1);
      if (goesOn) {
        word.text += letters;
        word.right = Math.max(word.right, right);
        open.spacing = how.spacing;
        return;
      }
    }
    this.close();
    this.open = {
      way: how.way,
      spacing: how.spacing,
      fate,
      word: {
        text: letters,
        left: Math.min(left, right),
        right: Math.max(left, right),
        baseline,
        size: how.height,
        bold: how.bold,
        italic: how.italic,
        spaced: this.spaced,
        mark: mark?.mark ?? -1,
      },
    };
    this.spaced = false;
  }

  /** Whether anybody sees what is placed here. */
  private fateOf(x: number, y: number, { way, height }: { way: number; height: number }): Fate {
    const { mode, white, alpha } = this.state;
    if (mode === 3 || mode === 7) return "unseen";
    if (this.marks.at(-1)?.unseen || height < SMALLEST || alpha < 0.02) return "hidden";
    if (way !== 0) return "shown";
    const { width, height: tall } = this.canvas;
    if (x < -height || x > width + height || y < -height || y > tall + height) return "hidden";
    // White on something dark, or on a picture, is seen.
    const onPaper =
      white && !this.strokes.dark.some((box) => holds(box, x, y)) && this.transforms < 2;
    return onPaper ? "hidden" : "shown";
  }

  private close(): void {
    const { open } = this;
    this.open = null;
    if (!open) return;
    if (open.fate === "hidden") this.hidden.push(open.word.text);
    else if (open.fate === "unseen") this.unseen.push(open.word);
    else this.ways[open.way]?.push(open.word);
  }
}

type Fate = "shown" | "unseen" | "hidden";
function lettersIn(words: readonly Word[]): number {
  return words.reduce((sum, word) => sum + word.text.length, 0);
}

/** Programs make bold by writing a word twice, a hair apart. */
function withoutDoubles(words: Word[]): Word[] {
  const seen = new Map<string, Word[]>();
  return words.filter((word) => {
    const same = seen.get(word.text) ?? [];
    const double = same.find(
      (other) =>
        Math.abs(other.left - word.left) < 0.15 * word.size &&
        Math.abs(other.baseline - word.baseline) < 0.15 * word.size,
    );
    if (double) {
      double.bold = true;
      return false;
    }
    seen.set(word.text, [...same.slice(-20), word]);
    return true;
  });
}
