import fs from "node:fs";
import path from "node:path";
import { openDatabase } from "@/db/client";
import { sha256 } from "@/db/hash";
import { MIGRATIONS } from "@/db/migrate";
import { TEMPLATE_DATABASE, TEMPLATE_DUMP } from "./template";

/** Makes the template database once per run; the dump of the embedded one is kept while the migrations stay. */
export default async function setup(): Promise<void> {
  const server = process.env.TEST_DATABASE_URL;
  if (server) await makeServerTemplate(server);
  else await makeEmbeddedTemplate();
}

async function makeServerTemplate(server: string): Promise<void> {
  const { default: postgres } = await import("postgres");
  const admin = postgres(server, { max: 1, onnotice: () => {} });
  await admin.unsafe(`drop database if exists ${TEMPLATE_DATABASE} with (force)`);
  await admin.unsafe(`create database ${TEMPLATE_DATABASE}`);
  await admin.end();
  const url = new URL(server);
  url.pathname = `/${TEMPLATE_DATABASE}`;
  await (await openDatabase({ url: url.href })).close();
}

async function makeEmbeddedTemplate(): Promise<void> {
  const mark = `${TEMPLATE_DUMP}.sha256`;
  const wanted = migrationsHash();
  if (fs.existsSync(TEMPLATE_DUMP) && readOr(mark) === wanted) return;
  fs.mkdirSync(path.dirname(TEMPLATE_DUMP), { recursive: true });
  const opened = await openDatabase({ folder: null });
  const client = (opened.db as unknown as { $client: { dumpDataDir(): Promise<Blob> } }).$client;
  const dump = await client.dumpDataDir();
  fs.writeFileSync(TEMPLATE_DUMP, Buffer.from(await dump.arrayBuffer()));
  fs.writeFileSync(mark, wanted);
  await opened.close();
}

function migrationsHash(): string {
  const folder = MIGRATIONS.migrationsFolder;
  const files = fs.readdirSync(folder).filter((name) => name.endsWith(".sql"));
  return sha256(
    files
      .sort()
      .map((name) => fs.readFileSync(path.join(folder, name)))
      .join("\n"),
  );
}

function readOr(file: string): string | null {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : null;
}
