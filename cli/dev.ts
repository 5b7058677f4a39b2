import path from "node:path";
import { sentence } from "@/i18n/sentence";
import { listenAddress, serve } from "./next";
import { run } from "./run";

/** `npm run dev`: the app with reloading, on the embedded database unless DATABASE_URL is set. */
run(async () => {
  const { host, port } = listenAddress();
  const mail = process.env.HERLEID_MAIL_FOLDER || path.join(".data", "mail");
  if (!process.env.HERLEID_SMTP) console.log(sentence("cli.start.mail", { folder: mail }));
  await serve("dev", {
    NEXTAUTH_URL: process.env.NEXTAUTH_URL ?? `http://${host}:${port}`,
    HERLEID_MAIL_FOLDER: mail,
    // Only ever used on a developer's own machine: `npm start` refuses to run without one.
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? "only-for-development-on-this-machine",
  });
});
