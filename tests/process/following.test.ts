import fs from "node:fs";
import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { expect, vi } from "vitest";
import { dossierMember } from "@/db/schema";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { endOnline } from "@/domain/participation/commands";
import { consultationOverview } from "@/domain/participation/queries";
import { HOST } from "@/tests/asking";
import { onlineIn, sentIn } from "@/tests/factories/participation";
import { dossierOf, memberOf, person } from "@/tests/factories/people";
import { serverPlace, within } from "@/tests/processes";
import { linkFor, served } from "@/tests/served";
import { poolerBefore, TestServer, testOnServer } from "@/tests/server";

// Who follows an online consultation at one server, while people react at another on the same database.

const LIMITS = { HERLEID_LIMITS: "1000" };
/** A line finds out within so long that it may not be followed any more. */
const BEAT_MS = 15_000;

/** A page that is followed: what was heard, with when. */
function follow(port: number, path: string, cookie: string) {
  const heard: { words: string; at: number }[] = [];
  const state = { heard, status: 0, ended: false, close: () => void request.destroy() };
  const headers = { cookie, accept: "text/event-stream" };
  const request = http.request({ host: HOST, port, path, headers, agent: false }, (response) => {
    state.status = response.statusCode ?? 0;
    response.setEncoding("utf8").on("data", (words: string) => {
      heard.push({ words, at: Date.now() });
    });
    response.once("close", () => {
      state.ended = true;
    });
  });
  // Cut off when it is let go of.
  request.on("error", () => {});
  request.end();
  return state;
}
const changes = ({ heard }: ReturnType<typeof follow>) =>
  heard.filter(({ words }) => words.includes("changed"));

/** Reacts at a server, without scripts. @returns when the answer to sending had come. */
async function react(
  { ask, address }: Awaited<ReturnType<typeof served>>,
  { code, statements }: { code: string; statements: string[] },
  words: string,
): Promise<number> {
  let cookie = "";
  const post = async (fields: Record<string, string>) => {
    const { status, headers } = await ask(`/inbreng/${code}/insturen`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", origin: address, cookie },
      body: new URLSearchParams(fields).toString(),
    });
    expect(status).toBe(303);
    const set = (headers["set-cookie"] ?? []).map((one) => one.split(";")[0] ?? "");
    if (set.length > 0) cookie = set.join("; ");
    return headers.location;
  };
  await post({ act: "begin", groupId: "" });
  await post({
    ...{ act: "save", go: "check", at: "1", "id.1": statements[0] ?? "", "seen.1": "0" },
    ...{ "position.1": "agree", "text.1": words },
  });
  expect(await post({ act: "send", submissionKey: `sleutel-van-${words}` })).toMatch(/ontvangen$/);
  return Date.now();
}

const megabytes = (pid: number) =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;

testOnServer(
  "a reaction sent at one server is heard at the other within a second, also after the database was restarted, and by nobody else",
  // What else a busy machine does can only make it longer.
  { retry: 1 },
  async () => {
    const server = await TestServer.start();
    const place = await serverPlace(server.address());
    const made = await within(place, async () => {
      const actor = await person();
      const scope = await dossierOf(actor);
      const online = await onlineIn(scope);
      const other = await onlineIn(await dossierOf(actor));
      const helper = await person();
      await memberOf(scope, "reviewer", helper);
      return {
        ...{ actor, scope, online, other, helper, stranger: await person() },
        links: [await linkFor(actor.id), await linkFor(helper.id)],
      };
    });
    const { scope, online, other, helper } = made;
    const stranger = await within(place, () => linkFor(made.stranger.id));
    const [one, two] = [await served(place, LIMITS), await served(place, LIMITS)];
    const [mine = "", theirs = ""] = [
      await two.signIn(made.links[0] ?? ""),
      await two.signIn(made.links[1] ?? ""),
    ];
    const pathOf = (slug: string, id: string) =>
      `/dossiers/${slug}/consultaties/${id}/online/volgen`;
    const page = pathOf(scope.slug, online.consultationId);
    const own = follow(two.port, `${page}/stroom`, mine);
    const helping = follow(two.port, `${page}/stroom`, theirs);
    const [otherSlug] = await server.ask<{ slug: string }>(
      `select slug from dossier d join online_consultation o on o.dossier_id = d.id
        where o.consultation_id = '${other.consultationId}'`,
      new URL(place.env.DATABASE_URL ?? "").pathname.slice(1),
    );
    const elsewhere = follow(
      two.port,
      `${pathOf(otherSlug?.slug ?? "", other.consultationId)}/stroom`,
      mine,
    );
    // Who is not in it gets nothing at all, nor who asks by the address of another dossier.
    const outside = await two.signIn(stranger);
    const refused = [
      follow(two.port, `${page}/stroom`, outside),
      follow(two.port, `${page}/stroom`, ""),
      follow(two.port, `${pathOf(otherSlug?.slug ?? "", online.consultationId)}/stroom`, mine),
    ];
    await vi.waitFor(() => expect(refused.map(({ status }) => status)).toEqual([404, 401, 404]));
    // Of who asks for the head alone nobody would see that they left.
    const headers = { cookie: mine, accept: "text/event-stream" };
    const head = await two.ask(`${page}/stroom`, { method: "HEAD", headers });
    expect(head.status).toBe(406);
    const all = [own, helping, elsewhere];
    await vi.waitFor(
      () => expect(all.map((one) => changes(one).length)).toEqual([1, 1, 1]),
      20_000,
    );

    // At most one message a second: the pause after the first is no wait for this one.
    await sleep(1_500);
    const sent = await react(one, online, "De bus komt te laat.");
    await vi.waitFor(() => expect(changes(own)).toHaveLength(2), 5_000);
    const took = (changes(own)[1]?.at ?? 0) - sent;
    expect(took).toBeLessThan(1_000);
    expect(changes(helping)).toHaveLength(2);
    expect(changes(elsewhere)).toHaveLength(1);
    // What they ask then has it.
    const { body } = await two.ask(page, { headers: { cookie: mine } });
    expect(body).toContain("De bus komt te laat.");

    await server.control("restart");
    // Listening again tells everybody to ask again.
    await vi.waitFor(() => expect(changes(elsewhere).length).toBeGreaterThan(1), 20_000);
    await sleep(1_500);
    const before = changes(own).length;
    const after = await react(one, online, "Na de herstart.");
    await vi.waitFor(() => expect(changes(own).length).toBeGreaterThan(before), 5_000);
    const tookAfter = (changes(own)[before]?.at ?? 0) - after;
    expect(tookAfter).toBeLessThan(1_000);
    console.log(`heard after ${took} ms, and after the restart after ${tookAfter} ms`);

    // Somebody who is taken out of the dossier hears nothing of what comes after.
    await within(place, async ({ db }) => {
      await db.delete(dossierMember).where(eq(dossierMember.accountId, helper.id));
    });
    const had = changes(helping).length;
    await react(one, online, "Zonder wie eruit is.");
    await vi.waitFor(() => expect(helping.ended).toBe(true), BEAT_MS + 5_000);
    expect(changes(helping)).toHaveLength(had);
    expect(helping.heard.at(-1)?.words).toBe("event: over\ndata:\n\n");

    // Closed: it is over for everybody, and nobody begins.
    await within(place, async () => {
      const again = await openDossierToRead(made.actor, scope.slug);
      const now = await consultationOverview(again, online.consultationId);
      await endOnline(again, {
        consultationId: online.consultationId,
        lockVersion: now?.lockVersion ?? 0,
      });
    });
    await vi.waitFor(() => expect(own.ended).toBe(true), 5_000);
    expect(own.heard.at(-1)?.words).toBe("event: over\ndata:\n\n");
    const late = follow(two.port, `${page}/stroom`, mine);
    await vi.waitFor(() => expect(late.status).toBe(204));
    expect(elsewhere.ended).toBe(false);

    // A server that stops lets go of who follows, and does not wait for them.
    const stopping = Date.now();
    two.child.kill("SIGTERM");
    expect((await two.ended).code).toBe(0);
    expect(Date.now() - stopping).toBeLessThan(6_000);
    expect(elsewhere.ended).toBe(true);
  },
);

