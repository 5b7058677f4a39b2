"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useRef, useTransition } from "react";
import { addresses } from "@/components/addresses";
import { HiddenField } from "./fields";
import { SubmissionKey, submissionKey } from "./submission-key";
import { useStatus } from "./toast";
import { leadsOn, troubleOf } from "./trouble";

/**
 * A button that does one thing on the server and has nothing to fill in: a plain POST without
 * scripts. Pressed twice it is done once; without an answer it says so and can be pressed again.
 */
export function ButtonForm({
  action,
  hidden,
  className,
  unless,
  done,
  children,
}: {
  action: (data: FormData) => Promise<void>;
  /** Whether something must be asked first. */
  unless?: () => boolean;
  /** For what changes in place: called when the server did it. */
  done?: () => void;
  hidden?: Record<string, string | number>;
  className?: string;
  /** The button or buttons. */
  children: ReactNode;
}) {
  const [pending, start] = useTransition();
  const busy = useRef(false);
  const key = useRef<HTMLInputElement>(null);
  const sayTrouble = useSayTrouble();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending || busy.current || unless?.()) return;
    busy.current = true;
    const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    start(async () => {
      try {
        await action(data);
        if (key.current) key.current.value = submissionKey();
        done?.();
      } catch (error) {
        // Done: the page that follows has a form of its own.
        if (leadsOn(error)) throw error;
        sayTrouble(error);
      } finally {
        busy.current = false;
      }
    });
  }

  return (
    <form action={action} onSubmit={submit} aria-busy={pending || undefined} className={className}>
      <SubmissionKey ref={key} />
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

/** Says at the bottom of the page what became of a call without an answer, and what helps. */
function useSayTrouble(): (error: unknown) => void {
  const t = useTranslations("ui.trouble");
  const { announce } = useStatus();
  return (error) => {
    const { trouble, message } = troubleOf(error);
    const here = window.location.pathname + window.location.search + window.location.hash;
    const ways = {
      signedOut: {
        label: t("signIn"),
        run: () => window.location.assign(addresses.signIn({ next: here })),
      },
      outdated: { label: t("reload"), run: () => window.location.reload() },
    };
    announce({
      text: message ?? `${t(trouble)}. ${t(`${trouble}Next`, { limit: 0 })}`,
      tone: "error",
      action: trouble === "signedOut" || trouble === "outdated" ? ways[trouble] : undefined,
    });
  };
}
