import http from "node:http";
import {
  attribute,
  childrenOf,
  type Element,
  isElement,
  type Node,
  parseHtml,
  wordsOf,
} from "@/domain/sources/formats/dom";

/** How a test or a measurement asks the app over the network: without a browser, which would never ask some things. */

export const HOST = "127.0.0.1";

export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

export interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export type Ask = (path: string, asked?: Asked) => Promise<Answer>;

/** What asks the server on a port: one request, with the path and headers exactly as they are given. */
export function askerOf(port: number): Ask {
  return (path, { method = "GET", headers, body } = {}) =>
    new Promise<Answer>((resolve, reject) => {
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

/**
 * Presses a button of a page, as a browser without scripts does: what its form holds is sent back to the page.
 * @param pressed.session the cookie of who asks; without it the one that the page gives is sent. @param pressed.sent a
 *   cookie to send instead of that. @param pressed.button how its words begin.
 */
export async function press(
  ask: Ask,
  address: string,
  path: string,
  { session, sent, button }: { session?: string; sent?: string; button: string },
): Promise<Answer> {
  const page = await ask(path, session ? { headers: { cookie: session } } : {});
  const given = page.headers["set-cookie"]?.map((one) => one.split(";")[0]).join("; ") ?? "";
  const form = formWith(page.body, button);
  if (!form) throw new Error(`no form with a button "${button}" on ${path}: ${page.status}`);
  const { body, headers } = await multipart(form);
  return ask(path, {
    method: "POST",
    body,
    headers: { ...headers, origin: address, cookie: sent ?? session ?? given },
  });
}

export async function multipart(form: FormData) {
  const request = new Request("http://localhost", { method: "POST", body: form });
  const type = request.headers.get("content-type") ?? "";
  return { body: Buffer.from(await request.arrayBuffer()), headers: { "content-type": type } };
}

export interface Sent {
  port: number;
  address: string;
  cookie: string;
  slug: string;
}

/** Sends a file as the page does; `cutAfter` ends the line when so many bytes went out. @returns the status. */
export function sendFile(
  { port, address, cookie, slug }: Sent,
  fileName: string,
  bytes: Uint8Array,
  cutAfter = Number.POSITIVE_INFINITY,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.request({
      host: HOST,
      port,
      path: `/dossiers/${slug}/bronnen/opsturen`,
      method: "POST",
      headers: {
        cookie,
        origin: address,
        accept: "application/json",
        "x-file-name": encodeURIComponent(fileName),
        "content-length": String(bytes.length),
      },
    });
    request.once("error", reject).once("response", (response) => {
      response.resume().once("end", () => resolve(response.statusCode ?? 0));
    });
    let sent = 0;
    const more = () => {
      while (sent < bytes.length) {
        if (sent >= cutAfter) return void request.destroy(new Error("cut off"));
        const piece = bytes.subarray(sent, sent + 64 * 1024);
        sent += piece.length;
        if (!request.write(piece)) return void request.once("drain", more);
      }
      request.end();
    };
    more();
  });
}

/** What the first form on an action holds that has a button of these words; undefined when there is none. */
function formWith(html: string, words: string): FormData | undefined {
  for (const form of elements(parseHtml(html, "page"), "form")) {
    const data = new FormData();
    for (const field of elements(form, "input")) {
      const marked = field.attrs.some(({ name }) => name === "checked");
      if (["checkbox", "radio"].includes(attribute(field, "type")) && !marked) continue;
      const name = attribute(field, "name");
      if (name) data.append(name, attribute(field, "value"));
    }
    for (const field of elements(form, "select")) {
      const options = elements(field, "option");
      const chosen = options.find(({ attrs }) => attrs.some(({ name }) => name === "selected"));
      const option = chosen ?? options[0];
      if (option) data.append(attribute(field, "name"), attribute(option, "value"));
    }
    for (const field of elements(form, "textarea")) {
      data.append(attribute(field, "name"), wordsOf(field));
    }
    const button = elements(form, "button").find((one) => wordsOf(one).trim().startsWith(words));
    if (!button || ![...data.keys()].some((name) => name.startsWith("$ACTION"))) continue;
    const name = attribute(button, "name");
    if (name) data.append(name, attribute(button, "value"));
    return data;
  }
  return undefined;
}

const elements = (node: Node, tag: string): Element[] =>
  childrenOf(node).flatMap((child) => [
    ...(isElement(child) && child.tagName === tag ? [child] : []),
    ...elements(child, tag),
  ]);
