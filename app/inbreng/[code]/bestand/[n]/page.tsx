import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { keptForm } from "@/app/_lib/kept-form";
import { reactingHere } from "@/app/_lib/participant";
import { visitOf } from "@/app/_lib/visit";
import { type Query, textOf, wholeNumber } from "@/components/addresses";
import { FileScreen } from "@/components/participation/file-screen";
import { questionsOf } from "@/components/participation/questions";
import { ReactingShell } from "@/components/participation/reacting-shell";

type Props = { params: Promise<{ code: string; n: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("participation.react.file"))("title"),
    referrer: "same-origin",
  };
}

/** A file with one answer: while it is open to send one, and after that to take it away. */
export default async function FilePage({ params, searchParams }: Props) {
  const { code, n } = await params;
  const at = wholeNumber(n) ?? 0;
  const { page, own } = await reactingHere(code);
  const question = questionsOf(page)[at - 1];
  if (!question || (!page.takesFiles && own.files.length === 0)) notFound();
  const failed = await keptForm(textOf(await searchParams, "failed"));
  const wrong = failed?.status === "error" ? (failed.fields?.file ?? failed.message) : undefined;
  return (
    <ReactingShell page={page} code={code} visit={await visitOf()}>
      <FileScreen page={page} own={own} code={code} question={question} wrong={wrong ?? null} />
    </ReactingShell>
  );
}
