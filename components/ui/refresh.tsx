"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Often enough to notice, seldom enough to cost nothing. */
const EVERY_MS = 2_000;

/**
 * Fetches the page again every other second for as long as it stands there, and nobody looks away;
 * focus, and what was typed, stay. Without a script the browser loads the page again.
 */
export function Refresh() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content="5" />
    </noscript>
  );
}
