import { EVERYBODY, VOTE_POSITIONS, type Vote, type VoteCounts } from "../model";

/** What was counted: per statement everybody, and each group. Statements and groups in natural order. */
export interface Counted {
  groups: string[];
  statements: { id: string; all: VoteCounts; groups: VoteCounts[] }[];
}

/** Far above what anybody asks; below it a participant and a statement are one exact number. */
const MAX_STATEMENTS = 2 ** 22;

/** Collects votes one by one, and keeps of each person the last word on each statement. */
export class VoteCollector {
  private readonly participants = new Map<string, number>();
  private readonly statements = new Map<string, number>();
  private readonly groups = new Map<string, number>();
  /** Of a participant and a statement: where their vote is kept. */
  private readonly places = new Map<number, number>();
  private readonly at: number[] = [];
  private readonly kept: { statement: number; group: number; position: number }[] = [];

  /** @param groups Those that are expected, also when nobody of them votes. */
  constructor(groups: Iterable<string> = []) {
    for (const group of groups) numberOf(this.groups, group);
  }

  /**
   * Takes a vote. The latest by `at` counts for a participant and statement; of two at one moment, the one
   * added last. The group is the one that stands on the vote that counts.
   *
   * @throws RangeError above four million statements.
   */
  add({ participant, group, statement, position, at }: Vote): void {
    const s = numberOf(this.statements, statement);
    if (s >= MAX_STATEMENTS) throw new RangeError("too many statements");
    const key = numberOf(this.participants, participant) * MAX_STATEMENTS + s;
    const g = group === null ? -1 : numberOf(this.groups, group);
    const vote = { statement: s, group: g, position: VOTE_POSITIONS.indexOf(position) };
    const place = this.places.get(key);
    if (place === undefined) {
      this.places.set(key, this.kept.length);
      this.kept.push(vote);
      this.at.push(at);
    } else if (at >= (this.at[place] as number)) {
      this.kept[place] = vote;
      this.at[place] = at;
    }
  }

  get participantCount(): number {
    return this.participants.size;
  }

  /** How many votes count: one per participant and statement. */
  get voteCount(): number {
    return this.kept.length;
  }

  counted(): Counted {
    const groups = [...this.groups.keys()];
    const statements = [...this.statements.keys()].map((id) => ({
      id,
      all: none(),
      groups: groups.map(none),
    }));
    for (const { statement, group, position } of this.kept) {
      const row = statements[statement];
      if (row === undefined) continue;
      count(row.all, position);
      const own = row.groups[group];
      if (own !== undefined) count(own, position);
    }
    const order = groups.map((_, i) => i).sort((a, b) => natural(groups[a], groups[b]));
    return {
      groups: order.map((i) => groups[i] as string),
      statements: statements
        .map((row) => ({ ...row, groups: order.map((i) => row.groups[i] as VoteCounts) }))
        .sort((a, b) => natural(a.id, b.id)),
    };
  }
}

/** Everybody as one group: for votes without declared groups. */
export const inOneGroup = (vote: Omit<Vote, "group">): Vote => ({ ...vote, group: EVERYBODY });

export const none = (): VoteCounts => ({ agree: 0, disagree: 0, pass: 0, seen: 0 });

function count(counts: VoteCounts, position: number): void {
  const name = VOTE_POSITIONS[position];
  if (name === undefined) return;
  counts[name] += 1;
  counts.seen += 1;
}

function numberOf(known: Map<string, number>, name: string): number {
  let number = known.get(name);
  if (number === undefined) {
    number = known.size;
    known.set(name, number);
  }
  return number;
}

const collator = new Intl.Collator("nl", { numeric: true });

/** 2 before 10, and never equal unless they are. */
function natural(a = "", b = ""): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
