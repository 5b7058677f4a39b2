import http from "node:http";
import next from "next";
import { edge } from "./edge";
import { safeHeaders } from "./headers";
import { edgeSettings } from "./settings";

/**
 * The server itself: Next with what stands before it. Started by `cli/next.ts`, which waits for the
 * word "ready". By then the database is open (see `instrumentation.ts`).
 */
const host = process.env.HOST || "127.0.0.1";
const port = Number(process.env.PORT || 3000);
const settings = edgeSettings();
// After an action Next asks the next page of itself: here, and not wherever a header says.
process.env.__NEXT_PRIVATE_ORIGIN = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;

// The name by which Next knows itself is `localhost` whatever the address is: it makes that of 127.0.0.1
// too, and what `proxy.ts` leads elsewhere within Herleid would else be asked over the network.
const app = next({ dev: false, dir: process.cwd(), hostname: "localhost", port });
await app.prepare();
const server = http.createServer(edge(app.getRequestHandler(), settings));
// Longer than a proxy keeps a connection, so that it never sends into one that just closed.
server.keepAliveTimeout = 65_000;

// What is no HTTP at all never becomes a request.
const headers = safeHeaders(settings.address.protocol === "https:")
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join("");
server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const status = error.code === "HPE_HEADER_OVERFLOW" ? 431 : 400;
  const line = `HTTP/1.1 ${status} ${http.STATUS_CODES[status]}\r\n`;
  socket.end(`${line}${headers}content-length: 0\r\nconnection: close\r\n\r\n`);
});
server.once("error", (error) => {
  console.error(error);
  process.exit(1);
});
// Who started this server is gone without a word: nobody could stop it any more, and it would hold the data.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
server.listen({ host, port }, () => console.log("ready"));
