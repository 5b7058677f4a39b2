"use client";

import { useEffect, useState } from "react";
import { addresses } from "@/components/addresses";
import type { Loaded } from "./document-context";
import type { RequirementData } from "./document-data";

/** Milliseconds somebody stays at a requirement before its herkomst is asked for: who walks past asks nothing. */
const STAYING = 120;

/** The herkomst of the requirement somebody is at; asked for anew each time, so that it is never old. */
export function useRequirementData(slug: string, id: string | null): Loaded {
  const [found, setFound] = useState<{ id: string; loaded: Loaded } | null>(null);

  useEffect(() => {
    if (!id) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const address = addresses.dossier(slug).requirementData(id);
        const answer = await fetch(address, { signal: stop.signal });
        if (!answer.ok) throw new Error(String(answer.status));
        const data = (await answer.json()) as RequirementData;
        setFound({ id, loaded: { state: "there", data } });
      } catch {
        if (!stop.signal.aborted) setFound({ id, loaded: { state: "failed" } });
      }
    }, STAYING);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [slug, id]);

  return found?.id === id ? found.loaded : { state: "loading" };
}
