import { expect, test } from "vitest";
import { DomainError } from "../kernel/errors";
import { readGroups, readVotes, type VoteFile } from "./formats";
import { consensusIn } from "./rules";

/** A file in pieces of so many bytes. */
function file(content: string | Uint8Array, size = 1_000): VoteFile {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return {
    name: "stemmen.csv",
    chunks: (async function* () {
      for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
    })(),
  };
}

async function counts(content: string, size?: number) {
  const { statements } = consensusIn((await readVotes(file(content, size), null)).counted());
  return Object.fromEntries(
    statements.map(({ id, groups: { all } }) => [id, [all?.agree, all?.disagree, all?.pass]]),
  );
}

const refused = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(DomainError);
  return { key: error.key, ...error.params };
};

const EXPORT =
  'timestamp,datetime,comment-id,voter-id,vote\r\n1500359783808,"Mon Jul 17, 2017",0,7,1\r\n1500359783809,x,0,8,-1\r\n1500359783810,x,1,7,0\r\n';

test.each([1, 7, 1_000])("what Polis publishes is read, in pieces of %i bytes", async (size) => {
  expect(await counts(EXPORT, size)).toEqual({ "0": [1, 1, 0], "1": [0, 0, 1] });
});

test.each([
  ["a mark in front, and another order", "\ufeffvote,voter-id,comment-id,timestamp\n1,a,é🚌,5"],
  ["semicolons, and capitals", "Vote;Voter-ID;Comment-id;Timestamp;x,y\n 1 ;a;é🚌;5;z"],
  [
    "tabs, and lines without anything",
    "vote\tvoter-id\tcomment-id\ttimestamp\r\r1.0\ta\té🚌\t5\r\r",
  ],
])("so is %s", async (_, content) => {
  for (const size of [1, 1_000]) expect(await counts(content, size)).toEqual({ "é🚌": [1, 0, 0] });
});

test("moments may be written out", async () => {
  const rows =
    "timestamp,comment-id,voter-id,vote\n2026-11-26T20:00:00Z,1,a,1\n2026-11-25,1,a,-1\n";
  expect(await counts(rows)).toEqual({ "1": [1, 0, 0] });
});

const HEAD = "timestamp,comment-id,voter-id,vote\n";
test.each([
  ["", { key: "consensus.errors.empty" }],
  ["timestamp,comment-id,vote\n", { key: "consensus.errors.noColumn", column: "voter-id" }],
  [`vote,${HEAD}`, { key: "consensus.errors.twice", column: "vote" }],
  [`${HEAD}1,1,1,1\n1,1,1,2\n`, { key: "consensus.errors.badVote", row: 3, column: "vote" }],
  [`${HEAD}1,1,1\n`, { key: "consensus.errors.badVote", row: 2, column: "vote" }],
  [`${HEAD}x,1,1,1\n`, { key: "consensus.errors.badMoment", row: 2, column: "timestamp" }],
  [`${HEAD}1,1,1,1\n2026-11-26,1,1,1\n`, { key: "consensus.errors.badMoment", row: 3 }],
  [`${HEAD}1,,1,1\n`, { key: "consensus.errors.noValue", row: 2, column: "comment-id" }],
  [`${HEAD}1,1,${"x".repeat(201)},1\n`, { key: "consensus.errors.tooLong", column: "voter-id" }],
  [`${HEAD}1,1,1,1\n1,1,"1,1\n`, { key: "consensus.errors.notCsv", row: 3 }],
])("%j is refused with its place", async (content, what) => {
  expect(await refused(readVotes(file(content), null))).toMatchObject(what);
});

test("what is no UTF-8 is refused", async () => {
  const bytes = new Uint8Array([...new TextEncoder().encode(HEAD), 0x31, 0xe9, 0x0a]);
  expect((await refused(readVotes(file(bytes), null))).key).toBe("consensus.errors.notUtf8");
});

test("groups are read, and nobody is in two", async () => {
  const groups = await readGroups(file("group,voter-id,naam\nouders,1,x\n,2,\nouders,1,x\n"));
  expect([...groups]).toEqual([["1", "ouders"]]);
  const rows = `${HEAD}1,1,1,1\n1,1,2,-1\n`;
  const { statements, overall } = consensusIn((await readVotes(file(rows), groups)).counted());
  expect(Object.keys(statements[0]?.groups ?? {})).toEqual(["ouders"]);
  expect(overall).toEqual({ agree: [], disagree: [] });
  expect(await refused(readGroups(file("voter-id,group\n1,a\n1,b\n")))).toMatchObject({
    key: "consensus.errors.twoGroups",
    row: 3,
  });
});

test("too many combinations of statements and groups are refused", async () => {
  const groups = new Map(Array.from({ length: 2_000 }, (_, i) => [`${i}`, `g${i}`]));
  const rows = Array.from({ length: 600 }, (_, i) => `1,${i},1,1\n`).join("");
  expect((await refused(readVotes(file(HEAD + rows), groups))).key).toBe(
    "consensus.errors.tooManyCounts",
  );
});
