import type { MailReason, MailState } from "@/db/vocabulary";

/** How often a mail is tried before somebody must look at it: some ten hours. */
export const MAX_ATTEMPTS = 12;

/** Between two attempts at most, in minutes. */
const LONGEST_WAIT = 120;

/** How many seconds to wait after so many attempts that failed: 1, 2, 4 … minutes; null when it was the last. */
export function secondsToWait(attempts: number): number | null {
  if (attempts >= MAX_ATTEMPTS) return null;
  return 60 * Math.min(2 ** (attempts - 1), LONGEST_WAIT);
}

/** What went wrong while sending, as far as it decides what is to be done. */
export interface SmtpFault {
  /** What the server was being told. */
  said?: "login" | "sender" | "recipient" | "message";
  /** The number the server answered. */
  replyCode?: number;
  /** Whether the words of the mail were on their way to the server. */
  handedOver: boolean;
}

/** What became of an attempt. `waiting` is to be tried again. */
export interface Outcome {
  state: Extract<MailState, "sent" | "failed" | "perhaps" | "waiting">;
  reason: MailReason | null;
  replyCode: number | null;
}

export const SENT: Outcome = { state: "sent", reason: null, replyCode: null };

/**
 * What a fault means. An address or a message that the server refuses for good (5xx) has failed; without
 * an answer to words that were on their way nobody knows; all else is about the server, and may pass.
 */
export function outcomeOf({ said, replyCode, handedOver }: SmtpFault): Outcome {
  const forGood = replyCode !== undefined && replyCode >= 500;
  const became = (state: Outcome["state"], reason: MailReason): Outcome => {
    return { state, reason, replyCode: replyCode ?? null };
  };
  // Only an answer to the message itself says what became of it.
  if (handedOver && (said !== "message" || replyCode === undefined)) {
    return became("perhaps", "interrupted");
  }
  switch (said) {
    case "recipient":
      return became(forGood ? "failed" : "waiting", "address");
    case "message":
      return became(forGood ? "failed" : "waiting", "message");
    case "sender":
    case "login":
      return became("waiting", said);
    default:
      return became("waiting", "unreachable");
  }
}
