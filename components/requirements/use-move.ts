"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { idleForm } from "@/components/ui/form-state";
import { submissionKey } from "@/components/ui/submission-key";
import { useStatus } from "@/components/ui/toast";
import { troubleOf } from "@/components/ui/trouble";
import { SUBMISSION_KEY } from "@/domain/kernel/submission";
import { useDocument } from "./document-context";

/** Moves a requirement one place within its chapter, and says where it stands now. */
export function useMove(id: string): (direction: "up" | "down") => Promise<void> {
  const { slug, actions } = useDocument();
  const t = useTranslations("ui.trouble");
  const { announce } = useStatus();
  const router = useRouter();
  const busy = useRef(false);
  return async (direction) => {
    if (busy.current) return;
    busy.current = true;
    const data = new FormData();
    data.set("dossier", slug);
    data.set("move", `${direction}:${id}`);
    data.set(SUBMISSION_KEY, submissionKey());
    try {
      const { status, message = "" } = await actions.move(idleForm, data);
      announce({ text: message, tone: status === "error" ? "error" : "ok" });
      router.refresh();
    } catch (error) {
      const { trouble, message } = troubleOf(error);
      announce({ text: message ?? t(trouble), tone: "error" });
    } finally {
      busy.current = false;
    }
  };
}
