import net from "node:net";
import { vi } from "vitest";
import { makeSignInLink } from "@/domain/accounts/commands";
import { administer } from "@/domain/accounts/gate";
import { type Ask, askerOf, HOST, press } from "./asking";
import { SYSTEM } from "./factories/people";
import { atEnd, childrenOf, type DataPlace, startProgram } from "./processes";

/** The app as it runs, with a database of its own. */

const SECRET = "only-for-the-tests-on-this-machine-0123";

/** Starts the app on a place; it ends with the test. */
export async function served(place: DataPlace, env: Record<string, string> = {}) {
  const port = await freePort();
  const address = `http://${HOST}:${port}`;
  const { child, ended } = startProgram("start", [], {
    ...place.env,
    PORT: String(port),
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: SECRET,
    ...env,
  });
  atEnd(async () => {
    child.kill("SIGTERM");
    await ended;
  });
  const ask = askerOf(port);
  void ended.then(({ code, stderr }) => code && console.error(stderr));
  const answers = () =>
    ask("/api/health").then(
      ({ status }) => status === 200,
      () => false,
    );
  await vi.waitUntil(answers, { timeout: 120_000, interval: 100 });
  /** The server itself, which `child` started. */
  const server = childrenOf(child.pid ?? 0).at(-1) ?? 0;
  return {
    child,
    ended,
    server,
    port,
    address,
    ask,
    signIn: (link: string) => signIn(ask, address, link),
  };
}

/** @returns the cookie of the session. */
async function signIn(ask: Ask, address: string, link: string): Promise<string> {
  const answer = await press(ask, address, link, { button: "Aanmelden" });
  const session = answer.headers["set-cookie"]?.find((one) => one.includes("session-token"));
  if (!session) throw new Error(`no session: ${answer.status} ${answer.body}`);
  return session.split(";")[0] ?? "";
}

/** The path of a link to sign in with. */
export async function linkFor(accountId: string): Promise<string> {
  return `/aanmelden/${(await makeSignInLink(administer(SYSTEM), { accountId })).token}`;
}

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address() as net.AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
