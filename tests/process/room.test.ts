import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { roomScreen } from "@/domain/room/queries";
import { askerOf, HOST } from "@/tests/asking";
import { dossierOf, person, SYSTEM } from "@/tests/factories/people";
import { roomIn } from "@/tests/factories/room";
import { atEnd, type DataPlace, dataPlace, serverPlace, within } from "@/tests/processes";
import { served } from "@/tests/served";
import { TestServer, testOnServer } from "@/tests/server";

// Forty phones in a room behind one access point that goes away: every vote is counted, and once. What the note-taker
// types meanwhile is in room.spec.ts, in a browser.

const PHONES = 40;
const CUT_AFTER = 12;
const CUT_MS = 60_000;
const AGAIN_MS = 500;
/** On its way back through the access point. */
const SLOW_MS = 50;
const LATE_MS = 15_000;
const LIMITS = { HERLEID_LIMITS: "1000" };

/** An access point before a server, that can be cut: what is under way gets no answer, though it may have arrived. */
async function accessPoint(port: number) {
  const open = new Set<net.Socket>();
  let cut = false;
  const point = net.createServer((phone) => {
    if (cut) return phone.destroy();
    const server = net.connect(port, HOST);
    for (const one of [phone, server]) {
      open.add(one);
      one.on("error", () => {});
      one.on("close", () => open.delete(one));
    }
    phone.on("close", () => server.destroy());
    phone.pipe(server);
    // Slow enough that answers are under way when it is cut.
    server.on("data", (bytes) => setTimeout(() => phone.destroyed || phone.write(bytes), SLOW_MS));
    server.on("close", () => setTimeout(() => phone.end(), 2 * SLOW_MS));
  });
  await new Promise<void>((resolve) => point.listen(0, HOST, resolve));
  atEnd(async () => {
    for (const one of open) one.destroy();
    await new Promise((resolve) => point.close(resolve));
  });
  return {
    port: (point.address() as net.AddressInfo).port,
    cutFor: async (milliseconds: number) => {
      cut = true;
      const under = open.size;
      for (const one of open) one.destroy();
      await sleep(milliseconds);
      cut = false;
      return under;
    },
  };
}

async function fortyPhones(place: DataPlace): Promise<void> {
  const { actor, slug, room } = await within(place, async () => {
    const actor = await person();
    const scope = await dossierOf(actor);
    return { actor, slug: scope.slug, room: await roomIn(scope) };
  });
  const app = await served(place, LIMITS);
  const wifi = await accessPoint(app.port);
  const ask = askerOf(wifi.port);
  let lost = 0;
  let voted = 0;
  const patient = async <Answer>(what: () => Promise<Answer>): Promise<Answer> => {
    for (;;) {
      try {
        // An answer that broke off in the middle never ends.
        const late = sleep(LATE_MS).then(() => Promise.reject(new Error("socket hang up")));
        return await Promise.race([what(), late]);
      } catch (error) {
        if (!/socket hang up|ECONN/.test(String(error))) throw error;
        lost++;
        await sleep(AGAIN_MS);
      }
    }
  };
  const [statement = ""] = room.statements;
  let slowest = 0;
  const phone = async (n: number) => {
    let cookie = "";
    // Half of them scanned the code of their group.
    const code = n % 2 === 0 ? room.groupCode : room.code;
    const post = (fields: Record<string, string>) =>
      patient(async () => {
        const at = Date.now();
        const { status, headers } = await ask(`/inbreng/${code}/insturen`, {
          method: "POST",
          headers: {
            "content-type": "application/x-www-form-urlencoded",
            origin: app.address,
            cookie,
          },
          body: new URLSearchParams(fields).toString(),
        });
        expect(status).toBe(303);
        slowest = Math.max(slowest, Date.now() - at);
        const set = (headers["set-cookie"] ?? []).map((one) => one.split(";")[0] ?? "");
        if (set.length > 0) cookie = set.join("; ");
        return headers.location;
      });
    expect(await post({ act: "begin", groupId: "" })).toBe(`/inbreng/${code}/stelling/1`);
    const { body } = await patient(() => ask(`/inbreng/${code}/scherm`, {}));
    expect(JSON.parse(body)).toEqual({ n: 1 });
    const vote = {
      ...{ act: "save", go: "vote", at: "1", "id.1": statement, "seen.1": "0" },
      "position.1": n % 4 === 0 ? "disagree" : "agree",
    };
    expect(await post(vote)).toBe(`/inbreng/${code}/stelling/1`);
    voted++;
    // Some press again: it is the same vote.
    if (n % 5 === 0) await post(vote);
  };
  const all = Promise.all(Array.from({ length: PHONES }, (_, n) => phone(n)));
  // When one of them is refused there is nothing to wait for.
  let over = false;
  const done = all.finally(() => {
    over = true;
  });
  done.catch(() => {});
  while (voted < CUT_AFTER && !over) await sleep(20);
  const under = await wifi.cutFor(CUT_MS);
  await done;
  expect(lost).toBeGreaterThan(0);
  console.log(
    `${PHONES} phones, ${under} connections cut, ${lost} questions lost; slowest answer ${slowest} ms`,
  );
  app.child.kill("SIGTERM");
  await app.ended;
  await within(place, async () => {
    const screen = await roomScreen(await openDossierToRead(actor, slug), room.consultationId);
    expect(screen?.voted).toBe(PHONES);
    const sum = { agree: 0, disagree: 0 };
    for (const { positions } of screen?.results ?? []) {
      sum.agree += positions?.agree ?? 0;
      sum.disagree += positions?.disagree ?? 0;
    }
    expect(sum).toEqual({ agree: 30, disagree: 10 });
    expect((await verifyAudit(administer(SYSTEM))).faults).toEqual([]);
  });
}

test("forty phones whose connection is cut all vote, and each once", async () => {
  await fortyPhones(await dataPlace());
});

testOnServer("the same on a server", {}, async () => {
  const server = await TestServer.start();
  await fortyPhones(await serverPlace(server.address()));
});
