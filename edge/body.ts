import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Keeps the line open until all that was sent has come in, unread: whoever is cut off while sending
 * may not see the answer. Node does so by itself, but not for who asked to close the line afterwards,
 * as a proxy does.
 */
export function keepLineForBody(request: IncomingMessage, response: ServerResponse): void {
  const { headers, httpVersion, socket } = request;
  const hasBody =
    headers["transfer-encoding"] !== undefined || Number(headers["content-length"]) > 0;
  const closes = httpVersion === "1.0" || /\bclose\b/i.test(headers.connection ?? "");
  if (!hasBody || !closes) return;
  response.setHeader("connection", "keep-alive");
  response.once("finish", () => {
    if (request.complete) socket.end();
    else request.once("end", () => socket.end());
  });
}
