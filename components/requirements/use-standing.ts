"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { addresses } from "@/components/addresses";
import { useAccount } from "@/components/ui/account";
import { placeOf, readKept } from "@/components/ui/kept-words";
import { useStatus } from "@/components/ui/toast";
import { useDocument } from "./document-context";
import type { RequirementData, Standing } from "./document-data";
import { KEPT_AS } from "./use-writing";
import { useWritingState } from "./writing-state";

/** Which requirement this window was writing: after a refresh it goes on there. */
const HERE = "herleid.writing";

function marked(): string | null {
  try {
    return sessionStorage.getItem(HERE);
  } catch {
    return null;
  }
}

function mark(id: string | null): void {
  try {
    if (id) sessionStorage.setItem(HERE, id);
    else sessionStorage.removeItem(HERE);
  } catch {
    // A browser that keeps nothing begins anew.
  }
}

/**
 * What a requirement is written on, as long as it is written: what stands now, asked for when the writing begins. One
 * is written at a time: another that begins ends this.
 */
export function useStanding({ id }: { id: string }, may: boolean, draft: boolean) {
  const { slug, writing, setWriting } = useDocument();
  const account = useAccount();
  const pathname = usePathname();
  const t = useTranslations("requirements.document");
  const { announce } = useStatus();
  const [standing, setStanding] = useState<Standing | null>(null);
  const [kept, setKept] = useState(false);
  const state = useWritingState();
  const here = writing === id;

  async function start() {
    setWriting(id);
    try {
      const answer = await fetch(addresses.dossier(slug).requirementData(id));
      const data = answer.ok ? ((await answer.json()) as RequirementData) : null;
      if (!data?.standing) throw new Error(String(answer.status));
      mark(id);
      setStanding(data.standing);
    } catch {
      setWriting(null);
      announce({ text: t("notOpened"), tone: "error" });
    }
  }

  // Another one is written now.
  if (standing && !here) setStanding(null);

  const place = account && may ? placeOf(account, pathname, KEPT_AS, id) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is kept changes with how far the writing is
  useEffect(() => {
    setKept(place !== null && readKept(place) !== null);
  }, [place, state, here]);

  const goOn = useEffectEvent(() => {
    if (may && marked() === id) void start();
  });
  useEffect(() => {
    goOn();
    // By a refresh nothing is taken down, so that the mark stays.
    return () => {
      if (marked() === id) mark(null);
    };
  }, [id]);

  return {
    standing: here ? standing : null,
    start,
    /** There are words of one's own that are in no version. */
    waiting: may && (kept || draft),
    end: () => {
      mark(null);
      setStanding(null);
    },
  };
}
