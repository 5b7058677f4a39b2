"use client";

import { memo, type Ref, useState } from "react";
import { SUBMISSION_KEY } from "@/domain/kernel/submission";

/** A new key, random enough that nobody else has it. (`randomUUID` wants https, this does not.) */
export function submissionKey(): string {
  const signs = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(signs, (sign) => sign.toString(16).padStart(2, "0")).join("");
}

/**
 * The hidden field by which the server tells one press of a button from the next: made with the
 * form, so that a second press, with or without scripts, is answered and not done again. The key
 * that came with the page stays when scripts take the form over, and however often it is drawn.
 */
export const SubmissionKey = memo(function SubmissionKey({ ref }: { ref?: Ref<HTMLInputElement> }) {
  const [key] = useState(submissionKey);
  return (
    <input
      ref={ref}
      type="hidden"
      name={SUBMISSION_KEY}
      defaultValue={key}
      suppressHydrationWarning
    />
  );
});
