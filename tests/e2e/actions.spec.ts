import { addresses } from "@/components/addresses";
import { ofChain } from "@/db/audit";
import type { KeptHeads } from "@/domain/audit/model";
import { ACTIONS, type Action, AS_SHOWN, FREE_ACTIONS } from "./action-table";
import { actionId, actionsInSource, callAction } from "./actions";
import { everybody } from "./people";
import { expect, test } from "./test";
import { type Anybody, E2E_ADDRESS, EVERYBODY, type World } from "./world";

// In order: the author's turn comes after everybody else's, and builds on the action before.
test.describe.configure({ mode: "default" });

const as = everybody();
/** Tells this run from an earlier one on the same server. */
const RUN = Date.now();

/** What the log says of a reviewer: they adopt what they did not write, too. */
const REVIEWS = [
  "review.approve",
  "review.return",
  "review.check",
  "review.takeBack",
  "edition.adopt",
];

/** Actions that may be done twice from one form, and why. */
const MAY_REPEAT: Record<string, string> = {
  "app/beheer/gebruikers/[account]/actions.ts makeLink":
    "its answer holds a secret, and that is stored nowhere",
  "app/dossiers/[dossier]/bronnen/[source]/correctie/aanwezigen/actions.ts renew":
    "its answer holds a secret, and that is stored nowhere",
};

/** What a form says when something went wrong that nobody thought of: with a number, under which it was logged. */
const OUR_FAULT = /noem dan nummer [0-9a-f]{8}/;

const titleOf = ({ file, name }: { file: string; name: string }) => `${file} ${name}`;

test("every server action is in the table, and nothing else", () => {
  const inTable = [...ACTIONS.map(titleOf), ...Object.keys(FREE_ACTIONS)];
  expect(inTable.sort()).toEqual(actionsInSource().map(titleOf).sort());
});

for (const action of ACTIONS) {
  test(`${titleOf(action)} writes nothing for who may not`, async ({ world }) => {
    const target = targetOf(action, world);
    const refused = EVERYBODY.filter((visitor) => !action.allowed.includes(visitor));
    const before = await logged(action, world);
    const answers = await Promise.all(
      refused.map(
        async (visitor) => [visitor, await call(action, visitor, target, world)] as const,
      ),
    );
    for (const [visitor, answer] of answers) {
      if (visitor === "nobody") expect.soft(answer.status()).toBe(401);
      // Outsiders do not even learn that it is there.
      else if (!action.logged && ["stranger", "administrator"].includes(visitor)) {
        expect.soft(answer.status(), visitor).toBe(404);
      }
    }
    expect(await logged(action, world), `${refused.join(", ")} wrote`).toBe(before);
  });

  if (action.logged !== undefined || action.namesAccount) continue;
  test(`${titleOf(action)} does nothing with things of another dossier`, async ({ world }) => {
    const target = { ...world.target, slug: world.other.slug };
    const ids = JSON.stringify(action.call(target, world)).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g);
    // Without an id of another dossier it is the stranger's own work.
    if (!ids) return;
    const both = () => rowsIn(world, world.target.slug, world.other.slug);
    // That somebody saw the names in a dossier is logged once, and is not what is tried here.
    await as("stranger").get(`${E2E_ADDRESS}${action.at(target, world)}`);
    const before = await both();
    await call(action, "stranger", target, world);
    expect(await both()).toEqual(before);
  });
}

test("called by hand, with nothing or without its form, each is refused and nothing is our fault", async ({
  world,
}) => {
  test.setTimeout(300_000);
  for (const action of ACTIONS) {
    const [visitor = "author"] = action.allowed;
    const target = targetOf(action, world);
    const address = `${E2E_ADDRESS}${action.at(target, world)}`;
    const id = actionId(action) ?? "";
    const empty = await as(visitor).post(address, {
      headers: { "next-action": id, origin: E2E_ADDRESS },
    });
    expect.soft(empty.status(), titleOf(action)).toBe(400);
    expect.soft(await empty.text(), titleOf(action)).toContain("er kwam geen formulier mee");
    const { args = [], fields } = action.call(target, world);
    if (!fields) continue;
    for (const sent of [args, [...args, { title: "geen formulier" }]]) {
      const answer = await callAction(as(visitor), address, id, sent);
      expect.soft(answer.status(), titleOf(action)).toBeLessThan(500);
      expect.soft(await answer.text(), titleOf(action)).not.toMatch(OUR_FAULT);
    }
  }
});

