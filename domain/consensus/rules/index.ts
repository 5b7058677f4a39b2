import type {
  Consensus,
  GroupCounts,
  Representative,
  StatementConsensus,
  Vote,
  VoteCounts,
} from "../model";
import { representatives } from "./representative";
import { isSignificant, likelihood, proportionTest } from "./statistics";
import { type Counted, none, VoteCollector } from "./votes";

/** How many statements a list has at most. */
const LONGEST = 5;

/**
 * What people have in common, by the published formulas of Polis: per statement and group
 * P = (agree + 1) / (seen + 2) and the product of those over all groups; of everybody together the statements
 * that clearly more than half agrees or disagrees with; and per group what sets it apart.
 *
 * Per participant and statement the latest vote counts, of two at one moment the one that comes last in
 * `votes`. Who is in no group counts for `overall` only. A group of which nobody saw a statement has
 * P = ½ there, and without any group `consensus` is 1, the product of nothing.
 *
 * @param groups Groups that are expected, also when nobody of them votes.
 */
export function consensusOf(votes: Iterable<Vote>, groups: Iterable<string> = []): Consensus {
  const collector = new VoteCollector(groups);
  for (const vote of votes) collector.add(vote);
  return consensusIn(collector.counted());
}

/** The same of votes that were counted. */
export function consensusIn({ groups, statements }: Counted): Consensus {
  const together = statements.map(({ groups: counts }) => sumOf(counts));
  return {
    statements: statements.map(({ id, groups: counts }) => statementOf(id, groups, counts)),
    overall: { agree: strongest("agree", statements), disagree: strongest("disagree", statements) },
    representative: Object.fromEntries(
      groups.map((name, i): [string, Representative[]] => {
        const seen = statements.map(({ id, groups: counts }, row) => {
          const inside = counts[i] ?? none();
          return { id, inside, outside: without(together[row] ?? none(), inside) };
        });
        return [name, representatives(seen, LONGEST)];
      }),
    ),
  };
}

function statementOf(id: string, names: string[], counts: VoteCounts[]): StatementConsensus {
  const groups = names.map((name, i): [string, GroupCounts] => {
    const own = counts[i] ?? none();
    return [name, { ...own, p: likelihood(own.agree, own.seen) }];
  });
  return {
    id,
    groups: Object.fromEntries(groups),
    consensus: groups.reduce((product, [, { p }]) => product * p, 1),
  };
}

/** P above a half and z above 1.2816, ranked by P·z; of equals the first stays first. */
function strongest(position: "agree" | "disagree", statements: Counted["statements"]): string[] {
  return statements
    .map(({ id, all }) => {
      const p = likelihood(all[position], all.seen);
      const test = proportionTest(all[position], all.seen);
      return { id, p, test, strength: p * test };
    })
    .filter(({ p, test }) => p > 0.5 && isSignificant(test))
    .sort((a, b) => b.strength - a.strength)
    .slice(0, LONGEST)
    .map(({ id }) => id);
}

function sumOf(counts: VoteCounts[]): VoteCounts {
  const sum = none();
  for (const { agree, disagree, pass, seen } of counts) {
    sum.agree += agree;
    sum.disagree += disagree;
    sum.pass += pass;
    sum.seen += seen;
  }
  return sum;
}

const without = (all: VoteCounts, some: VoteCounts): VoteCounts => ({
  agree: all.agree - some.agree,
  disagree: all.disagree - some.disagree,
  pass: all.pass - some.pass,
  seen: all.seen - some.seen,
});
