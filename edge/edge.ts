import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { DOSSIER, DOSSIER_PATH, SITE } from "@/components/addresses";
import { MAX_FORM_KILOBYTES } from "@/domain/kernel/submission";
import { keepLineForBody } from "./body";
import { setFileHeaders, setPublishedHeaders, setSafeHeaders } from "./headers";
import { counter } from "./limits";
import { isOwnQuestion, type Pages, withWords } from "./pages";
import { refuse } from "./refuse";
import type { EdgeSettings } from "./settings";
import { accountOf, addressOf, isOwnRequest, trustOnlyConfiguration } from "./visitor";

const UPLOADS = [DOSSIER.sendSource, DOSSIER.sendVersion, DOSSIER.sendPicture].map(({ path }) =>
  pattern(`${DOSSIER_PATH}/${path}`),
);
/** The same of who reacts without an account. */
const REACTION_FILE = pattern(SITE.reactSendFile.path);
/** A file that came with a reaction, on its way to who works here. */
const RECEIVED_FILE = pattern(`${DOSSIER_PATH}/${DOSSIER.reactionFile.path}`);
/** Pages of published editions, and the files beside them. */
const PUBLISHED = /^\/openbaar\//;
const isUpload = (path: string) =>
  REACTION_FILE.test(path) || UPLOADS.some((upload) => upload.test(path));
/** Addresses with a secret in them, and how they are counted. */
const SECRETS = (
  [
    [SITE.signInLink, "secret"],
    [SITE.stakeholderPage, "secret"],
    [SITE.enterCode, "secret"],
    [SITE.correction, "correction"],
    [SITE.reactScreen, "room"],
    // Pages of who reacts, below an address with a secret in it.
    [{ path: `${SITE.stakeholderPage.path}/[page]` }, "reacting"],
    [SITE.reactStatement, "reacting"],
    [SITE.reactPicture, "reacting"],
    [SITE.reactFile, "reacting"],
    [SITE.reactSendFile, "reactionFile"],
  ] as const
).map(([{ path }, limit]) => ({ at: pattern(path), limit }));
/** Whoever asks for a link by mail is counted as one who tries addresses. */
const ASKS_LINK = pattern(SITE.signIn.path);
const FILES = /^\/(?:_next\/static\/|icon\.svg$|favicon\.ico$)/;
const READING = ["GET", "HEAD"];

/** A call of an action by a script: it says which, and sends along what the form holds. */
const isAction = ({ headers }: IncomingMessage) => headers["next-action"] !== undefined;

function pattern(path: string): RegExp {
  return new RegExp(`^/${path.replace(/\[\w+\]/g, "[^/]+")}/?$`);
}

/**
 * What stands before all pages: all that must hold for every answer, whoever makes it, and all that
 * must be asked before a byte of what is sent is read.
 */
export function edge(nextPages: Pages, settings: EdgeSettings): RequestListener {
  const count = counter(settings.factor);
  const https = settings.address.protocol === "https:";
  const pages = withWords(nextPages, https);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    setSafeHeaders(response, https);
    keepLineForBody(request, response);
    const address = addressOf(request, settings);
    trustOnlyConfiguration(request, settings);
    const path = pathOf(request.url ?? "/");
    if (path === undefined) return refuse(request, response, 400, "errors.edge.address");
    if (RECEIVED_FILE.test(path)) setFileHeaders(response);
    if (PUBLISHED.test(path)) setPublishedHeaders(response);
    const reads = READING.includes(request.method ?? "");
    if ((reads && FILES.test(path)) || isOwnQuestion(request)) return pages(request, response);

    const account = await accountOf(request);
    const secret = SECRETS.find(({ at }) => at.test(path));
    const wait =
      (secret && (await count(secret.limit, address))) ||
      (!reads && ASKS_LINK.test(path) && (await count("secret", address))) ||
      (!reads && isUpload(path) && account && (await count("upload", account))) ||
      // A phone in a room asks by itself what is on the screen: that takes nothing from who reads and votes behind the same wifi.
      (secret?.limit !== "room" &&
        (await (account ? count("account", account) : count("address", address))));
    if (wait) {
      response.setHeader("retry-after", String(wait));
      return refuse(request, response, 429, "errors.edge.tooMany", { seconds: wait });
    }
    if (!reads && !isOwnRequest(request)) {
      return refuse(request, response, 403, "errors.edge.foreign");
    }
    // Files go to a handler that asks who it is first, and counts for itself.
    if (isUpload(path)) return pages(request, response);
    if (request.headers["transfer-encoding"] !== undefined) {
      return refuse(request, response, 411, "errors.edge.noLength");
    }
    if (!reads && isAction(request) && !(Number(request.headers["content-length"]) > 0)) {
      return refuse(request, response, 400, "errors.edge.noForm");
    }
    const kilobytes = Number(request.headers["content-length"] ?? 0) / 1024;
    if (kilobytes > MAX_FORM_KILOBYTES) {
      return refuse(request, response, 413, "errors.edge.tooLarge", { limit: MAX_FORM_KILOBYTES });
    }
    return pages(request, response);
  }

  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else refuse(request, response, 500, "errors.edge.fault");
    });
  };
}

/**
 * The path of an address, as it was sent; undefined for one that no page of ours can have: broken
 * percent-encoding, and a NUL, which PostgreSQL refuses to look for.
 */
function pathOf(url: string): string | undefined {
  const path = url.split("?")[0] ?? "";
  try {
    if (decodeURIComponent(path).includes("\0")) return undefined;
  } catch {
    return undefined;
  }
  return /%00/.test(url) || !path.startsWith("/") ? undefined : path;
}
