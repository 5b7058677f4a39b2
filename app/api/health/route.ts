import { NextResponse } from "next/server";
import { databaseAnswers } from "@/db/client";

export const dynamic = "force-dynamic";

/** Whether this instance can serve: 200 when the database answers, else 503. */
export async function GET(): Promise<NextResponse> {
  const database = await databaseAnswers();
  return NextResponse.json(
    { status: database ? "ok" : "unavailable", database },
    { status: database ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
