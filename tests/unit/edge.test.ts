import http, { type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { REFUSAL_HEADER } from "@/app/_lib/refusal-header";
import { SITE } from "@/components/addresses";
import { edge } from "@/edge/edge";
import { counter, LIMITS } from "@/edge/limits";
import { isOwnQuestion, withWords } from "@/edge/pages";
import { BadSetting, edgeSettings } from "@/edge/settings";
import { addressOf, isOwnRequest, trustOnlyConfiguration } from "@/edge/visitor";

const ADDRESS = "https://herleid.example.nl";

function settings(env: Record<string, string> = {}) {
  return edgeSettings({ NEXTAUTH_URL: ADDRESS, ...env } as never);
}

function request(headers: Record<string, string>, remoteAddress = "192.0.2.1"): IncomingMessage {
  return { headers, socket: { remoteAddress } } as unknown as IncomingMessage;
}

describe("from where somebody asks", () => {
  const via = (forwarded: string, remote: string, proxy = "") =>
    addressOf(
      request({ "x-forwarded-for": forwarded }, remote),
      settings({ HERLEID_TRUSTED_PROXY: proxy }),
    );

  test("a header says nothing when no proxy is named", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.ipV6()), (forwarded) => {
        expect(via(forwarded, "192.0.2.1")).toBe("192.0.2.1");
        expect(via(forwarded, "127.0.0.1")).toBe("127.0.0.1");
      }),
    );
  });

  test.each([
    ["the proxy says it", "198.51.100.7", "127.0.0.1", "loopback", "198.51.100.7"],
    [
      "what the visitor wrote before it is not read",
      "6.6.6.6, 198.51.100.7",
      "::1",
      "loopback",
      "198.51.100.7",
    ],
    ["two proxies in a row", "198.51.100.7, 10.0.0.9", "10.0.0.8", "10.0.0.0/8", "198.51.100.7"],
    ["somebody who is no proxy says it", "6.6.6.6", "198.51.100.7", "loopback", "198.51.100.7"],
    ["the proxy says nothing", "", "127.0.0.1", "loopback", "127.0.0.1"],
    ["the proxy says nonsense", "unknown", "127.0.0.1", "loopback", "127.0.0.1"],
    ["IPv4 in the clothes of IPv6", "198.51.100.7", "::ffff:10.0.0.8", "10.0.0.8", "198.51.100.7"],
    ["a network of IPv6 is one visitor", "", "2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::/64"],
    ["also when it is written short", "", "2001:db8::1", "", "2001:db8:0:0::/64"],
  ])("%s", (_what, forwarded, remote, proxy, expected) => {
    expect(via(forwarded, remote, proxy)).toBe(expected);
  });
});

