import { randomUUID } from "node:crypto";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { REFUSAL_HEADER } from "@/app/_lib/refusal-header";
import { addresses } from "@/components/addresses";
import { sentence } from "@/i18n/sentence";
import { setSafeHeaders } from "./headers";

/** What the pages of Next do with a request. */
export type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const REFUSED = [403, 404];
/** What is about one connection, and not about the answer. */
const OF_THE_LINE = ["connection", "keep-alive", "transfer-encoding", "date"];

/** Tells a question of our own apart. Of somebody else's it is taken away. */
const OWN = randomUUID();

export function isOwnQuestion({ headers }: IncomingMessage): boolean {
  return headers[REFUSAL_HEADER] === OWN;
}

type Send = Pick<ServerResponse, "writeHead" | "write" | "end">;

/**
 * A page that says "not found" or "no access" is sent by Next as an empty one, which only a script can
 * fill. Here it is replaced: its words are asked of an ordinary page, as the same visitor, and sent
 * with the status of the refusal. So no page needs to know of it, and none can forget it.
 */
export function withWords(pages: Pages, https: boolean): Pages {
  async function fetchWords(
    request: IncomingMessage,
    response: ServerResponse,
    status: number,
    send: Send,
  ): Promise<void> {
    const page = await ask(request, addresses.refusal(status)).catch(() => undefined);
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    setSafeHeaders(response, https);
    if (page?.statusCode !== 200) {
      page?.resume();
      // The page of the refusal fails itself: the refusal stands all the same, in a sentence.
      response.setHeader("content-type", "text/plain; charset=utf-8");
      send.writeHead(status);
      send.end(sentence(status === 403 ? "errors.forbidden" : "errors.notFound"));
      return;
    }
    for (const [name, value] of Object.entries(page.headers)) {
      if (value !== undefined && !OF_THE_LINE.includes(name)) response.setHeader(name, value);
    }
    send.writeHead(status);
    for await (const chunk of page) send.write(chunk);
    send.end();
  }

  return (request, response) => {
    if (isOwnQuestion(request)) return pages(request, response);
    delete request.headers[REFUSAL_HEADER];
    if (request.method === "HEAD") return pages(request, response);
    onRefusal(response, (status, send) => {
      fetchWords(request, response, status, send).catch((error: unknown) => {
        console.error(error);
        response.destroy();
      });
    });
    return pages(request, response);
  };
}

/** Calls `replace` instead of sending anything, when a page turns out to be a refusal. */
function onRefusal(response: ServerResponse, replace: (status: number, send: Send) => void): void {
  // Next compresses by wrapping what it finds here, so these stay in place.
  const { writeHead, write, end, flushHeaders } = response;
  const send = {
    writeHead: writeHead.bind(response),
    write: write.bind(response),
    end: end.bind(response),
  } as Send;
  let replaced: boolean | undefined;
  const isReplaced = () => {
    if (replaced !== undefined) return replaced;
    const isPage = String(response.getHeader("content-type")).startsWith("text/html");
    replaced = isPage && REFUSED.includes(response.statusCode);
    if (replaced) replace(response.statusCode, send);
    return replaced;
  };
  Object.assign(response, {
    writeHead: (...args: Parameters<typeof writeHead>) => {
      response.statusCode = args[0];
      return isReplaced() ? response : writeHead.apply(response, args);
    },
    write: (...args: Parameters<typeof write>) => isReplaced() || write.apply(response, args),
    end: (...args: Parameters<typeof end>) => (isReplaced() ? response : end.apply(response, args)),
    flushHeaders: () => {
      if (!isReplaced()) flushHeaders.call(response);
    },
  });
}

/** Asks a page of this server as the same visitor. */
function ask(request: IncomingMessage, path: string): Promise<IncomingMessage> {
  const { cookie, host, "accept-encoding": encoding } = request.headers;
  const headers = { cookie, host, "accept-encoding": encoding, [REFUSAL_HEADER]: OWN };
  return new Promise((resolve, reject) => {
    http
      .get({
        host: request.socket.localAddress,
        port: request.socket.localPort,
        path,
        headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value)),
      })
      .once("response", resolve)
      .once("error", reject);
  });
}
