import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { SmtpServer } from "../model";
import { type Outcome, outcomeOf, SENT, type SmtpFault } from "../rules/delivery";

/** Together less than a turn takes: see `TURN_SECONDS`. */
const CONNECT_MS = 15_000;
const SILENCE_MS = 30_000;

interface Sending {
  from: string;
  to: string;
  message: Buffer;
  /** Called just before the first byte of the message leaves; when it throws none does. */
  goesOut: () => Promise<void>;
  signal: AbortSignal;
}

/** Hands one mail to a server. It never rejects: what went wrong is the outcome, without words of the server. */
export async function sendBySmtp(server: SmtpServer, mail: Sending): Promise<Outcome> {
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.tls === "from start",
    requireTLS: server.tls === "upgrade",
    ignoreTLS: server.tls === "none",
    // Its own name would tell how the machine is called inside.
    name: mail.from.split("@")[1],
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    allowInternalNetworkInterfaces: true,
  });
  let handedOver = false;
  const stop = () => connection.close();
  mail.signal.addEventListener("abort", stop);
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once("error", reject);
      // However it ends without a word, it has ended.
      connection.once("end", () => reject(new Error("closed")));
      mail.signal.throwIfAborted();
      const send = () => {
        const envelope = { from: mail.from, to: [mail.to], size: mail.message.length };
        // Read when the server asks for it, and not before.
        const words = Readable.from(
          (async function* () {
            await mail.goesOut();
            handedOver = true;
            yield mail.message;
          })(),
        );
        connection.send(envelope, words, (error) => (error ? reject(error) : resolve()));
      };
      connection.connect((error) => {
        if (error) reject(error);
        else if (server.login) {
          connection.login({ credentials: server.login }, (refused) =>
            refused ? reject(refused) : send(),
          );
        } else send();
      });
    });
    connection.quit();
    return SENT;
  } catch (error) {
    connection.close();
    return outcomeOf(faultIn(error, handedOver));
  } finally {
    mail.signal.removeEventListener("abort", stop);
  }
}

/** What nodemailer says of a fault, without its words: those quote the server, which quotes the address. */
function faultIn(error: unknown, handedOver: boolean): SmtpFault {
  const { code, command, responseCode } = error as Record<string, unknown>;
  const replyCode = typeof responseCode === "number" ? responseCode : undefined;
  // An address that cannot even be told to a server.
  if (code === "EENVELOPE" && command === "API") {
    return { said: "recipient", replyCode: 501, handedOver };
  }
  if (code === "EAUTH") return { said: "login", replyCode, handedOver };
  const said = ({ "MAIL FROM": "sender", "RCPT TO": "recipient", DATA: "message" } as const)[
    String(command)
  ];
  return { said, replyCode, handedOver };
}
