import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Vote, VotePosition } from "../model";
import { consensusOf } from ".";
import { proportionTest, twoProportionTest } from "./statistics";

const EXACT = 12;

/** `"a1 + 2"`: of group a, participant 1 agrees with statement 2; `-` disagrees, `0` passes, `?` is no group. */
function votes(...written: string[]): Vote[] {
  const positions: Record<string, VotePosition> = { "+": "agree", "-": "disagree", "0": "pass" };
  return written.map((line, at) => {
    const [who = "", sign = "", statement = ""] = line.split(" ");
    const group = who.startsWith("?") ? null : (who[0] ?? null);
    return { participant: who, group, statement, position: positions[sign] ?? "pass", at };
  });
}

/** So many people of a group who say the same. */
const many = (group: string, from: number, n: number, sign: string, statement: string) =>
  Array.from({ length: n }, (_, i) => `${group}${from + i} ${sign} ${statement}`);

describe("group-informed consensus, by hand", () => {
  it("multiplies (agree + 1) / (seen + 2) over the groups", () => {
    const { statements } = consensusOf(
      votes("a1 + 1", "a2 + 1", "a3 - 1", "b1 + 1", "b2 0 1", "b1 - 2"),
    );
    expect(statements).toEqual([
      {
        id: "1",
        groups: {
          a: { agree: 2, disagree: 1, pass: 0, seen: 3, p: 3 / 5 },
          b: { agree: 1, disagree: 0, pass: 1, seen: 2, p: 2 / 4 },
        },
        consensus: (3 / 5) * (2 / 4),
      },
      {
        id: "2",
        groups: {
          // Nobody of the group saw it: as likely as not.
          a: { agree: 0, disagree: 0, pass: 0, seen: 0, p: 1 / 2 },
          b: { agree: 0, disagree: 1, pass: 0, seen: 1, p: 1 / 3 },
        },
        consensus: (1 / 2) * (1 / 3),
      },
    ]);
  });

  it("is what the research says of three unanimous pairs, and of two groups of fifty", () => {
    const pairs = ["a", "b", "c"].flatMap((group) => many(group, 1, 2, "+", "1"));
    expect(consensusOf(votes(...pairs)).statements[0]?.consensus).toBeCloseTo(0.421875, EXACT);
    const fifty = ["a", "b"].flatMap((group) => [
      ...many(group, 1, 33, "+", "1"),
      ...many(group, 34, 17, "-", "1"),
    ]);
    const [first] = consensusOf(votes(...fifty)).statements;
    expect(first?.consensus).toBeCloseTo((34 / 52) ** 2, EXACT);
  });

  it("gives a group of one its own factor", () => {
    const [first] = consensusOf(votes("a1 + 1", "b1 - 1")).statements;
    expect(first?.groups.a?.p).toBeCloseTo(2 / 3, EXACT);
    expect(first?.consensus).toBeCloseTo((2 / 3) * (1 / 3), EXACT);
  });

  it("leaves who is in no group out of it, and in what all share", () => {
    const { statements, overall, representative } = consensusOf(
      votes(...many("?", 1, 9, "+", "1"), "a1 - 1"),
    );
    expect(statements[0]?.groups).toEqual({
      a: { agree: 0, disagree: 1, pass: 0, seen: 1, p: 1 / 3 },
    });
    expect(overall).toEqual({ agree: ["1"], disagree: [] });
    expect(Object.keys(representative)).toEqual(["a"]);
  });

  it("has groups that are expected, also without a vote", () => {
    const [first] = consensusOf(votes("a1 + 1"), ["b", "a"]).statements;
    expect(Object.keys(first?.groups ?? {})).toEqual(["a", "b"]);
    expect(first?.consensus).toBeCloseTo((2 / 3) * (1 / 2), EXACT);
  });

  it("is empty without votes, and the product of nothing without groups", () => {
    expect(consensusOf([])).toEqual({
      statements: [],
      overall: { agree: [], disagree: [] },
      representative: {},
    });
    expect(consensusOf(votes("?1 + 1")).statements[0]?.consensus).toBe(1);
  });

  it("keeps natural order, and names that an object has of itself", () => {
    const { statements } = consensusOf(
      votes("a1 + 10", "a1 + 2", "a1 + 1").concat({
        participant: "x",
        group: "__proto__",
        statement: "constructor",
        position: "agree",
        at: 9,
      }),
    );
    expect(statements.map(({ id }) => id)).toEqual(["1", "2", "10", "constructor"]);
    expect(Object.keys(statements[3]?.groups ?? {}).sort()).toEqual(["__proto__", "a"]);
  });
});

