import { randomUUID } from "node:crypto";
import fs from "node:fs";
import { afterAll, beforeAll } from "vitest";
import { type OpenDatabase, openDatabase, shareDatabase } from "@/db/client";
import { TEMPLATE_DATABASE, TEMPLATE_DUMP } from "./template";

/**
 * Gives the tests of one file a database of their own: a copy of the migrated template that
 * `tests/global-setup.ts` made. The embedded one, or with TEST_DATABASE_URL a real PostgreSQL.
 */
export function freshDatabase(): void {
  let opened: OpenDatabase;
  let drop = async () => {};

  beforeAll(async () => {
    const server = process.env.TEST_DATABASE_URL;
    if (server) {
      const { default: postgres } = await import("postgres");
      const name = `herleid_test_${randomUUID().replaceAll("-", "")}`;
      const admin = postgres(server, { max: 1, onnotice: () => {} });
      await admin.unsafe(`create database ${name} template ${TEMPLATE_DATABASE}`);
      const url = new URL(server);
      url.pathname = `/${name}`;
      opened = await openDatabase({ url: url.href });
      drop = async () => {
        await admin.unsafe(`drop database ${name} with (force)`);
        await admin.end();
      };
    } else {
      const dump = new Blob([fs.readFileSync(TEMPLATE_DUMP)], { type: "application/x-gzip" });
      opened = await openDatabase({ folder: null, dump });
    }
    shareDatabase(opened);
  });

  afterAll(async () => {
    shareDatabase(undefined);
    await opened?.close();
    await drop();
  });
}
