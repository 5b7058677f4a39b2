import { asc } from "drizzle-orm";
import { database } from "@/db/client";
import { auditHead } from "@/db/schema";
import { query } from "../../kernel/query";
import { type AdministratorScope, administrator } from "../../kernel/scope";
import { HEADS_FORMAT, type KeptHeads } from "../model";

/**
 * How far each chain is now, signed. Who keeps it elsewhere can show later that no row up to there was
 * taken away or written anew, also by who has the database and the key.
 *
 * @throws Forbidden for who is not an administrator.
 */
export const auditHeads = query(
  administrator,
  async (_scope: AdministratorScope): Promise<KeptHeads> => {
    const db = await database();
    const heads = await db.select().from(auditHead).orderBy(asc(auditHead.chain));
    return { format: HEADS_FORMAT, at: new Date().toISOString(), heads };
  },
);
