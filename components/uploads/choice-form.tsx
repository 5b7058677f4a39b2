"use client";

import { type ReactNode, useRef } from "react";
import { ButtonForm } from "@/components/ui/button-form";

/** A few choices that count at once; without a script a button says so. */
export function ChoiceForm({
  action,
  hidden,
  className,
  button,
  children,
}: {
  action: (data: FormData) => Promise<void>;
  hidden: Record<string, string>;
  className?: string;
  /** The button, for who has no scripts. */
  button: ReactNode;
  children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  return (
    <ButtonForm action={action} hidden={hidden}>
      <div
        ref={box}
        className={className}
        onChange={() => box.current?.closest("form")?.requestSubmit()}
      >
        {children}
        <noscript>{button}</noscript>
      </div>
    </ButtonForm>
  );
}