// What was thrown away and not yet swept up counts as well, so it can only be more than a page costs.
testOnServer("two hundred pages that are followed cost less than 60 MB", { retry: 1 }, async () => {
  const server = await TestServer.start();
  const place = await serverPlace(server.address());
  const { scope, online, link } = await within(place, async () => {
    const actor = await person();
    const scope = await dossierOf(actor);
    return { scope, online: await onlineIn(scope), link: await linkFor(actor.id) };
  });
  const app = await served(place, LIMITS);
  const cookie = await app.signIn(link);
  const path = `/dossiers/${scope.slug}/consultaties/${online.consultationId}/online/volgen/stroom`;
  const open = async (count: number) => {
    const pages = Array.from({ length: count }, () => follow(app.port, path, cookie));
    await vi.waitFor(() => expect(pages.every(({ heard }) => heard.length > 0)).toBe(true), 60_000);
    return pages;
  };
  // What is loaded at the first ones is not what a page costs.
  for (const page of await open(60)) page.close();
  await sleep(2_000);
  const before = megabytes(app.server);
  const pages = await open(200);
  await sleep(BEAT_MS + 1_000);
  const cost = megabytes(app.server) - before;
  const sent = await react(app, online, "Dit hoort iedereen.");
  await vi.waitFor(
    () => expect(pages.every((page) => (changes(page).at(-1)?.at ?? 0) >= sent - 500)).toBe(true),
    10_000,
  );
  const slowest = Math.max(...pages.map((page) => (changes(page).at(-1)?.at ?? 0) - sent));
  const listening = await server.ask<{ n: number }>(
    "select count(*)::int as n from pg_stat_activity where query ilike 'listen%herleid_live%'",
  );
  expect(listening[0]?.n).toBe(1);
  console.log(`200 pages: ${cost.toFixed(1)} MB; all heard within ${slowest} ms`);
  expect(cost).toBeLessThan(60);
});

testOnServer(
  "behind a pooler that cannot listen, the direct address is asked",
  { pooler: true },
  async () => {
    const server = await TestServer.start();
    const place = await serverPlace(server.address());
    const name = new URL(place.env.DATABASE_URL ?? "").pathname;
    const { scope, online, link } = await within(place, async () => {
      const actor = await person();
      const scope = await dossierOf(actor);
      return { scope, online: await onlineIn(scope), link: await linkFor(actor.id) };
    });
    const pooled = new URL(await poolerBefore(server));
    pooled.pathname = name;
    const app = await served(
      {
        ...place,
        env: {
          ...place.env,
          DATABASE_URL: pooled.href,
          DATABASE_DIRECT_URL: server.address(name.slice(1)),
        },
      },
      LIMITS,
    );
    const cookie = await app.signIn(link);
    const path = `/dossiers/${scope.slug}/consultaties/${online.consultationId}/online/volgen/stroom`;
    const page = follow(app.port, path, cookie);
    await vi.waitFor(() => expect(changes(page)).toHaveLength(1), 20_000);
    await within(place, () => sentIn(online, ["Door de pooler heen."]));
    await vi.waitFor(() => expect(changes(page)).toHaveLength(2), 5_000);
    page.close();
  },
);
