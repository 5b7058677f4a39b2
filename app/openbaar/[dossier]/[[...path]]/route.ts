import type { NextRequest } from "next/server";
import { publishedAnswer } from "@/app/_lib/published";

/** A page of a published edition, or a file beside it: for anybody, without scripts. */
export function GET(request: NextRequest): Promise<Response> {
  return publishedAnswer(request);
}
