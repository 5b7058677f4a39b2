import type { Rule } from "./model";

export type Matrix = [number, number, number, number, number, number];
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export type Point = [x: number, y: number];

/** First what `n` does, then what `m` does. */
export function times(m: ArrayLike<number>, n: ArrayLike<number>): Matrix {
  const [a, b, c, d] = [m[0] ?? 1, m[1] ?? 0, m[2] ?? 0, m[3] ?? 1];
  const [p, q, r, s] = [n[0] ?? 1, n[1] ?? 0, n[2] ?? 0, n[3] ?? 1];
  const [t, u] = [n[4] ?? 0, n[5] ?? 0];
  return [
    a * p + c * q,
    b * p + d * q,
    a * r + c * s,
    b * r + d * s,
    a * t + c * u + (m[4] ?? 0),
    b * t + d * u + (m[5] ?? 0),
  ];
}

/** Where a place comes to stand. */
export function at(m: Matrix, x: number, y: number): Point {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

/** Which way letters run: 0 to the right, 1 down, 2 to the left, 3 up, 4 askew. */
export function wayOf(angle: number): number {
  const quarter = angle / (Math.PI / 2);
  const way = Math.round(quarter);
  return Math.abs(quarter - way) > 0.03 ? 4 : (way + 4) % 4;
}

/** A place, as one sees it who turns the page so that the letters run to the right. */
export function turn(way: number, angle: number, [x, y]: Point): Point {
  if (way === 1) return [y, -x];
  if (way === 2) return [-x, -y];
  if (way === 3) return [-y, x];
  if (way === 0) return [x, y];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [x * cos + y * sin, y * cos - x * sin];
}

/** Whether a place is within a box. */
export function holds({ left, right, top, bottom }: Rule, x: number, y: number): boolean {
  return x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1;
}

/** The points of each closed or open stretch of a path, curves by their ends. */
export function subpaths(buffer: ArrayLike<number>, matrix: Matrix): Point[][] {
  const paths: Point[][] = [];
  const step = [2, 2, 6, 4, 0];
  for (let i = 0; i < buffer.length; ) {
    const act = buffer[i] ?? 4;
    const size = step[act];
    if (size === undefined) return paths;
    if (act === 0) paths.push([]);
    if (size > 0) {
      const [x = 0, y = 0] = [buffer[i + size - 1], buffer[i + size]];
      paths.at(-1)?.push(at(matrix, x, y));
    }
    i += size + 1;
  }
  return paths.filter((points) => points.length > 0);
}

/** The box around points. */
export function boxOf(points: readonly Point[]): Rule {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const [x, y] of points) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

/** A thin box as the line through its middle. */
export function straight({ left, right, top, bottom }: Rule): Rule {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return right - left > bottom - top
    ? { left, right, top: y, bottom: y }
    : { left: x, right: x, top, bottom };
}
