export { toDryRunReport } from "./dry-run";
export { proposeSplit } from "./propose";
export { quoteRange } from "./quote";
export { sameStatement, statementKey } from "./statements";
