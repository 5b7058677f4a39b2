"use server";

import { refresh } from "next/cache";

/**
 * Draws the page that one looks at anew. Not `router.refresh`: when the connection drops while that is under way, the browser loads the
 * page whole and finds nothing, under the hands of who is typing. This is only not answered then, and asked again later.
 */
export async function lookAgain(): Promise<void> {
  refresh();
}
