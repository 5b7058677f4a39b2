import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import {
  layoutFlow,
  type PlacedBand,
  type PlacedNode,
  wrapWords,
} from "@/components/overview/layout";
import { cx } from "@/components/ui/cx";
import {
  FLOW_COLUMNS,
  type Flow,
  type FlowBand,
  type FlowColumn,
  type FlowNode,
} from "@/domain/overview/model";
import { FlowHighlight } from "./flow-highlight";
import { type FlowNames, passesOn, useFlowNames } from "./flow-names";
import styles from "./flow-picture.module.css";

/** The drawing is made in these units; at full page width one unit is one CSS pixel. */
const WIDTH = 1152;
const NODE = 214;
const GAP = (WIDTH - 4 * NODE) / 3;
const TOP = 44;
/** Characters that fit on one line of a node at 13 units, by the mean width of Noto Sans. */
const LINE = 27;

/** Height of a line of words, and of the room above and below them. */
const ROW = 17;
const PADDING = 14;

/** The words of a node as lines, at most `lines`; without a code there must be room for the count. */
function linesOf(names: FlowNames, node: FlowNode, lines: number): string[] {
  const width = names.code(node) || passesOn(node) ? LINE : LINE - 4;
  return wrapWords(names.label(node), width, lines);
}

/** Least height of a node, so that its words fit. */
function leastHeight(names: FlowNames, node: FlowNode): number {
  const heading = names.code(node) ? 1 : 0;
  const lines = linesOf(names, node, node.column === "statement" ? 3 : 2).length;
  return (heading + lines + (node.missing > 0 ? 1 : 0)) * ROW + PADDING;
}

/**
 * The flow stelling, reactie, kernwaarde, eis as a picture one can click through. Everything in it
 * also stands in the table below it; without a script the ways are simply not lit.
 */
export function FlowPicture({ flow, slug }: { flow: Flow; slug: string }) {
  const t = useTranslations("overview.flow");
  const names = useFlowNames();
  const layout = layoutFlow(flow, {
    length: 460,
    least: (node) => leastHeight(names, node),
    gap: 10,
    mostGap: 30,
    mostPerLink: 11,
  });
  const nodes = new Map(flow.nodes.map((node) => [node.key, node]));
  const height = TOP + layout.length + 2;
  return (
    <FlowHighlight className={styles.wide} bands={flow.bands.map(({ from, to }) => ({ from, to }))}>
      <figure className={styles.figure}>
        <svg className={styles.picture} viewBox={`0 0 ${WIDTH} ${Math.ceil(height)}`}>
          <title>{t("label")}</title>
          <Hatch id="flow-hatch" />
          {FLOW_COLUMNS.map((column, index) => (
            <text key={column} x={left(index)} y={20} className={styles.heading}>
              {t(`column.${column}`)}
            </text>
          ))}
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of shapes takes no focus; the table says it in words */}
          <g aria-hidden="true">
            {layout.bands.map((placed) => (
              <Band
                key={`${placed.band.from}>${placed.band.to}`}
                placed={placed}
                from={nodes.get(placed.band.from)}
                to={nodes.get(placed.band.to)}
                names={names}
              />
            ))}
          </g>
          {FLOW_COLUMNS.map((column, index) =>
            layout.columns[column].map((placed) => (
              <Node
                key={placed.node.key}
                placed={placed}
                x={left(index)}
                slug={slug}
                names={names}
              />
            )),
          )}
        </svg>
      </figure>
    </FlowHighlight>
  );
}

const left = (index: number) => index * (NODE + GAP);
const columnOf = (column: FlowColumn) => FLOW_COLUMNS.indexOf(column);

/** Slanted lines: what leads nowhere yet. Told apart by its lines, not only by colour. */
export function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="7" height="7" className={styles.hatchGround} />
        <line x1="0" y1="0" x2="0" y2="7" className={styles.hatchLine} />
      </pattern>
    </defs>
  );
}

