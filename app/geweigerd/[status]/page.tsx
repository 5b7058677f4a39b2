import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { REFUSAL_HEADER } from "@/app/_lib/refusal-header";
import ForbiddenPage, { generateMetadata as forbiddenMetadata } from "@/app/forbidden";
import NotFoundPage, { generateMetadata as notFoundMetadata } from "@/app/not-found";

type Props = { params: Promise<{ status: string }> };

async function isForbidden({ params }: Props): Promise<boolean> {
  return (await params).status === "403";
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return (await isForbidden(props)) ? forbiddenMetadata() : notFoundMetadata();
}

/** The words of a refusal as an ordinary page, for the edge: it sends them with the right status. */
export default async function RefusalPage(props: Props) {
  if (!(await headers()).has(REFUSAL_HEADER)) notFound();
  return (await isForbidden(props)) ? <ForbiddenPage /> : <NotFoundPage />;
}