describe("changed votes", () => {
  const vote = (position: VotePosition, at: number): Vote => ({
    participant: "1",
    group: "a",
    statement: "1",
    position,
    at,
  });

  it("count by the latest moment, wherever it stands", () => {
    const counted = (...all: Vote[]) => consensusOf(all).statements[0]?.groups.a;
    expect(counted(vote("agree", 2), vote("disagree", 1))?.agree).toBe(1);
    expect(counted(vote("agree", 1), vote("disagree", 2))?.disagree).toBe(1);
    // Of two at one moment, the one that comes last.
    expect(counted(vote("agree", 1), vote("pass", 1))).toMatchObject({ pass: 1, seen: 1 });
    expect(counted(vote("agree", -1), vote("disagree", -2))?.agree).toBe(1);
  });

  it("are of the group that stands on the vote that counts", () => {
    const { statements } = consensusOf([vote("agree", 1), { ...vote("agree", 2), group: "b" }]);
    expect(statements[0]?.groups.a?.seen).toBe(0);
    expect(statements[0]?.groups.b?.seen).toBe(1);
  });
});

describe("the tests of proportions, by hand", () => {
  it("holds a share against a half", () => {
    // 2·√4·(4/4 − ½) and 2·√9·(3/9 − ½).
    expect(proportionTest(3, 3)).toBeCloseTo(2, EXACT);
    expect(proportionTest(2, 8)).toBeCloseTo(-1, EXACT);
    expect(proportionTest(0, 0)).toBeCloseTo(1, EXACT);
  });

  it("holds a share against another, with one more of each count", () => {
    // (4/5 − 2/5) / √(6/10 · 4/10 · (1/5 + 1/5))
    expect(twoProportionTest({ n: 3, of: 4 }, { n: 1, of: 4 })).toBeCloseTo(
      0.4 / Math.sqrt(0.096),
      EXACT,
    );
    expect(twoProportionTest({ n: 4, of: 4 }, { n: 2, of: 2 })).toBe(0);
  });
});

describe("what all share", () => {
  it("needs more than a half and z above 1.2816, and is ranked by P·z", () => {
    const { overall } = consensusOf(
      votes(
        // z = 2·√4·½ = 2, P = 4/5; of two of two: z = √3 = 1.73, P = 3/4; of one: z = √2, P = 2/3.
        ...many("a", 1, 2, "+", "two"),
        ...many("a", 1, 3, "+", "three"),
        "a1 + one",
        // 2 of 3: z = 2·√4·(3/4 − ½) = 1, not enough.
        ...many("a", 1, 2, "+", "no"),
        "a3 0 no",
        ...many("a", 1, 4, "-", "against"),
      ),
    );
    expect(overall).toEqual({ agree: ["three", "two", "one"], disagree: ["against"] });
  });

  it("is five at most, and of equals the first in order", () => {
    const { overall } = consensusOf(
      votes(...["7", "6", "5", "4", "3", "2"].flatMap((id) => many("a", 1, 9, "+", id))),
    );
    expect(overall.agree).toEqual(["2", "3", "4", "5", "6"]);
  });
});

describe("what represents a group", () => {
  const divided = (...extra: string[]) =>
    consensusOf(
      votes(
        ...many("a", 1, 8, "+", "for"),
        ...many("b", 1, 8, "-", "for"),
        ...many("a", 1, 8, "-", "against"),
        ...many("b", 1, 8, "+", "against"),
        ...many("a", 1, 8, "+", "both"),
        ...many("b", 1, 8, "+", "both"),
        ...extra,
      ),
    ).representative;

  it("is what it holds and others do not, agreement first", () => {
    expect(divided()).toEqual({
      a: [
        { id: "for", direction: "agree" },
        // Its best agreement by P alone goes in whatever it is; it sets the group apart on neither side.
        { id: "both", direction: "disagree" },
        { id: "against", direction: "disagree" },
      ],
      b: [
        { id: "against", direction: "agree" },
        { id: "for", direction: "disagree" },
      ],
    });
  });

  it("is the best of the rest when nothing is significant", () => {
    const { representative } = consensusOf(votes("a1 - 1", "b1 + 1", "b1 - 2"));
    // Of a: nothing is agreed with; 1 is where it differs most. Of b: the one agreement.
    expect(representative.a).toEqual([{ id: "1", direction: "disagree" }]);
    expect(representative.b).toEqual([{ id: "1", direction: "agree" }]);
  });

  it("never begins with what nobody has an opinion on", () => {
    const { representative } = consensusOf(votes("a1 0 1", "a1 + 2", "b1 - 2"));
    expect(representative.a?.[0]).toEqual({ id: "2", direction: "agree" });
  });

  it("is at most five, with the best agreement among them", () => {
    const ids = ["1", "2", "3", "4", "5", "6", "7"];
    const lines = ids.flatMap((id) => [...many("a", 1, 8, "-", id), ...many("b", 1, 8, "+", id)]);
    // Of equals the first in order, after the best agreement.
    expect(divided(...lines).a?.map(({ id }) => id)).toEqual(["both", "1", "2", "3", "4"]);
    expect(divided(...lines).b).toEqual(
      ["1", "2", "3", "4", "5"].map((id) => ({ id, direction: "agree" })),
    );
  });
});

