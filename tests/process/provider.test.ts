import http from "node:http";
import type { AddressInfo } from "node:net";
import { eq, sql } from "drizzle-orm";
import Provider from "oidc-provider";
import { expect, onTestFinished, test } from "vitest";
import { rowsOf } from "@/db/client";
import { account, session } from "@/db/schema";
import { person } from "@/tests/factories/people";
import { dataPlace, within } from "@/tests/processes";
import { linkFor, served } from "@/tests/served";

/** Who works at the organisation, and what its provider says of them. */
const STAFF: Record<string, Record<string, unknown>> = {
  nina: {
    email: "Nina@proefstad.example",
    email_verified: true,
    name: "Nina Nieuw",
    roles: ["medewerker"],
  },
  otto: {
    email: "otto@proefstad.example",
    email_verified: false,
    name: "Otto Onzeker",
    roles: ["medewerker"],
  },
  rolf: { email: "rolf@proefstad.example", email_verified: true, name: "Rolf Rolloos", roles: [] },
  noor: { name: "Noor Zonder", roles: ["medewerker"] },
  bert: {
    email: "bert@proefstad.example",
    email_verified: true,
    name: "Bert Anders",
    roles: ["beheer", "medewerker"],
  },
  fons: { email: "bert@proefstad.example", email_verified: true, name: "Fons", roles: ["beheer"] },
};

/** A real OpenID provider that lets in whom the test says, without asking. It ends with the test. */
async function openIdProvider() {
  let answer: http.RequestListener = (_request, response) => response.writeHead(503).end();
  const server = http.createServer((request, response) => answer(request, response));
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  let who = "";
  const start = (redirectUri: string, as = issuer) => {
    const provider = new Provider(as, {
      clients: [
        {
          client_id: "herleid",
          client_secret: "geheim-van-de-proef",
          redirect_uris: [redirectUri],
        },
      ],
      cookies: { keys: ["only-for-the-tests"] },
      claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "roles"] },
      // As Entra ID: what it knows stands in the token itself.
      conformIdTokenClaims: false,
      features: { devInteractions: { enabled: false } },
      findAccount: (_context, accountId) => ({
        accountId,
        claims: () => ({ sub: accountId, ...STAFF[accountId] }),
      }),
      interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      loadExistingGrant: async (context) => {
        const { client, session: there } = context.oidc;
        const grant = new context.oidc.provider.Grant({
          clientId: client?.clientId,
          accountId: there?.accountId,
        });
        grant.addOIDCScope("openid email profile");
        await grant.save();
        return grant;
      },
    });
    const callback = provider.callback();
    answer = (request, response) => {
      if (!request.url?.startsWith("/interaction/")) return callback(request, response);
      const result =
        who === ""
          ? { error: "access_denied", error_description: "afgebroken" }
          : { login: { accountId: who } };
      provider
        .interactionFinished(request, response, result, { mergeWithLastSubmission: false })
        .catch((error) => response.writeHead(500).end(String(error)));
    };
  };
  return {
    issuer,
    start,
    stop: () => {
      answer = (_request, response) => response.writeHead(503).end();
    },
    letIn: (name: string) => {
      who = name;
    },
  };
}

/** What a browser keeps of one site. */
class Jar {
  readonly kept = new Map<string, string>();
  get header(): string {
    return [...this.kept].map(([name, value]) => `${name}=${value}`).join("; ");
  }
  async get(url: string): Promise<{ status: number; location: string }> {
    const answer = await fetch(url, { redirect: "manual", headers: { cookie: this.header } });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === "" || /max-age=0/i.test(cookie)) this.kept.delete(name);
      else this.kept.set(name, value);
    }
    await answer.arrayBuffer();
    const location = answer.headers.get("location") ?? "";
    return { status: answer.status, location: location && new URL(location, url).href };
  }
  get session(): string | undefined {
    return [...this.kept].find(([name]) => name.endsWith("session-token"))?.[1];
  }
}

