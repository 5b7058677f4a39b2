import type { Measurement, Times } from "./measure";
import { PAGE_REACH, type PageMeasurement } from "./pages";
import type { SizeResult } from "./run";

/** The measurements of one size as lines of text; `before` is the size that came before it. */
export function tableOf(result: SizeResult, before: SizeResult | undefined): string {
  const earlier = new Map(before?.measurements.map((row) => [row.name, row]));
  const head = ["action", "median", "min–max", "bare", "ratio", "sent", "growth", "reach"];
  const rows = result.measurements.map((row) => [
    row.name,
    ms(row.action.median),
    spread(row.action),
    ms(row.bare.median),
    `×${number(row.ratio)}`,
    size(row.bytes),
    growth(row, earlier.get(row.name)),
    reach(row),
  ]);
  return aligned(head, rows);
}

function aligned(head: string[], rows: string[][]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 || column === cells.length - 1
          ? cell.padEnd(width)
          : cell.padStart(width);
      })
      .join("  ")
      .trimEnd();
  return [line(head), line(widths.map((width) => "─".repeat(width))), ...rows.map(line)].join("\n");
}

/** The same as rows of a Markdown table. */
export function markdownOf(result: SizeResult, before: SizeResult | undefined): string {
  const earlier = new Map(before?.measurements.map((row) => [row.name, row]));
  return [
    "| action | median | min–max | bare | ratio | sent | growth | reach |",
    "|---|--:|--:|--:|--:|--:|--:|---|",
    ...result.measurements.map(
      (row) =>
        `| ${row.name} | ${ms(row.action.median)} | ${spread(row.action)} | ${ms(row.bare.median)} ` +
        `| ×${number(row.ratio)} | ${size(row.bytes)} | ${growth(row, earlier.get(row.name))} ` +
        `| ${reach(row)} |`,
    ),
  ].join("\n");
}

function growth(row: Measurement, before: Measurement | undefined): string {
  return before ? `×${number(row.action.median / before.action.median)}` : "";
}

function reach({ reach: wanted, over }: Measurement): string {
  if (!wanted) return "";
  const parts = [
    wanted.ms === undefined ? [] : [`< ${ms(wanted.ms)}${over.includes("ms") ? " OVER" : ""}`],
    wanted.bytes === undefined
      ? []
      : [`< ${size(wanted.bytes)}${over.includes("bytes") ? " OVER" : ""}`],
  ];
  return parts.flat().join(", ");
}

const spread = ({ min, max }: Times) => `${ms(min)}–${ms(max)}`;

/** Two or three figures that mean something. */
function number(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

export function ms(value: number): string {
  return value >= 1_000 ? `${number(value / 1_000)} s` : `${number(value)} ms`;
}

function size(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${number(bytes / 1_000)} kB` : `${number(bytes / 1_000_000)} MB`;
}

const PAGE_HEAD = ["page", "status", "first byte", "min–max", "whole", "HTML", "sent", "reach"];

/**
 * The pages of one size as lines of text, or as rows of a Markdown table. What is over its reach says so.
 *
 * @param bare the page of the framework alone, in the same run.
 */
export function pagesTable(
  pages: PageMeasurement[],
  bare: PageMeasurement,
  markdown = false,
): string {
  const rows = [bare, ...pages].map((page) => [
    page.name,
    String(page.status),
    ms(page.firstByte.median),
    spread(page.firstByte),
    ms(page.total.median),
    size(page.bytes),
    size(page.compressed),
    page.over.length > 0 ? `${page.over.map(limitOf).join(", ")} OVER` : "",
  ]);
  if (!markdown) return aligned(PAGE_HEAD, rows);
  return [PAGE_HEAD, ["---", "--:", "--:", "---", "--:", "--:", "--:", "---"], ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

const limitOf = (what: keyof typeof PAGE_REACH): string =>
  `< ${what === "firstByte" ? ms(PAGE_REACH.firstByte) : size(PAGE_REACH[what])}`;
