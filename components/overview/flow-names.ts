import { useTranslations } from "next-intl";
import type { FlowNode } from "@/domain/overview/model";

/** What the nodes of the flow are called, in the language of the request. */
export interface FlowNames {
  /** Its own words, or those for what goes together and what leads nowhere. */
  label(node: FlowNode): string;
  /** The short name: "Stelling 1", "K-3", "H2"; empty when there is none. */
  code(node: FlowNode): string;
  /** Short name and words as one phrase. */
  phrase(node: FlowNode): string;
  /** The whole of it in one phrase with its counts, for who does not see the picture. */
  whole(node: FlowNode): string;
  /** "2 zonder herkomst", or empty. */
  missing(node: FlowNode): string;
}

/** Whether the node only passes things on, so that a count of its own would say nothing. */
export function passesOn(node: FlowNode): boolean {
  return node.kind === "direct" || node.kind === "words";
}

/** Names for the nodes of the flow. Only in a component. */
export function useFlowNames(): FlowNames {
  const t = useTranslations("overview.flow");
  const label = (node: FlowNode) => {
    if (node.kind === "thing") return node.label;
    if (node.kind === "rest") return t("rest", { things: node.things });
    if (node.kind === "gap")
      return t(`gap.${node.column === "requirement" ? "requirement" : "coreValue"}`);
    return t(`kind.${node.kind}`);
  };
  const code = (node: FlowNode) =>
    node.code && (node.column === "statement" || node.column === "reaction")
      ? t("statementCode", { code: node.code })
      : node.code;
  const count = (node: FlowNode) => {
    const of =
      node.kind !== "gap" ? node.column : node.column === "requirement" ? "unused" : "reaction";
    return t(`count.${of}`, { count: node.count });
  };
  const missing = (node: FlowNode) =>
    node.missing > 0 ? t("missing", { count: node.missing }) : "";
  const phrase = (node: FlowNode) => [code(node), label(node)].filter(Boolean).join(" ");
  const whole = (node: FlowNode) =>
    passesOn(node)
      ? phrase(node)
      : `${phrase(node)}: ${[count(node), missing(node)].filter(Boolean).join(", ")}`;
  return { label, code, phrase, whole, missing };
}
