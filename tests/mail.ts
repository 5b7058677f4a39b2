import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";

/** What a mail server of a test does with what it is sent. */
interface Habits {
  /** The number it refuses an address with, by its part before the @. */
  refused?: Record<string, number>;
  /** Ends the line when all of a message has come, before it answers; it keeps the message all the same. */
  cutsAfterMessage?: boolean;
  /** Answers a message so, once it has come. */
  answers?: number;
  login?: { user: string; pass: string };
  /** Where it listens, so that a second one can take the place of the first. */
  port?: number;
  /** Waited for when it has the n-th message, before it says so. */
  beforeAnswer?: (n: number) => Promise<void>;
}

export interface Received {
  from: string;
  to: string[];
  mail: Email;
  raw: string;
}

/** A real SMTP server that ends with the test. */
export async function mailServer(habits: Habits = {}) {
  const received: Received[] = [];
  let asked = 0;
  const refusal = (code: number) =>
    Object.assign(new Error("refused <somebody@proef.example>"), { responseCode: code });
  const server = new SMTPServer({
    disabledCommands: habits.login ? ["STARTTLS"] : ["STARTTLS", "AUTH"],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    onConnect: (_session, done) => {
      asked++;
      done();
    },
    onAuth: ({ username, password }, _session, done) => {
      const right = username === habits.login?.user && password === habits.login?.pass;
      done(right ? null : refusal(535), right ? { user: username } : undefined);
    },
    onRcptTo: ({ address }, _session, done) => {
      const code = habits.refused?.[address.split("@")[0] ?? ""];
      done(code ? refusal(code) : undefined);
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part) => parts.push(part));
      stream.once("end", async () => {
        const raw = Buffer.concat(parts).toString("utf8");
        const { mailFrom, rcptTo } = session.envelope;
        if (!habits.answers) {
          received.push({
            from: mailFrom ? mailFrom.address : "",
            to: rcptTo.map(({ address }) => address),
            mail: await PostalMime.parse(raw),
            raw,
          });
        }
        await habits.beforeAnswer?.(received.length);
        if (habits.cutsAfterMessage) {
          const { connections } = server as unknown as { connections: Set<Connection> };
          for (const connection of connections) connection._socket?.destroy();
          return;
        }
        done(habits.answers ? refusal(habits.answers) : null);
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(habits.port ?? 0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= new Promise<void>((resolve) => server.close(() => resolve()));
    return closed;
  };
  onTestFinished(close);
  return {
    port,
    received,
    close,
    /** How often somebody came. */
    asked: () => asked,
    env: smtpEnv(port),
  };
}

interface Connection {
  _socket?: { destroy(): void };
}

/** What a program needs to send its mail to a server of a test. */
export function smtpEnv(port: number): Record<string, string> {
  return {
    HERLEID_SMTP: `smtp://127.0.0.1:${port}?tls=none`,
    HERLEID_MAIL_FROM: "Gemeente Proefstad <herleid@proefstad.example>",
  };
}
