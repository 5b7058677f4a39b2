import http from "node:http";
import net from "node:net";
import { describe, expect, test } from "vitest";
import { disableAccount, enableAccount } from "@/domain/accounts/commands";
import { administer } from "@/domain/accounts/gate";
import { MAX_FORM_BYTES } from "@/domain/kernel/submission";
import { LIMITS } from "@/edge/limits";
import { type Answer, HOST, press } from "../asking";
import { dossierOf, memberOf, person, SYSTEM } from "../factories/people";
import { type DataPlace, dataPlace, onceForAll, within } from "../processes";
import { linkFor, served } from "../served";

/** What stands before the pages, asked over the network as no browser would ask it. */

const MEGABYTE = 1024 * 1024;

/** A dossier with its author, and somebody who is in none. */
async function world(place: DataPlace) {
  return within(place, async () => {
    const author = await person();
    const scope = await dossierOf(author);
    const stakeholder = await person({ kind: "guest" });
    await memberOf(scope, "stakeholder", stakeholder);
    const stranger = await person();
    return {
      slug: scope.slug,
      author: await linkFor(author.id),
      again: await linkFor(author.id),
      stakeholder: await linkFor(stakeholder.id),
      stranger: await linkFor(stranger.id),
    };
  });
}

/** The app with its own limits, for the tests that leave it as it was: each signs in with links of its own. */
const running = onceForAll(async () => {
  const place = await dataPlace();
  const worlds = {
    headers: await world(place),
    refusals: await world(place),
    bodies: await world(place),
  };
  const sessions = { ending: await world(place), unopened: await world(place) };
  const off = await within(place, async () => {
    const { id } = await person();
    const link = await linkFor(id);
    await disableAccount(administer(SYSTEM), { accountId: id });
    await enableAccount(administer(SYSTEM), { accountId: id });
    return link;
  });
  return { ...worlds, ...sessions, off, ...(await served(place)) };
});

describe("every answer", () => {
  test("carries the security headers, whoever makes it, and believes no header", async () => {
    const { port, ask, signIn, headers: known } = running();
    const { slug, author } = known;
    const cookie = await signIn(author);
    const page = await ask("/");
    const [file = ""] = /\/_next\/static\/[^"]+\.js/.exec(page.body) ?? [];
    const evil = { "x-forwarded-host": "kwaad.example", "x-forwarded-proto": "https" };
    const answers: Record<string, Answer> = {
      page,
      file: await ask(file),
      icon: await ask("/icon.svg"),
      "file that is not there": await ask("/_next/static/nergens.js"),
      "page that is not there": await ask("/nergens"),
      "way to the sign-in page": await ask(`/dossiers/${slug}`),
      "slash at the end": await ask("/aanmelden/"),
      "two slashes": await ask("//aanmelden"),
      "broken address": await ask("/%ff"),
      NUL: await ask(`/dossiers/${slug}?zoek=%00`),
      health: await ask("/api/health"),
      "not allowed": await ask("/api/health", { method: "DELETE" }),
      "from elsewhere": await ask("/", {
        method: "POST",
        headers: { origin: "http://kwaad.example" },
      }),
      upload: await ask(`/dossiers/${slug}/bronnen/opsturen`, { headers: { cookie } }),
      "other host": await ask("/", { headers: { host: "kwaad.example", ...evil, cookie } }),
      "way, by another host": await ask(`/dossiers/${slug}`, {
        headers: { ...evil, host: "kwaad.example" },
      }),
    };
    for (const [what, { status, headers, body }] of Object.entries(answers)) {
      const said = `${what} (${status})`;
      expect.soft(headers["x-content-type-options"], said).toBe("nosniff");
      expect.soft(headers["x-frame-options"], said).toBe("DENY");
      expect.soft(headers["referrer-policy"], said).toBe("same-origin");
      expect.soft(headers["content-security-policy"], said).toContain("frame-ancestors 'none'");
      expect.soft(JSON.stringify(headers) + body, said).not.toContain("kwaad.example");
    }
    const statuses = Object.fromEntries(
      Object.entries(answers).map(([what, { status }]) => [what, status]),
    );
    expect(statuses).toMatchObject({
      page: 200,
      file: 200,
      "page that is not there": 404,
      "broken address": 400,
      NUL: 400,
      "from elsewhere": 403,
    });
    for (const line of ["GET / HTTP/9.9\r\n\r\n", "flauwekul\r\n\r\n"]) {
      const raw = await rawAnswer(port, line);
      expect(raw).toMatch(/^HTTP\/1.1 400 /);
      expect(raw).toMatch(/x-content-type-options: nosniff/i);
    }
  });

  test("that refuses a page says so in the page, without a script", async () => {
    const { ask, signIn, refusals } = running();
    const { slug, stakeholder } = refusals;
    const cookie = await signIn(stakeholder);
    for (const [path, status, words] of [
      [`/dossiers/${slug}/kernwaarden`, 403, "U hebt hier geen toegang"],
      ["/beheer/gebruikers", 403, "U hebt hier geen toegang"],
      ["/dossiers/bestaat-niet/pve", 404, "Deze pagina is er niet"],
      ["/nergens/te/vinden", 404, "Deze pagina is er niet"],
      ["/geweigerd/403", 404, "Deze pagina is er niet"],
    ] as const) {
      for (const encoding of ["identity", "gzip"]) {
        const headers = { cookie, "accept-encoding": encoding, "x-herleid-refusal": "1" };
        const answer = await ask(path, { headers });
        expect.soft(answer.status, path).toBe(status);
        expect.soft(answer.headers["content-encoding"] ?? "identity", path).toBe(encoding);
        if (encoding === "identity") expect.soft(answer.body, path).toContain(words);
      }
      expect.soft((await ask(path, { method: "HEAD", headers: { cookie } })).status).toBe(status);
    }
  });
});

function rawAnswer(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = net.connect(port, HOST, () => socket.write(text));
    socket.setEncoding("utf8").on("data", (part) => {
      answer += part;
    });
    socket.once("error", reject).once("close", () => resolve(answer));
  });
}