test("who may not write has nowhere written anything", async ({ world }) => {
  for (const visitor of ["reviewer", "stakeholder", "stranger"] as const) {
    const wie = world.names[visitor];
    const all = await count({ wie });
    const signedIn = await count({ wie, handeling: "session.start" });
    const own = visitor === "stranger" ? await count({ wie, dossier: world.other.slug }) : 0;
    // The stranger's own dossier was begun and filled before the tests; its log began in another.
    const begun = await count({ wie, handeling: "chain.start" });
    // To review is what a reviewer is there for, and writes no word of a requirement.
    let reviewed = 0;
    for (const handeling of visitor === "reviewer" ? REVIEWS : []) {
      reviewed += await count({ wie, handeling });
    }
    expect(all, visitor).toBe(signedIn + own + begun + reviewed);
  }
});

for (const action of ACTIONS) {
  test(`${titleOf(action)} works for who may`, async ({ world }) => {
    const [visitor = "author"] = action.allowed;
    const before = await logged(action, world);
    const answer = await call(action, visitor, targetOf(action, world), world);
    const said = await answer.text();
    expect(answer.status(), said).toBeLessThan(400);
    const after = await logged(action, world);
    if (action.writesNothing) expect(after).toBe(before);
    else expect(after, said.slice(0, 2_000)).toBeGreaterThan(before);
    if (titleOf(action) in MAY_REPEAT || !action.call(world.target, world).fields) return;
    const again = async () => {
      const until = await logged(action, world);
      const second = await call(action, visitor, targetOf(action, world), world);
      expect(second.status(), "pressed twice").toBeLessThan(400);
      expect(await logged(action, world), "pressed twice, done once").toBe(until);
    };
    // Another test, or a job in the background, may write at the same moment, though not each time.
    await expect(again).toPass({ timeout: 10_000 });
  });
}

function targetOf(action: Action, world: World): World["target"] {
  return action.inBare ? { ...world.target, slug: world.bare } : world.target;
}

async function call(action: Action, visitor: Anybody, target: World["target"], world: World) {
  const id = actionId(action);
  if (!id) throw new Error(`no page uses ${titleOf(action)}`);
  const { args = [], fields } = action.call(target, world);
  // The same every time: the form of one page, as it was opened once.
  if (fields) fields.submissionKey = `${RUN} ${visitor} ${titleOf(action)}`;
  const address = `${E2E_ADDRESS}${action.at(target, world)}`;
  if (fields?.lockVersion === AS_SHOWN) {
    const form = `${visitor} ${titleOf(action)}`;
    const shown = SHOWN.get(form) ?? (await versionAt(visitor, address));
    SHOWN.set(form, shown);
    fields.lockVersion = shown;
  }
  return callAction(as(visitor), address, id, args, fields);
}

/** What a form said when it was opened: pressed again, it says the same. */
const SHOWN = new Map<string, string>();

async function versionAt(visitor: Anybody, address: string): Promise<string> {
  const page = await (await as(visitor).get(address)).text();
  return /name="lockVersion" value="(\d+)"/.exec(page)?.[1] ?? "0";
}

/** How many rows the log has that a call could add to: in the target, or of this action. */
async function logged(action: Action, world: World): Promise<number> {
  if (action.logged === undefined) {
    const [rows = 0] = await rowsIn(world, targetOf(action, world).slug);
    return rows;
  }
  const wie = action.by ? world.names[action.by] : "";
  // Other tests do the same in dossiers of their own.
  const { slug } = targetOf(action, world);
  const dossier = action.file.startsWith("app/dossiers/[dossier]/") ? slug : "";
  return count({ handeling: action.logged, wie, dossier });
}

/**
 * How many rows the log has of each of these dossiers, by how far their chains are: every row stands in one. It is asked a
 * thousand times, and costs a fifth of drawing the log.
 */
async function rowsIn(world: World, ...slugs: string[]): Promise<number[]> {
  const answer = await as("administrator").get(addresses.auditHeads());
  const { heads } = (await answer.json()) as KeptHeads;
  return slugs.map((slug) => {
    const own = heads.filter(({ chain }) => ofChain(chain) === world.dossierIds[slug]);
    expect(own, `the chains of ${slug}`).not.toEqual([]);
    return own.reduce((rows, { n }) => rows + n, 0);
  });
}

async function count(query: Record<string, string>): Promise<number> {
  const answer = await as("administrator").get(`/beheer/logboek?${new URLSearchParams(query)}`);
  const page = (await answer.text()).replaceAll("<!-- -->", "");
  const [, found] = page.match(/([\d.]+) gebeurtenis(?:sen)?, nieuwste eerst/) ?? [];
  if (found) return Number(found.replaceAll(".", ""));
  expect(page, "the log").toContain("Geen gebeurtenissen");
  return 0;
}
