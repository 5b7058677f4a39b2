import type { IncomingMessage } from "node:http";
import net from "node:net";
import { accountInCookie } from "@/app/_lib/session-token";
import { type EdgeSettings, familyOf } from "./settings";

const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];

/**
 * Takes out of a request what its sender may not decide. Only the address in the configuration says
 * where we are, so a header that says otherwise is not passed on; `Host` is made to be that address,
 * so that whoever compares (server actions, the way back after a form) compares with the real one.
 */
export function trustOnlyConfiguration(request: IncomingMessage, { address }: EdgeSettings): void {
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith("x-forwarded-") || name === "forwarded") delete request.headers[name];
  }
  // What Next tells itself.
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith("x-middleware-") || name === "x-nonce") delete request.headers[name];
  }
  request.headers.host = ownHost(request.headers.host, address);
}

/** The host in the configuration; on one's own machine its names stand for each other. */
function ownHost(asked: string | undefined, address: URL): string {
  if (asked && LOOPBACK.includes(address.hostname) && URL.canParse(`http://${asked}`)) {
    const { hostname, port } = new URL(`http://${asked}`);
    if (LOOPBACK.includes(hostname) && port === address.port) return asked;
  }
  return address.host;
}

/**
 * Whether a page of ours sent this. A browser says so with every request that changes something, and
 * no page of another site can make it say so.
 */
export function isOwnRequest({ headers }: IncomingMessage): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  const { origin } = headers;
  if (origin === undefined) return site === "same-origin";
  return URL.canParse(origin) && new URL(origin).host === headers.host;
}

/**
 * The address somebody asks from. What a proxy says of it (`X-Forwarded-For`) counts only as far as
 * the proxies are ours, read from the end, where they write. Of IPv6 it is the network (/64): that is
 * what one customer has.
 */
export function addressOf(request: IncomingMessage, { proxies }: EdgeSettings): string {
  const hops = String(request.headers["x-forwarded-for"] ?? "").split(",");
  let address = plain(request.socket.remoteAddress ?? "");
  while (isProxy(address, proxies)) {
    const next = plain(hops.pop()?.trim() ?? "");
    if (!familyOf(next)) break;
    address = next;
  }
  return networkOf(address);
}

function isProxy(address: string, proxies: net.BlockList): boolean {
  const family = familyOf(address);
  return family !== undefined && proxies.check(address, family);
}

/** `::ffff:10.0.0.1` is 10.0.0.1. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

function networkOf(address: string): string {
  if (familyOf(address) !== "ipv6") return address;
  const full = new net.SocketAddress({ address, family: "ipv6" }).address;
  const [head = "", tail = ""] = full.split("::");
  const [before, after] = [head, tail].map((part) => part.split(":").filter(Boolean));
  const zeros = Array(8 - (before?.length ?? 0) - (after?.length ?? 0)).fill("0");
  const groups = full.includes("::") ? [...(before ?? []), ...zeros, ...(after ?? [])] : before;
  return `${groups?.slice(0, 4).join(":")}::/64`;
}

/** The account whose session the request carries; undefined for who is signed out. */
export function accountOf(request: IncomingMessage): Promise<string | undefined> {
  return accountInCookie(request.headers.cookie ?? "");
}
