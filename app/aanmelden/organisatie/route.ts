import { leadToProvider } from "@/app/_lib/provider";
import { addresses } from "@/components/addresses";

/**
 * To the provider of the organisation. An ordinary link, for a policy on forms would have to know every address
 * that a provider leads on to; only from a page of ours, so that nobody is signed in by another site.
 */
export async function GET(request: Request): Promise<Response> {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") {
    return new Response(null, { status: 303, headers: { location: addresses.signIn() } });
  }
  return leadToProvider();
}
