import { comeFromProvider } from "@/app/_lib/provider";

/** Where the provider of the organisation leads back to. Its address is the one that next-auth gives. */
export async function GET(request: Request): Promise<Response> {
  return comeFromProvider(new URL(request.url).searchParams);
}
