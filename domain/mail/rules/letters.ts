import type { MailLanguage } from "@/db/vocabulary";
import type { MessageKey } from "@/messages/catalogue";
import { formatMoment } from "../../kernel/dates";
import type { MailTemplate, NewMail } from "../model";

/** What a letter is made of, in the order in which it is read. */
export type Piece =
  | { paragraph: string }
  /** The one thing to do, with its full address. */
  | { button: string; address: string }
  /** What is there for who wonders. */
  | { note: string };

export interface Letter {
  subject: string;
  pieces: Piece[];
}

type Say = (key: MessageKey, params?: Record<string, string | number>) => string;
type Filled = Pick<NewMail, "template" | "values">;
type ValuesOf<Template extends MailTemplate> = Extract<NewMail, { template: Template }>["values"];

/** The letter of a template, filled with its values. */
export function letterOf(filled: Filled, language: MailLanguage, say: Say): Letter {
  switch (filled.template) {
    case "test":
      return testLetter(filled.values as ValuesOf<"test">, say);
    case "signInLink":
      return signInLetter(filled.values as ValuesOf<"signInLink">, language, say);
  }
}

function testLetter({ name }: ValuesOf<"test">, say: Say): Letter {
  return {
    subject: say("mail.letters.test.subject"),
    pieces: [
      { paragraph: say("mail.letters.test.arrived") },
      { paragraph: say("mail.letters.test.by", { name }) },
      { note: say("mail.letters.test.why") },
    ],
  };
}

function signInLetter(
  { name, address, until }: ValuesOf<"signInLink">,
  language: MailLanguage,
  say: Say,
): Letter {
  return {
    subject: say("mail.letters.signInLink.subject"),
    pieces: [
      { paragraph: say("mail.letters.signInLink.greeting", { name }) },
      { paragraph: say("mail.letters.signInLink.asked") },
      { button: say("mail.letters.signInLink.button"), address },
      {
        paragraph: say("mail.letters.signInLink.once", { until: formatMoment(until, language) }),
      },
      { paragraph: say("mail.letters.signInLink.yours") },
      { note: say("mail.letters.signInLink.notYou") },
    ],
  };
}
