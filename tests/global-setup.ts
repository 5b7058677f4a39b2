import fs from "node:fs";
import path from "node:path";
import { programs } from "@/cli/programs.mjs";
import { openDatabase } from "@/db/client";
import { sha256 } from "@/db/hash";
import { MIGRATIONS } from "@/db/migrate";
import { TEMPLATE_DATABASE, TEMPLATE_DUMP, TEMPLATE_FOLDER } from "./template";

/** Makes the template database once per run; what the embedded one needs is kept while the migrations stay. */
export default async function setup(): Promise<void> {
  process.env.HERLEID_PROGRAMS = await programs();
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
  if ([TEMPLATE_DUMP, TEMPLATE_FOLDER].every(fs.existsSync) && readOr(mark) === wanted) return;
  fs.rmSync(TEMPLATE_FOLDER, { recursive: true, force: true });
  const opened = await openDatabase({ folder: TEMPLATE_FOLDER });
  const client = (opened.db as unknown as { $client: { dumpDataDir(): Promise<Blob> } }).$client;
  const dump = await client.dumpDataDir();
  fs.writeFileSync(TEMPLATE_DUMP, Buffer.from(await dump.arrayBuffer()));
  await opened.close();
  fs.writeFileSync(mark, wanted);
}

/** Of all that makes an empty database what it is. */
function migrationsHash(): string {
  const migrations = MIGRATIONS.migrationsFolder;
  const folders = [
    migrations,
    path.join(migrations, "meta"),
    path.join(migrations, "..", "guards"),
  ];
  const files = folders.flatMap((folder) =>
    fs
      .readdirSync(folder)
      .filter((name) => name.endsWith(".sql") || name === "_journal.json")
      .sort()
      .map((name) => path.join(folder, name)),
  );
  return sha256(files.map((file) => fs.readFileSync(file)).join("\n"));
}

function readOr(file: string): string | null {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : null;
}
