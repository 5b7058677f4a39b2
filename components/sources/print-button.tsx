"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

/** Prints the page; without scripts the browser does that itself. */
export function PrintButton() {
  const t = useTranslations("sources.reader");
  const [running, setRunning] = useState(false);
  useEffect(() => setRunning(true), []);
  if (!running) return null;
  return (
    <Button size="small" variant="subtle" onClick={() => window.print()}>
      {t("print")}
    </Button>
  );
}
