import { cookies } from "next/headers";
import { addresses } from "@/components/addresses";
import { FIRST_COLUMNS, TABLE_COLUMNS, type TableColumn } from "@/domain/table/model";
import { secure } from "./session-token";

const COOKIE = "kolommen";
const YEAR = 365 * 24 * 60 * 60;

/** The columns of the table that somebody chose in this browser, in the order of the table. */
export async function chosenColumns(): Promise<readonly TableColumn[]> {
  const value = (await cookies()).get(COOKIE)?.value;
  if (value === undefined) return FIRST_COLUMNS;
  const chosen = value.split(".");
  return TABLE_COLUMNS.filter((column) => chosen.includes(column));
}

/** Remembers them; what is no column is left out. */
export async function keepColumns(chosen: readonly string[]): Promise<void> {
  const value = TABLE_COLUMNS.filter((column) => chosen.includes(column)).join(".");
  (await cookies()).set(COOKIE, value || "geen", {
    httpOnly: true,
    sameSite: "lax",
    secure: secure(),
    path: addresses.home(),
    maxAge: YEAR,
  });
}
