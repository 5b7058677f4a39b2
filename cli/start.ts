import { oidcEnvironment } from "@/domain/accounts/model";
import { mailEnvironment } from "@/domain/mail/model";
import { BadSetting, edgeSettings } from "@/edge/settings";
import { sentence } from "@/i18n/sentence";
import { buildIsCurrent, CannotStart, listenAddress, serve } from "./next";
import { run } from "./run";

/** Shorter secrets can be guessed. */
const SECRET_LENGTH = 32;

/** `npm start`: production. Refuses to start without what it cannot do without, naming it. */
run(async () => {
  const missing: string[] = [];
  const secret = process.env.NEXTAUTH_SECRET ?? "";
  if (secret.length < SECRET_LENGTH) {
    missing.push(sentence("cli.start.needsSecret", { length: SECRET_LENGTH }));
  }
  const auditKeys = (process.env.HERLEID_AUDIT_KEY ?? "").split(",").map((key) => key.trim());
  if (auditKeys.some((key) => key !== "" && key.length < SECRET_LENGTH)) {
    missing.push(sentence("cli.start.shortAuditKey", { length: SECRET_LENGTH }));
  }
  if (!isAddress(process.env.NEXTAUTH_URL)) missing.push(sentence("cli.start.needsAddress"));
  if (missing.length > 0) {
    throw new CannotStart([sentence("cli.start.missing"), ...missing].join("\n"));
  }
  refuseBadSettings();
  const mail = mailEnvironment.safeParse(process.env);
  if (!mail.success) {
    const variable = String(mail.error.issues[0]?.path[0]);
    throw new CannotStart(sentence("cli.start.badMail", { variable }));
  }
  const provider = oidcEnvironment.safeParse(process.env);
  if (!provider.success) {
    const variable = String(provider.error.issues[0]?.path[0]);
    throw new CannotStart(sentence("cli.start.badOidc", { variable }));
  }
  if (!buildIsCurrent()) throw new CannotStart(sentence("cli.start.needsBuild"));
  const { host, port } = listenAddress();
  await serve("start", {}, () => {
    console.log(sentence("cli.start.listening", { address: `http://${host}:${port}` }));
    const { way } = mail.data;
    if (way.kind === "folder") console.log(sentence("cli.start.mail", { folder: way.folder }));
  });
});

/** What the server itself reads: better said here, in one sentence. */
function refuseBadSettings(): void {
  try {
    const { address, hasProxies } = edgeSettings();
    if (address.protocol === "https:" && !hasProxies) console.error(sentence("cli.start.noProxy"));
  } catch (error) {
    if (!(error instanceof BadSetting)) throw error;
    const key = error.variable === "HERLEID_LIMITS" ? "cli.start.badLimits" : "cli.start.badProxy";
    throw new CannotStart(sentence(key, { value: error.value }));
  }
}

function isAddress(value: string | undefined): boolean {
  try {
    return ["http:", "https:"].includes(new URL(value ?? "").protocol);
  } catch {
    return false;
  }
}