function Band({
  placed,
  from,
  to,
  names,
}: {
  placed: PlacedBand;
  from: FlowNode | undefined;
  to: FlowNode | undefined;
  names: FlowNames;
}) {
  if (!from || !to) return null;
  const { band, fromAt, toAt, size } = placed;
  const x1 = left(columnOf(from.column)) + NODE;
  const x2 = left(columnOf(to.column));
  return (
    <path
      d={ribbon(x1, fromAt + TOP, x2, toAt + TOP, Math.max(size, 1.25))}
      className={cx(styles.band, band.gap ? styles.gapBand : styles[from.column])}
      fill={band.gap ? "url(#flow-hatch)" : undefined}
      data-band={`${band.from}>${band.to}`}
    >
      <title>{bandTitle(names, band, from, to)}</title>
    </path>
  );
}

function bandTitle(names: FlowNames, band: FlowBand, from: FlowNode, to: FlowNode): string {
  const name = (node: FlowNode) => names.code(node) || names.label(node);
  return `${name(from)} → ${name(to)}: ${band.count}`;
}

/** A band from one side to the other with a level start and end. Points rounded to 0.1 unit. */
function ribbon(x1: number, y1: number, x2: number, y2: number, size: number): string {
  const n = (value: number) => Math.round(value * 10) / 10;
  const middle = n((x1 + x2) / 2);
  return [
    `M${n(x1)} ${n(y1)}`,
    `C${middle} ${n(y1)} ${middle} ${n(y2)} ${n(x2)} ${n(y2)}`,
    `V${n(y2 + size)}`,
    `C${middle} ${n(y2 + size)} ${middle} ${n(y1 + size)} ${n(x1)} ${n(y1 + size)}Z`,
  ].join("");
}

function Node({
  placed: { node, at, size },
  x,
  slug,
  names,
}: {
  placed: PlacedNode;
  x: number;
  slug: string;
  names: FlowNames;
}) {
  const y = TOP + at;
  const code = names.code(node);
  const plain = passesOn(node);
  const heading = code ? 1 : 0;
  const below = node.missing > 0 ? 1 : 0;
  const room = Math.floor((size - PADDING) / ROW) - heading - below;
  const lines = linesOf(names, node, Math.max(1, Math.min(room, 4)));
  const rows = heading + lines.length + below;
  const first = y + size / 2 - (rows * ROW) / 2 + 13;
  return (
    <a
      href={addresses.dossier(slug).target(node.target)}
      aria-label={names.whole(node)}
      data-node={node.key}
      className={cx(styles.node, styles[node.column], node.kind === "gap" && styles.gapNode)}
    >
      <rect
        x={x + 0.5}
        y={y + 0.5}
        width={NODE - 1}
        height={size - 1}
        rx="6"
        className={node.kind === "gap" ? styles.gapBox : styles.box}
        fill={node.kind === "gap" ? "url(#flow-hatch)" : undefined}
      />
      {node.kind === "gap" ? (
        <rect
          x={x + 8}
          y={y + 6}
          width={NODE - 16}
          height={size - 12}
          rx="4"
          className={styles.paper}
        />
      ) : (
        <path
          d={`M${x + 6} ${y}H${x + 4}a4 4 0 0 0-4 4V${y + size - 4}a4 4 0 0 0 4 4h2Z`}
          className={styles.edge}
        />
      )}
      {code ? (
        <text x={x + 16} y={first} className={styles.code}>
          {code}
        </text>
      ) : null}
      {plain ? null : (
        <text x={x + NODE - 14} y={first} className={styles.count}>
          {node.count}
        </text>
      )}
      {lines.map((line, index) => (
        <text key={line} x={x + 16} y={first + (index + heading) * ROW} className={styles.text}>
          {line}
        </text>
      ))}
      {node.missing > 0 ? (
        <text x={x + 16} y={first + (rows - 1) * ROW} className={styles.missing}>
          {names.missing(node)}
        </text>
      ) : null}
      <title>{names.whole(node)}</title>
    </a>
  );
}