describe("asking too much", () => {
  test("of sign-in links is refused, with when to come back, and others go on", async () => {
    const place = await dataPlace();
    const { author } = await world(place);
    // A tenth, so that the test need not ask for long.
    const env = { HERLEID_TRUSTED_PROXY: "loopback", HERLEID_LIMITS: "0.1" };
    const { ask, signIn } = await served(place, env);
    const from = (address: string) => ({ "x-forwarded-for": address, accept: "text/html" });
    const tried = LIMITS.secret.points / 10 + 20;
    const statuses: number[] = [];
    for (let n = 0; n < tried; n += 1) {
      // The visitor's own header does not help: the proxy writes at the end.
      const headers = from(`10.9.9.${n % 250}, 198.51.100.7`);
      statuses.push((await ask(`/aanmelden/gok-${n}`, { method: "HEAD", headers })).status);
    }
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
    const refused = await ask("/aanmelden/gok", { headers: from("198.51.100.7") });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(refused.body).toContain("te veel gevraagd");
    expect((await ask("/aanmelden/gok", { headers: from("198.51.100.8") })).status).toBe(200);
    await expect(signIn(author)).resolves.toContain("session-token");
  });

  test("counts by account for who is signed in: a town hall has one address", async () => {
    const place = await dataPlace();
    const { author, stranger } = await world(place);
    const { ask, signIn } = await served(place, { HERLEID_LIMITS: "0.02" });
    const [one, other] = [await signIn(author), await signIn(stranger)];
    const statusFor = async (cookie: string) =>
      (await ask("/icon.png", { headers: { cookie } })).status;
    for (let n = 0; n < LIMITS.account.points / 50; n += 1) expect(await statusFor(one)).toBe(404);
    expect(await statusFor(one)).toBe(429);
    expect(await statusFor(other)).toBe(404);
    // A cookie that is none of ours gives nobody an allowance of their own.
    for (let n = 0; n < LIMITS.address.points / 50; n += 1)
      await statusFor(`next-auth.session-token=${n}`);
    expect(await statusFor("next-auth.session-token=nog-een")).toBe(429);
  });
});

