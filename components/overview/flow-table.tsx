import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { Paragraph } from "@/components/ui/text";
import { FLOW_COLUMNS, type Flow, type FlowNode } from "@/domain/overview/model";
import { type FlowNames, useFlowNames } from "./flow-names";
import styles from "./flow-table.module.css";

/** More rows are read by nobody, and weigh more than the picture. */
const MOST_ROWS = 50;

/**
 * The same flow as the picture in words: from what to what, and how many links. Of a large dossier the
 * largest, with the lists in which all of it stands.
 */
export function FlowTable({ flow, slug }: { flow: Flow; slug: string }) {
  const t = useTranslations("overview.flow");
  const names = useFlowNames();
  const nodes = new Map(flow.nodes.map((node) => [node.key, node]));
  const order = new Map(flow.nodes.map((node, index) => [node.key, index]));
  const place = (key: string) =>
    FLOW_COLUMNS.indexOf(nodes.get(key)?.column ?? "statement") * 1_000 + (order.get(key) ?? 0);
  const bands = [...flow.bands]
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_ROWS)
    .sort((a, b) => place(a.from) - place(b.from) || place(a.to) - place(b.to));
  const left = flow.bands.length - bands.length;
  const to = addresses.dossier(slug);
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>{t("asTable")}</summary>
      {left > 0 ? (
        <Paragraph small>
          {t.rich("tableMost", {
            rows: bands.length,
            left,
            reactions: (words) => <TextLink href={to.statements()}>{words}</TextLink>,
            values: (words) => <TextLink href={to.coreValues()}>{words}</TextLink>,
            requirements: (words) => <TextLink href={to.specification()}>{words}</TextLink>,
          })}
        </Paragraph>
      ) : null}
      <Table
        caption={t("tableCaption")}
        captionHidden
        stack
        head={
          <Tr>
            <Th>{t("from")}</Th>
            <Th>{t("to")}</Th>
            <Th align="end">{t("links")}</Th>
          </Tr>
        }
      >
        {bands.map((band) => (
          <Tr key={`${band.from}>${band.to}`}>
            <Td label={t("from")}>
              <Name node={nodes.get(band.from)} slug={slug} names={names} />
            </Td>
            <Td label={t("to")}>
              <Name node={nodes.get(band.to)} slug={slug} names={names} />
            </Td>
            <Td label={t("links")} align="end">
              {band.count}
            </Td>
          </Tr>
        ))}
      </Table>
    </details>
  );
}

function Name({
  node,
  slug,
  names,
}: {
  node: FlowNode | undefined;
  slug: string;
  names: FlowNames;
}) {
  if (!node) return null;
  return (
    <TextLink href={addresses.dossier(slug).target(node.target)}>{names.phrase(node)}</TextLink>
  );
}
