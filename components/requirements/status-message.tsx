import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { oneOf, type Query, wholeOf } from "@/components/addresses";
import { Alert } from "@/components/ui/alert";

/** What was just done, by the address the action led to: it works without JavaScript. */
const MESSAGES = [
  "hoofdstukken",
  "verwijderd",
  "hernummerd",
  "toegevoegd",
  "opgeslagen",
  "ongewijzigd",
  "gelaten",
  "vervallen",
  "hersteld",
  "gekoppeld",
  "losgekoppeld",
  "nietGekoppeld",
  "nietGekozen",
  "nietLosgekoppeld",
  "reden",
  "redenWeg",
  "gestuurd",
  "nietGestuurd",
] as const;

/** Those that say that nothing was done. */
const UNCHANGED: readonly string[] = ["ongewijzigd", "gelaten"];
const REFUSED: readonly string[] = [
  "nietGekoppeld",
  "nietGekozen",
  "nietLosgekoppeld",
  "nietGestuurd",
];

function toneOf(message: string): "ok" | "info" | "error" {
  if (REFUSED.includes(message)) return "error";
  return UNCHANGED.includes(message) ? "info" : "ok";
}

export function StatusMessage({
  query,
  children,
}: {
  query: Query;
  /** Something one may still do about it, such as undo. */
  children?: ReactNode;
}) {
  const t = useTranslations("requirements");
  const asked = oneOf(query, "message", MESSAGES);
  if (!asked) return null;
  const tone = toneOf(asked);
  return (
    <Alert tone={tone} role={tone === "error" ? "alert" : "status"}>
      <p>{t(`message.${asked}`, { count: wholeOf(query, "count") ?? 0 })}</p>
      {children}
    </Alert>
  );
}
