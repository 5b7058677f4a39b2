import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { layoutFlow } from "@/components/overview/layout";
import { TraceShape } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { TextLink } from "@/components/ui/link";
import { FLOW_COLUMNS, type Flow, type FlowNode } from "@/domain/overview/model";
import { type FlowNames, passesOn, useFlowNames } from "./flow-names";
import { Hatch } from "./flow-picture";
import styles from "./flow-picture.module.css";

const WIDTH = 320;
const NODE = 30;
const STEP = 98;
/** Room above the first row for its name; the other names stand between the bands. */
const TOP = 20;

/** What fits in a small box: the number, the code, or a sign. */
function shortName(node: FlowNode): string {
  if (node.kind === "gap") return "!";
  if (node.kind === "rest") return "…";
  if (node.kind === "direct") return "→";
  if (node.kind === "words") return "“”";
  if (node.kind === "none") return "–";
  if (node.column === "reaction") return String(node.count);
  return node.code;
}

/** The flow from top to bottom, for a narrow screen; the list below it names and links everything. */
export function FlowCompact({ flow, slug }: { flow: Flow; slug: string }) {
  const t = useTranslations("overview.flow");
  const names = useFlowNames();
  const layout = layoutFlow(flow, {
    length: WIDTH,
    least: () => 24,
    gap: 4,
    mostGap: 14,
    mostPerLink: 9,
    fixed: true,
  });
  const column = new Map(flow.nodes.map((node) => [node.key, FLOW_COLUMNS.indexOf(node.column)]));
  const top = (key: string) => TOP + (column.get(key) ?? 0) * STEP;
  return (
    <div className={styles.compact}>
      <svg
        className={cx(styles.picture, styles.strip)}
        viewBox={`0 0 ${WIDTH} ${TOP + 3 * STEP + NODE + 2}`}
        aria-hidden="true"
        focusable="false"
      >
        <Hatch id="flow-hatch-narrow" />
        {layout.bands.map(({ band, fromAt, toAt, size }) => {
          const from = top(band.from) + NODE;
          const to = top(band.to);
          return (
            <path
              key={`${band.from}>${band.to}`}
              d={fall(fromAt, from, toAt, to, Math.max(size, 1))}
              className={cx(
                styles.band,
                band.gap ? undefined : styles[FLOW_COLUMNS[column.get(band.from) ?? 0] ?? ""],
              )}
              fill={band.gap ? "url(#flow-hatch-narrow)" : undefined}
            />
          );
        })}
        {FLOW_COLUMNS.map((name, index) => (
          <g key={name} className={styles[name]}>
            <text x={0} y={TOP + index * STEP - 6} className={styles.stripHeading}>
              {t(`column.${name}`)}
            </text>
            {layout.columns[name].map(({ node, at, size }) => (
              <g key={node.key} className={cx(node.kind === "gap" && styles.stripGap)}>
                <rect
                  x={at + 0.5}
                  y={TOP + index * STEP + 0.5}
                  width={Math.max(size - 1, 1)}
                  height={NODE - 1}
                  rx="4"
                  className={node.kind === "gap" ? styles.stripGapBox : styles.box}
                />
                <text
                  x={at + size / 2}
                  y={TOP + index * STEP + NODE / 2 + 4}
                  className={styles.stripText}
                >
                  {shortName(node)}
                </text>
              </g>
            ))}
          </g>
        ))}
      </svg>
      <div className={styles.legend}>
        {FLOW_COLUMNS.map((name) => (
          <section key={name} aria-labelledby={`flow-${name}`}>
            <h3 id={`flow-${name}`} className={styles.legendTitle}>
              <TraceShape tone={name} />
              {t(`column.${name}`)}
            </h3>
            <ul className={styles.legendList}>
              {flow.nodes
                .filter((node) => node.column === name)
                .map((node) => (
                  <LegendItem key={node.key} node={node} slug={slug} names={names} />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function LegendItem({ node, slug, names }: { node: FlowNode; slug: string; names: FlowNames }) {
  return (
    <li className={cx(styles.legendItem, styles[node.column], node.kind === "gap" && styles.isGap)}>
      <span>
        {names.code(node) ? (
          <>
            <span className={styles.legendCode}>{names.code(node)}</span>{" "}
          </>
        ) : null}
        <TextLink href={addresses.dossier(slug).target(node.target)}>{names.label(node)}</TextLink>
        {node.missing > 0 ? (
          <span className={styles.legendMissing}>{names.missing(node)}</span>
        ) : null}
      </span>
      <span className={styles.legendCount}>{passesOn(node) ? null : node.count}</span>
    </li>
  );
}

/** A band that falls from one row to the next. */
function fall(x1: number, y1: number, x2: number, y2: number, size: number): string {
  const n = (value: number) => Math.round(value * 10) / 10;
  const middle = n((y1 + y2) / 2);
  return [
    `M${n(x1)} ${n(y1)}`,
    `C${n(x1)} ${middle} ${n(x2)} ${middle} ${n(x2)} ${n(y2)}`,
    `H${n(x2 + size)}`,
    `C${n(x2 + size)} ${middle} ${n(x1 + size)} ${middle} ${n(x1 + size)} ${n(y1)}Z`,
  ].join("");
}