test("staff come in from a real OpenID provider, with what their roles give, and nobody else does", async () => {
  const provider = await openIdProvider();
  const place = await dataPlace();
  const { bert, link } = await within(place, async ({ db }) => {
    const bert = await person({ name: "Bert Bestaand", kind: "staff" });
    const email = "bert@proefstad.example";
    await db.update(account).set({ email }).where(eq(account.id, bert.id));
    return { bert, link: await linkFor(bert.id) };
  });
  const app = await served(place, {
    HERLEID_OIDC_ISSUER: provider.issuer,
    HERLEID_OIDC_CLIENT_ID: "herleid",
    HERLEID_OIDC_CLIENT_SECRET: "geheim-van-de-proef",
    HERLEID_OIDC_NAME: "Gemeente Proefstad",
    HERLEID_OIDC_ROLES: "beheer=administrator, medewerker=staff",
  });
  const back = `${app.address}/api/auth/callback/oidc`;
  provider.start(back);

  /** As far as the address at which the provider leads back. */
  const asFarAsBack = async (name: string, jar: Jar) => {
    provider.letIn(name);
    const outside = new Jar();
    let { location } = await jar.get(`${app.address}/aanmelden/organisatie`);
    for (let step = 0; step < 8 && !location.startsWith(app.address); step++) {
      ({ location } = await outside.get(location));
    }
    expect(location.split("?")[0]).toBe(back);
    return location;
  };
  const comeIn = async (name: string, jar = new Jar()) => {
    const { status, location } = await jar.get(await asFarAsBack(name, jar));
    expect(status).toBe(303);
    return { jar, to: location.slice(app.address.length) };
  };
  const seesDossiers = async (jar: Jar) =>
    (await app.ask("/dossiers/nieuw", { headers: { cookie: jar.header } })).status === 200;
  const refused = (why: string) => `/aanmelden?melding=${why}`;

  const page = await app.ask("/aanmelden");
  expect(page.body).toContain("Aanmelden bij Gemeente Proefstad");

  // Somebody new with a role.
  const nina = await comeIn("nina");
  expect(nina.to).toBe("/");
  expect(await seesDossiers(nina.jar)).toBe(true);
  // Nothing of the exchange stays in the browser.
  expect([...nina.jar.kept.keys()].filter((name) => name.includes("next-auth"))).toEqual([
    "next-auth.session-token",
  ]);
  // And to where somebody was.
  const led = new Jar();
  await led.get(`${app.address}/aanmelden?verder=%2Fdossiers%2Fnieuw`);
  expect((await comeIn("nina", led)).to).toBe("/dossiers/nieuw");
  // Again, in another browser: the same person.
  expect((await comeIn("nina")).to).toBe("/");

  // Refusals.
  for (const [name, why] of [
    ["otto", "unverified"],
    ["rolf", "noRole"],
    ["noor", "claims"],
    ["bert", "known"],
    ["", "cancelled"],
  ] as const) {
    const { jar, to } = await comeIn(name);
    expect(to, name).toBe(refused(why));
    expect(jar.session, name).toBeUndefined();
  }
  const words = await app.ask(refused("known"));
  expect(words.body).toContain("Er is al een account met uw e-mailadres.");

  // State, nonce and the rest belong to one browser and one time.
  const [one, two] = [new Jar(), new Jar()];
  const [backOne] = [await asFarAsBack("nina", one), await asFarAsBack("nina", two)];
  const stranger = new Jar();
  expect((await stranger.get(backOne)).location).toContain(refused("failed"));
  const mixed = new Jar();
  for (const [name, value] of one.kept) mixed.kept.set(name, value);
  mixed.kept.set("next-auth.nonce", two.kept.get("next-auth.nonce") ?? "");
  expect((await mixed.get(backOne)).location).toContain(refused("failed"));
  const other = new Jar();
  for (const [name, value] of two.kept) other.kept.set(name, value);
  expect((await other.get(backOne)).location).toContain(refused("failed"));
  for (const jar of [stranger, mixed, other]) expect(jar.session).toBeUndefined();
  // A code works once.
  const replayed = new Jar();
  const used = await asFarAsBack("nina", replayed);
  const copy = new Map(replayed.kept);
  expect((await replayed.get(used)).location).toBe(`${app.address}/`);
  const thief = new Jar();
  for (const [name, value] of copy) thief.kept.set(name, value);
  expect((await thief.get(used)).location).toContain(refused("failed"));
  expect(thief.session).toBeUndefined();

  // An account that was there is connected by who is signed in to it, and by nobody else.
  const own = new Jar();
  const [name = "", value = ""] = (await app.signIn(link)).split("=");
  own.kept.set(name, value);
  expect((await comeIn("nina", own)).to).toBe(refused("other"));
  expect((await comeIn("bert", own)).to).toBe("/voorkeuren");
  // From now on they come in by it; somebody else there with the same address does not.
  const again = await comeIn("bert");
  expect(again.to).toBe("/");
  const accounts = await app.ask("/beheer/gebruikers", { headers: { cookie: again.jar.header } });
  // What the role gives counts, also for who was there already.
  expect(accounts.status).toBe(200);
  expect((await comeIn("fons")).to).toBe(refused("known"));

  // A role that is lowered counts from the next time; one that is gone ends what still ran.
  STAFF.bert = { ...STAFF.bert, roles: ["medewerker"] };
  const lowered = await comeIn("bert");
  const now = await app.ask("/beheer/gebruikers", { headers: { cookie: lowered.jar.header } });
  expect(now.status).toBe(403);
  STAFF.bert = { ...STAFF.bert, roles: [] };
  expect((await comeIn("bert")).to).toBe(refused("noRole"));
  expect(await seesDossiers(lowered.jar)).toBe(false);

  // Another site cannot send somebody on this way.
  const elsewhere = { "sec-fetch-site": "cross-site" };
  const sent = await app.ask("/aanmelden/organisatie", { headers: elsewhere });
  expect(sent.headers.location).toBe("/aanmelden");
  // Nothing else of next-auth can be reached.
  for (const path of [
    "signin",
    "session",
    "csrf",
    "providers",
    "signout",
    "callback/credentials",
  ]) {
    expect((await app.ask(`/api/auth/${path}`)).status, path).toBe(404);
  }

  // A provider that says to be another one, and one that is away.
  provider.start(back, provider.issuer.replace("127.0.0.1", "localhost"));
  const wrong = new Jar();
  provider.letIn("nina");
  const { location: away } = await wrong.get(`${app.address}/aanmelden/organisatie`);
  const outside = new Jar();
  let at = away;
  for (let step = 0; step < 8 && !at.startsWith(app.address); step++) {
    ({ location: at } = await outside.get(at));
  }
  expect((await wrong.get(at)).location).toContain(refused("failed"));
  expect(wrong.session).toBeUndefined();
  provider.stop();
  expect((await new Jar().get(`${app.address}/aanmelden/organisatie`)).location).toContain(
    refused("failed"),
  );

  app.child.kill("SIGTERM");
  const { stderr } = await app.ended;
  // No token, claim or address of anybody.
  expect(stderr).not.toMatch(/proefstad\.example|eyJ|geheim-van/);
  await within(place, async ({ db }) => {
    const made = await rowsOf<{ name: string; kind: string }>(
      db,
      sql`select a.name, a.kind from account a join identity i on i.account_id = a.id order by a.name`,
    );
    expect(made).toEqual([
      { name: "Bert Bestaand", kind: "staff" },
      { name: "Nina Nieuw", kind: "staff" },
    ]);
    const of = await db.select().from(session).where(eq(session.accountId, bert.id));
    expect(of).toEqual([]);
  });
});
