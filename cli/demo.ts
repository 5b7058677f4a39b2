import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { openDatabase, shareDatabase } from "@/db/client";
import { sentence } from "@/i18n/sentence";
import { publishExample } from "@/tests/example/editions";
import { demoLinks, inviteInExample, loadExample } from "@/tests/example/load";
import { build, buildIsCurrent, CannotStart, listenAddress, requireFreePort, serve } from "./next";
import { run } from "./run";

/**
 * The demo keeps to a folder of its own, so that production never finds its accounts: `HERLEID_DATA`
 * when that is set.
 */
const folder = () => path.resolve(process.env.HERLEID_DATA || path.join(".data", "demo"));

/** `npm run demo`: everything at once, for who wants to look. */
run(async () => {
  const { host, port } = listenAddress();
  const address = `http://${host}:${port}`;
  await requireFreePort(host, port);
  refuseRealData();

  const opened = await openDatabase({
    folder: folder(),
    onStep: (step) => console.log(sentence(`cli.database.${step}`)),
  });
  shareDatabase(opened);
  const secret = demoSecret();
  let links: Awaited<ReturnType<typeof demoLinks>>;
  try {
    await loadExample(() => console.log(sentence("cli.demo.example")));
    // Who is invited is sealed as the server will read it.
    process.env.NEXTAUTH_SECRET = secret;
    await inviteInExample(address);
    await publishExample();
    links = await demoLinks(address);
  } finally {
    await opened.close();
    shareDatabase(undefined);
  }

  if (!buildIsCurrent()) {
    console.log(sentence("cli.demo.building"));
    await build();
  }
  console.log(sentence("cli.demo.starting"));
  const mail = path.join(folder(), "mail");
  const env = {
    DATABASE_URL: "",
    HERLEID_DATA: folder(),
    // Nobody who looks at it has a mail server, or wants mail to go out.
    HERLEID_SMTP: "",
    HERLEID_MAIL_FROM: "",
    HERLEID_MAIL_FOLDER: mail,
    // Nor does who looks come from the provider of whoever set one for real use.
    ...withoutProvider(),
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: secret,
  };
  await serve("start", env, () => {
    console.log(`\n${sentence("cli.demo.ready", { address })}\n`);
    for (const { role, link } of links) {
      console.log(`${sentence(`cli.demo.${role}`)}\n  ${link}`);
    }
    console.log(`\n${sentence("cli.demo.mail", { folder: mail })}`);
    console.log(`\n${sentence("cli.demo.note")}`);
  });
});

/** Everything that says at which provider staff sign in, as not set. */
function withoutProvider(): Record<string, string> {
  const names = Object.keys(process.env).filter((name) => name.startsWith("HERLEID_OIDC_"));
  return Object.fromEntries(names.map((name) => [name, ""]));
}

/** Whoever set HERLEID_DATA for real use does not want the demo's accounts in there. */
function refuseRealData(): void {
  const has = (name: string) => fs.existsSync(path.join(folder(), name));
  if (process.env.HERLEID_DATA && has("pgdata") && !has("secret")) {
    throw new CannotStart(sentence("cli.demo.notDemo", { folder: folder() }));
  }
}

/** Kept between starts, so that who is signed in stays so. */
function demoSecret(): string {
  const file = path.join(folder(), "secret");
  if (!fs.existsSync(file)) {
    fs.writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  }
  return fs.readFileSync(file, "utf8");
}