/** The same, from the raw votes and as slowly as it is written down. */
function naive(all: Vote[]) {
  const last = new Map<string, Vote>();
  for (const vote of all) {
    const key = JSON.stringify([vote.participant, vote.statement]);
    const before = last.get(key);
    if (!before || vote.at >= before.at) last.set(key, vote);
  }
  const kept = [...last.values()];
  const count = (rows: Vote[], position: VotePosition) =>
    rows.filter((row) => row.position === position).length;
  const groups = [...new Set(all.flatMap(({ group }) => (group ? [group] : [])))];
  return {
    groups,
    of: (statement: string, group?: string) => {
      const rows = kept.filter(
        (row) => row.statement === statement && (group === undefined || row.group === group),
      );
      return { a: count(rows, "agree"), d: count(rows, "disagree"), s: rows.length };
    },
  };
}

const someVotes = fc.array(
  fc.record({
    participant: fc.integer({ min: 0, max: 12 }).map(String),
    group: fc.option(fc.constantFrom("a", "b", "c"), { nil: null }),
    statement: fc.integer({ min: 0, max: 5 }).map(String),
    position: fc.constantFrom<VotePosition>("agree", "disagree", "pass"),
    at: fc.integer({ min: 0, max: 4 }),
  }),
  { maxLength: 150 },
);

describe("for any votes", () => {
  it("counts, P and consensus are those of the definition, to 1e-12", () => {
    fc.assert(
      fc.property(someVotes, (all) => {
        const { groups, of } = naive(all);
        for (const { id, groups: found, consensus } of consensusOf(all).statements) {
          let product = 1;
          expect(Object.keys(found).sort()).toEqual([...groups].sort());
          for (const group of groups) {
            const { a, d, s } = of(id, group);
            expect(found[group]).toMatchObject({ agree: a, disagree: d, pass: s - a - d, seen: s });
            expect(Math.abs((found[group]?.p ?? 0) - (a + 1) / (s + 2))).toBeLessThan(1e-12);
            product *= (a + 1) / (s + 2);
          }
          expect(Math.abs(consensus - product)).toBeLessThan(1e-12);
        }
      }),
    );
  });

  it("what all share is all that is significant, ranked, to five", () => {
    fc.assert(
      fc.property(someVotes, (all) => {
        const { of } = naive(all);
        const { overall, statements } = consensusOf(all);
        for (const [list, side] of [
          [overall.agree, "a"],
          [overall.disagree, "d"],
        ] as const) {
          const strength = (id: string) => {
            const counts = of(id);
            const p = (counts[side] + 1) / (counts.s + 2);
            const z = 2 * Math.sqrt(counts.s + 1) * ((counts[side] + 1) / (counts.s + 1) - 0.5);
            return p > 0.5 && z > 1.2816 ? p * z : 0;
          };
          const expected = statements
            .map(({ id }) => id)
            .filter((id) => strength(id) > 0)
            .sort((x, y) => strength(y) - strength(x) || Number(x) - Number(y))
            .slice(0, 5);
          expect(list).toEqual(expected);
        }
      }),
    );
  });

  it("every significant statement represents its group, unless five others do", () => {
    fc.assert(
      fc.property(someVotes, (all) => {
        const { of, groups } = naive(all);
        const { representative, statements } = consensusOf(all);
        for (const group of groups) {
          const list = representative[group] ?? [];
          const sufficient = statements.filter(({ id }) => {
            const here = of(id, group);
            const there = groups
              .filter((other) => other !== group)
              .map((other) => of(id, other))
              .reduce((sum, { a, d, s }) => ({ a: sum.a + a, d: sum.d + d, s: sum.s + s }), {
                a: 0,
                d: 0,
                s: 0,
              });
            return (["a", "d"] as const).some((side) => {
              const [n1, m1, n2, m2] = [here[side] + 1, here.s + 1, there[side] + 1, there.s + 1];
              const pooled = (n1 + n2) / (m1 + m2);
              const z =
                pooled === 1
                  ? 0
                  : (n1 / m1 - n2 / m2) / Math.sqrt(pooled * (1 - pooled) * (1 / m1 + 1 / m2));
              return z > 1.2816 && 2 * Math.sqrt(m1) * (n1 / m1 - 0.5) > 1.2816;
            });
          });
          expect(list.length).toBeLessThanOrEqual(5);
          const missing = sufficient.filter(({ id }) => !list.some((one) => one.id === id));
          if (list.length < 5) expect(missing).toEqual([]);
          const firstAgainst = list.findIndex(({ direction }) => direction === "disagree");
          if (firstAgainst >= 0) {
            expect(list.slice(firstAgainst).every((one) => one.direction === "disagree")).toBe(
              true,
            );
          }
        }
      }),
    );
  });

  it("is the same in any order of what was said at different moments", () => {
    fc.assert(
      fc.property(someVotes, fc.infiniteStream(fc.nat()), (all, keys) => {
        const timed = all.map((vote, at) => ({ ...vote, at }));
        const shuffled = timed
          .map((vote) => ({ vote, key: keys.next().value ?? 0 }))
          .sort((x, y) => x.key - y.key)
          .map(({ vote }) => vote);
        expect(consensusOf(shuffled)).toEqual(consensusOf(timed));
      }),
    );
  });
});
