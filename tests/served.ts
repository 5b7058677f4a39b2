import http from "node:http";
import net from "node:net";
import { vi } from "vitest";
import { makeSignInLink } from "@/domain/accounts/commands";
import { administer } from "@/domain/accounts/gate";
import { SYSTEM } from "./factories/people";
import { atEnd, childrenOf, type DataPlace, startProgram } from "./processes";

/** The app as it runs, asked over the network: not by a browser, which would never ask some things. */

const SECRET = "only-for-the-tests-on-this-machine-0123";
export const HOST = "127.0.0.1";

export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

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
  const ask: Ask = (path, asked = {}) => send(port, path, asked);
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

export type Ask = (path: string, asked?: Asked) => Promise<Answer>;

/** One request, with the path and headers exactly as they are given. */
function send(port: number, path: string, { method = "GET", headers, body }: Asked) {
  return new Promise<Answer>((resolve, reject) => {
    const request = http.request({ host: HOST, port, path, method, headers, agent: false });
    request.once("error", reject).once("response", (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part) => {
        text += part;
      });
      response.once("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
      });
    });
    request.end(body);
  });
}

/** Presses the button on the page of a sign-in link, as a browser without scripts does. */
export async function press(ask: Ask, address: string, path: string, cookie?: string) {
  const page = await ask(path);
  const cookies = page.headers["set-cookie"]?.map((one) => one.split(";")[0]).join("; ") ?? "";
  const form = new FormData();
  for (const [, field = ""] of page.body.matchAll(/<input([^>]*)>/g)) {
    const [name, value] = ["name", "value"].map(
      (key) => new RegExp(` ${key}="([^"]*)"`).exec(field)?.[1] ?? "",
    );
    if (name?.startsWith("$ACTION")) form.append(name, (value ?? "").replaceAll("&quot;", '"'));
  }
  const { body, headers } = await multipart(form);
  const sent = { ...headers, origin: address, cookie: cookie ?? cookies };
  return ask(path, { method: "POST", body, headers: sent });
}

export async function multipart(form: FormData) {
  const request = new Request("http://localhost", { method: "POST", body: form });
  const type = request.headers.get("content-type") ?? "";
  return { body: Buffer.from(await request.arrayBuffer()), headers: { "content-type": type } };
}

/** @returns the cookie of the session. */
async function signIn(ask: Ask, address: string, link: string): Promise<string> {
  const answer = await press(ask, address, link);
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