describe("settings that are not what they should be are refused", () => {
  test.each(["nergens", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/0", "::1/129", "10.0.0.1;10.0.0.2"])(
    "HERLEID_TRUSTED_PROXY=%s",
    (value) => {
      expect(() => settings({ HERLEID_TRUSTED_PROXY: value })).toThrow(BadSetting);
    },
  );
  test.each(["0", "-1", "veel", "1001", "NaN"])("HERLEID_LIMITS=%s", (value) => {
    expect(() => settings({ HERLEID_LIMITS: value })).toThrow(BadSetting);
  });
});

describe("where we are is what the configuration says", () => {
  const hostAfter = (host: string, address = ADDRESS, more: Record<string, string> = {}) => {
    const asked = request({ host, ...more });
    trustOnlyConfiguration(asked, edgeSettings({ NEXTAUTH_URL: address } as never));
    return asked.headers;
  };

  test("whatever a header says", () => {
    const headers = hostAfter("kwaad.example", ADDRESS, {
      "x-forwarded-host": "kwaad.example",
      "x-forwarded-proto": "http",
      "x-forwarded-for": "6.6.6.6",
      forwarded: "host=kwaad.example",
      "x-middleware-subrequest": "proxy",
      accept: "text/html",
    });
    expect(headers).toEqual({ host: "herleid.example.nl", accept: "text/html" });
  });

  test("on one's own machine its names stand for each other, on that port", () => {
    const own = "http://127.0.0.1:3000";
    expect(hostAfter("localhost:3000", own).host).toBe("localhost:3000");
    expect(hostAfter("localhost:3001", own).host).toBe("127.0.0.1:3000");
    expect(hostAfter("kwaad.example:3000", own).host).toBe("127.0.0.1:3000");
    expect(hostAfter("localhost", ADDRESS).host).toBe("herleid.example.nl");
  });
});

test("only a page of ours may send what changes something", () => {
  const own = (headers: Record<string, string>) =>
    isOwnRequest(request({ host: "herleid.example.nl", ...headers }));
  expect(own({ origin: ADDRESS })).toBe(true);
  expect(own({ origin: ADDRESS, "sec-fetch-site": "same-origin" })).toBe(true);
  expect(own({ "sec-fetch-site": "same-origin" })).toBe(true);
  expect(own({})).toBe(false);
  expect(own({ origin: "null" })).toBe(false);
  expect(own({ origin: "https://kwaad.example" })).toBe(false);
  expect(own({ origin: "https://herleid.example.nl.kwaad.example" })).toBe(false);
  expect(own({ origin: ADDRESS, "sec-fetch-site": "cross-site" })).toBe(false);
  expect(own({ "sec-fetch-site": "same-site" })).toBe(false);
});

describe("a page that refuses", () => {
  /** What a visitor gets of pages that refuse everything, when the words are asked for and answered so. */
  async function refused(words: { status: number; body: string }) {
    const pages = withWords(async (request, response) => {
      const own = isOwnQuestion(request);
      // As Next does it.
      response.statusCode = own ? words.status : 403;
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.write(own ? words.body : "<html id=__next_error__>");
      response.end();
    }, false);
    const server = http.createServer((request, response) => void pages(request, response));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    // Who pretends to ask for the words gets no other answer.
    const headers = { [REFUSAL_HEADER]: "gok" };
    const answer = await fetch(`http://127.0.0.1:${port}/dossiers/x`, { headers });
    const body = await answer.text();
    server.close();
    return { status: answer.status, body, safe: answer.headers.get("x-content-type-options") };
  }

  test("has the words of the page that is asked for them", async () => {
    const body = "<h1>Geen toegang</h1>";
    expect(await refused({ status: 200, body })).toEqual({ status: 403, body, safe: "nosniff" });
  });

  test("refuses all the same when that page fails", async () => {
    const answer = await refused({ status: 500, body: "kapot" });
    expect(answer).toMatchObject({ status: 403, safe: "nosniff" });
    expect(answer.body).toMatch(/^U mag dit niet doen/);
  });
});

describe("the limits", () => {
  test("one may ask so much and no more, each by oneself, and hears when to come back", async () => {
    const count = counter(1);
    const { points, duration } = LIMITS.secret;
    for (let n = 0; n < points; n += 1) expect(await count("secret", "a")).toBe(0);
    const wait = await count("secret", "a");
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(duration);
    expect(await count("secret", "b")).toBe(0);
    expect(await count("address", "a")).toBe(0);
  });

  test("are multiplied by the setting", async () => {
    const count = counter(0.01);
    for (let n = 0; n < LIMITS.secret.points / 100; n += 1)
      expect(await count("secret", "a")).toBe(0);
    expect(await count("secret", "a")).toBeGreaterThan(0);
  });
});

test("links to correct a text are counted together, whichever is asked for, and apart from the rest", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-26T12:00:00Z") });
  const factor = 0.01;
  const listener = edge(
    async (_request, response) => {
      response.end("een pagina");
    },
    settings({ HERLEID_LIMITS: String(factor) }),
  );
  const server = http.createServer(listener);
  try {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const ask = (path: string) => fetch(`http://127.0.0.1:${port}/${path}`);
    const link = (n: number) => SITE.correction.path.replace(/\[\w+\]/, `geheim-${n}`);
    const { points, duration } = LIMITS.correction;
    const allowed = points * factor;
    for (let n = 0; n < allowed; n += 1) {
      // All pages of one address have a limit of their own, of a minute.
      if (n % 10 === 0) vi.setSystemTime(Date.now() + LIMITS.address.duration * 1000 + 1);
      expect((await ask(link(n))).status).toBe(200);
    }
    const refused = await ask(link(0));
    expect(refused.status).toBe(429);
    const wait = Number(refused.headers.get("retry-after"));
    expect(wait).toBeGreaterThan(LIMITS.address.duration);
    expect(wait).toBeLessThanOrEqual(duration);
    expect(await refused.text()).not.toContain("een pagina");
    // What somebody else in the same room does, they still can.
    expect((await ask("")).status).toBe(200);
    expect((await ask(SITE.stakeholderPage.path.replace(/\[\w+\]/, "code"))).status).toBe(200);
    vi.setSystemTime(Date.now() + wait * 1000);
    expect((await ask(link(0))).status).toBe(200);
  } finally {
    vi.useRealTimers();
    server.close();
  }
});

test("phones that ask by themselves what is on the screen in a room take nothing from who votes there", async () => {
  const factor = 0.01;
  const listener = edge(
    async (_request, response) => {
      response.end("een pagina");
    },
    settings({ HERLEID_LIMITS: String(factor) }),
  );
  const server = http.createServer(listener);
  try {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const ask = async ({ path }: { path: string }) =>
      (await fetch(`http://127.0.0.1:${port}/${path.replace(/\[\w+\]/, "code")}`)).status;
    // More than all pages of one address may be asked together.
    const allowed = LIMITS.room.points * factor;
    expect(allowed).toBeGreaterThan(LIMITS.address.points * factor);
    for (let n = 0; n < allowed; n += 1) expect(await ask(SITE.reactScreen)).toBe(200);
    expect(await ask(SITE.reactScreen)).toBe(429);
    expect(await ask(SITE.reactSend)).toBe(200);
  } finally {
    server.close();
  }
});

test("a file that came with a reaction is nowhere, also when a browser opens it, and is kept by nothing", async () => {
  const listener = edge(async (_request, response) => {
    response.end("een bestand");
  }, settings());
  const server = http.createServer(listener);
  try {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const headers = async (path: string) =>
      (await fetch(`http://127.0.0.1:${port}/dossiers/zaak/reacties/${path}`)).headers;
    const file = await headers("12/bestand");
    expect(file.get("content-security-policy")).toBe(
      "default-src 'none'; frame-ancestors 'none'; sandbox",
    );
    expect(file.get("cache-control")).toBe("private, no-store");
    expect(file.get("x-content-type-options")).toBe("nosniff");
    // Pages beside it work as ever.
    expect((await headers("12")).get("content-security-policy")).not.toContain("sandbox");
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});
