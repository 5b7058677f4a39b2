import fs from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

/**
 * A real SMTP server that keeps each message it is sent as a page in a folder, the first line of which says to whom it is,
 * in the order in which they came.
 *
 * @returns its port.
 */
export async function mailServerInto(folder: string): Promise<number> {
  fs.mkdirSync(folder, { recursive: true });
  let n = 0;
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    logger: false,
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part) => parts.push(part));
      stream.once("end", async () => {
        const { html = "" } = await PostalMime.parse(Buffer.concat(parts));
        const name = `${String(++n).padStart(6, "0")}.html`;
        const to = envelope.rcptTo.map(({ address }) => address).join(", ");
        // Whole or not at all: a test may look just now.
        const part = `${folder}.part`;
        fs.writeFileSync(part, `<!-- ${to} -->\n${html}`);
        fs.renameSync(part, path.join(folder, name));
        done();
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.server.address() as AddressInfo).port;
}
