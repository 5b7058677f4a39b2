import { headers } from "next/headers";
import { addresses } from "@/components/addresses";

/** The full address of a page of this installation, as `NEXTAUTH_URL` says where it stands. */
export function fullAddress(path: string): string {
  const base = process.env.NEXTAUTH_URL || `http://127.0.0.1:${process.env.PORT || 3000}`;
  return new URL(path, base).href;
}

/** The page the visitor sends a form from, as a path; the front page when the browser does not say. */
export async function pathOfSender(): Promise<string> {
  const all = await headers();
  const sender = all.get("referer");
  const host = all.get("host");
  if (!sender || !URL.canParse(sender)) return addresses.home();
  const url = new URL(sender);
  // Only our own pages: a redirect elsewhere would lend our name to a stranger.
  return url.host === host && !url.pathname.startsWith("//")
    ? url.pathname + url.search
    : addresses.home();
}