describe("a body", () => {
  test("that is too large is refused unread, in our words, and the answers of others come meanwhile", async () => {
    const { port, address, ask, signIn, bodies } = running();
    const { slug, author, stranger } = bodies;
    const [own, other] = [await signIn(author), await signIn(stranger)];
    const post = (path: string, bytes: number, headers: Record<string, string>) =>
      ask(path, {
        method: "POST",
        body: Buffer.alloc(bytes, "a"),
        headers: { origin: address, accept: "text/html", ...headers },
      });
    for (const [bytes, cookie] of [
      [10 * MEGABYTE, ""],
      [MAX_FORM_BYTES + 1, ""],
      [14 * MEGABYTE, own],
    ] as const) {
      const answer = await post("/aanmelden", bytes, { cookie, "next-action": "0".repeat(42) });
      expect(answer.status).toBe(413);
      expect(answer.body).toMatch(/^Dit is te groot om te versturen/);
      expect((await post("/aanmelden", bytes, { cookie })).body).toContain("<h1>413</h1>");
    }
    // As large as any form: it is answered, signed out too.
    const largest = await post("/aanmelden", MAX_FORM_BYTES - 1_000, { cookie: "" });
    expect(largest.status).not.toBe(413);
    const chunked = { origin: address, "transfer-encoding": "chunked" };
    expect((await ask("/aanmelden", { method: "POST", headers: chunked })).status).toBe(411);

    // A file of 51 MB from who may gets the sentence of its form; from who may not, nothing is read.
    const upload = `/dossiers/${slug}/bronnen/opsturen`;
    const sent = { method: "POST", body: Buffer.alloc(51 * MEGABYTE, "a") };
    const data = { "x-file-name": "groot.txt", origin: address, accept: "application/json" };
    const refused = await ask(upload, { ...sent, headers: { ...data, cookie: own } });
    expect([refused.status, refused.body]).toEqual([413, expect.stringContaining("50 MB")]);
    expect((await ask(upload, { ...sent, headers: { ...data, cookie: other } })).status).toBe(404);
    expect((await ask(upload, { ...sent, headers: data })).status).toBe(401);

    // While 50 MB come in from who may not, others are answered: each before the sending is over, and as
    // soon as before it. The machine is as busy for both; a fifth of a second is what the design allows.
    const page = () => timed(() => ask(`/dossiers/${slug}`, { headers: { cookie: own } }));
    const before = Math.max(...(await inTurn(5, page)));
    for (const [who, status] of [
      [other, 404],
      ["", 401],
    ] as const) {
      const long = sending(port, upload, 50 * MEGABYTE, { ...data, cookie: who });
      const meanwhile = await inTurn(10, () => {
        long.some();
        return page();
      });
      expect(long.isOver()).toBe(false);
      expect(Math.max(...meanwhile), `${before} ms before`).toBeLessThan(200 + 3 * before);
      long.rest();
      expect(await long.status).toBe(status);
    }
  });
});

/** How long an answer takes, which is a page. */
async function timed(asking: () => Promise<Answer>): Promise<number> {
  const start = performance.now();
  expect((await asking()).status).toBe(200);
  return performance.now() - start;
}

async function inTurn(times: number, act: () => Promise<number>): Promise<number[]> {
  const taken: number[] = [];
  for (let n = 0; n < times; n += 1) taken.push(await act());
  return taken;
}

/** Sends a large body in pieces, as fast as the caller says. */
function sending(port: number, path: string, bytes: number, headers: Record<string, string>) {
  const length = { "content-length": String(bytes) };
  const request = http.request({
    host: HOST,
    port,
    path,
    method: "POST",
    headers: { ...headers, ...length },
  });
  const piece = Buffer.alloc(bytes / 20, "a");
  let sent = 0;
  const some = () => {
    sent += piece.length;
    request.write(piece);
  };
  const status = new Promise<number>((resolve, reject) => {
    request.once("error", reject).once("response", (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
  });
  return {
    some,
    isOver: () => sent >= bytes,
    rest: () => {
      while (sent < bytes) some();
      request.end();
    },
    status,
  };
}

describe("a session", () => {
  test("is gone when it is ended, also for who has a copy of its cookie", async () => {
    const { address, ask, signIn, ending } = running();
    const { slug, author, again } = ending;
    const [first, second] = [await signIn(author), await signIn(again)];
    const seen = async (cookie: string) =>
      (await ask(`/dossiers/${slug}`, { headers: { cookie } })).status;
    expect([await seen(first), await seen(second)]).toEqual([200, 200]);
    const away = await press(ask, address, "/", { session: first, button: "Afmelden" });
    expect(away.status).toBe(303);
    expect([await seen(first), await seen(second)]).toEqual([307, 200]);
  });

  test("does not begin by a request that never opened the page of the link", async () => {
    const { address, ask, signIn, unopened } = running();
    const { author, stranger } = unopened;
    const button = "Aanmelden";
    for (const cookie of ["", "aanmelden=", "aanmelden=gok"]) {
      const answer = await press(ask, address, author, { sent: cookie, button });
      expect(answer.headers["set-cookie"]?.join() ?? "").not.toContain("session-token");
      expect(answer.body).toContain("De link is nog niet gebruikt.");
    }
    // Nor with what the page of another link left behind.
    const page = await ask(stranger);
    const other = page.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
    expect(other).toMatch(/^aanmelden=.{40,}/);
    expect((await press(ask, address, author, { sent: other, button })).body).toContain(
      "nog niet gebruikt",
    );
    await expect(signIn(author)).resolves.toContain("session-token");
  });

  test("does not begin with a link of before the account was off and on", async () => {
    const { ask, off } = running();
    expect((await ask(off)).body).toContain("Deze link werkt niet meer");
  });
});
