import fs from "node:fs";
import path from "node:path";
import { build, buildIsCurrent, requireFreePort, serve } from "@/cli/next";
import { run } from "@/cli/run";
import { openDatabase, shareDatabase } from "@/db/client";
import { fill } from "./fill";
import { mailServerInto } from "./mail-server";
import { E2E_ADDRESS, E2E_FOLDER, E2E_PORT, MAIL_FOLDER, writeWorld } from "./world";

const HOST = "127.0.0.1";
const DATABASE = "herleid_e2e";
const SECRET = "only-for-the-tests-on-this-machine-0123";

/** What Playwright starts: a fresh database with the example and the visitors, and the built app on it. */
run(async () => {
  await requireFreePort(HOST, E2E_PORT);
  fs.rmSync(E2E_FOLDER, { recursive: true, force: true });
  // The database in a folder makes this one; on a server nothing else would.
  fs.mkdirSync(E2E_FOLDER, { recursive: true });
  const config = process.env.TEST_DATABASE_URL
    ? { url: await freshOnServer(process.env.TEST_DATABASE_URL) }
    : { folder: path.join(E2E_FOLDER, "data") };
  // What is filled in here is signed as the server will sign.
  process.env.NEXTAUTH_SECRET = SECRET;
  const opened = await openDatabase(config);
  shareDatabase(opened);
  try {
    writeWorld(await fill());
  } finally {
    shareDatabase(undefined);
    await opened.close();
  }
  if (!buildIsCurrent()) await build();
  process.env.HOST = HOST;
  process.env.PORT = String(E2E_PORT);
  await serve("start", {
    DATABASE_URL: config.url ?? "",
    HERLEID_DATA: config.folder ?? "",
    HERLEID_SMTP: `smtp://127.0.0.1:${await mailServerInto(MAIL_FOLDER)}?tls=none`,
    HERLEID_MAIL_FROM: "Gemeente Proefstad <herleid@proefstad.example>",
    NEXTAUTH_URL: E2E_ADDRESS,
    NEXTAUTH_SECRET: SECRET,
  });
});

/** @returns the address of a new, empty database; what an earlier run left is dropped. */
async function freshOnServer(server: string): Promise<string> {
  const { default: postgres } = await import("postgres");
  const admin = postgres(server, { max: 1, onnotice: () => {} });
  await admin.unsafe(`drop database if exists ${DATABASE} with (force)`);
  await admin.unsafe(`create database ${DATABASE}`);
  await admin.end();
  const url = new URL(server);
  url.pathname = `/${DATABASE}`;
  return url.href;
}
