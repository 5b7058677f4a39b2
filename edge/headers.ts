import type { ServerResponse } from "node:http";
import { SITE_POLICY } from "@/domain/editions/rules/site";

/** What an answer may do that says nothing of it itself: pages get their own policy in `proxy.ts`. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'";

/** The same of a file from somebody nobody knows: should a browser open it all the same, it is nowhere. */
const NOWHERE = `${NOTHING}; sandbox`;

/** The security headers of every answer, whoever makes it. */
export function safeHeaders(https: boolean): [name: string, value: string][] {
  const headers: [name: string, value: string][] = [
    ["content-security-policy", NOTHING],
    ["x-content-type-options", "nosniff"],
    ["referrer-policy", "same-origin"],
    ["x-frame-options", "DENY"],
    ["cross-origin-opener-policy", "same-origin"],
    ["cross-origin-resource-policy", "same-origin"],
    ["permissions-policy", "camera=(), microphone=(), geolocation=()"],
  ];
  if (https) headers.push(["strict-transport-security", "max-age=31536000"]);
  return headers;
}

/** Of an answer that holds a file from somebody nobody knows, or says that there is none. */
export function setFileHeaders(response: ServerResponse): void {
  response.setHeader("content-security-policy", NOWHERE);
  response.setHeader("cache-control", "private, no-store");
}

/** Of a published edition, for which the handler cannot say it: what stands there already is kept. */
export function setPublishedHeaders(response: ServerResponse): void {
  response.setHeader("content-security-policy", SITE_POLICY);
}

/** Sets them before anybody else has a word in the answer; whoever makes it may say more, not less. */
export function setSafeHeaders(response: ServerResponse, https: boolean): void {
  for (const [name, value] of safeHeaders(https)) response.setHeader(name, value);
}
