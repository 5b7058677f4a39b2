import type { MailLanguage } from "@/db/vocabulary";
import type { MessageKey } from "@/messages/catalogue";
import { formatDate, formatDayAndTime, formatMoment } from "../../kernel/dates";
import type { MailTemplate, NewMail } from "../model";

/** What a letter is made of, in the order in which it is read. */
export type Piece =
  | { paragraph: string }
  /** Words under a few words in bold. */
  | { heading: string; paragraph: string }
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
    case "invitation":
    case "reminder":
      return invitationLetter(filled as Invitation, language, say);
    case "receipt":
      return receiptLetter(filled.values as ValuesOf<"receipt">, language, say);
    case "outcome":
      return outcomeLetter(filled.values as ValuesOf<"outcome">, language, say);
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

type Invitation = { template: "invitation" | "reminder"; values: ValuesOf<"invitation"> };

function invitationLetter(
  { template, values }: Invitation,
  language: MailLanguage,
  say: Say,
): Letter {
  const { name, title, introduction, count, minutes, privacy, contact, address } = values;
  const answer = values.answerBy
    ? say("mail.letters.invitation.answerBy", { day: formatDate(values.answerBy, language) })
    : "";
  const first = template === "invitation";
  return {
    subject: say(first ? "mail.letters.invitation.subject" : "mail.letters.invitation.again", {
      title,
      count,
    }),
    pieces: [
      {
        paragraph: name
          ? say("mail.letters.invitation.greeting", { name })
          : say("mail.letters.invitation.hello"),
      },
      ...(first ? [] : [{ paragraph: say("mail.letters.invitation.earlier") }]),
      ...introduction.split(/\n+/).map((paragraph) => ({ paragraph })),
      {
        paragraph: [
          say("mail.letters.invitation.ask", { count, minutes }),
          whenOf(values, language, say),
        ].join(" "),
      },
      { button: say("mail.letters.invitation.button"), address },
      { paragraph: say("mail.letters.invitation.yours") },
      {
        heading: say("mail.letters.invitation.words"),
        paragraph: [privacy, answer].filter(Boolean).join(" "),
      },
      { heading: say("mail.letters.invitation.questions"), paragraph: contact },
      {
        note: [
          say("mail.letters.invitation.why", { sender: values.sender }),
          values.keptUntil
            ? say("mail.letters.invitation.kept", { day: formatDate(values.keptUntil, language) })
            : say("mail.letters.invitation.keptOpen"),
        ].join(" "),
      },
    ],
  };
}

/** From when until when one can react; before it is opened the end may not be set yet. */
function whenOf(
  { opensAt, closesAt }: Invitation["values"],
  language: MailLanguage,
  say: Say,
): string {
  if (!closesAt) return say("mail.letters.invitation.endless");
  const closes = formatDayAndTime(closesAt, language);
  return opensAt
    ? say("mail.letters.invitation.between", { opens: formatDayAndTime(opensAt, language), closes })
    : say("mail.letters.invitation.until", { closes });
}

function receiptLetter(
  { sender, title, number, sentAt, closesAt, answerBy, contact, address }: ValuesOf<"receipt">,
  language: MailLanguage,
  say: Say,
): Letter {
  return {
    subject: say("mail.letters.receipt.subject", { title }),
    pieces: [
      {
        paragraph: say("mail.letters.receipt.in", {
          title,
          number,
          moment: formatMoment(sentAt, language),
        }),
      },
      ...(closesAt
        ? [
            {
              paragraph: say("mail.letters.receipt.change", {
                closes: formatDayAndTime(closesAt, language),
              }),
            },
          ]
        : []),
      { button: say("mail.letters.receipt.button"), address },
      { paragraph: say("mail.letters.receipt.yours") },
      ...(answerBy
        ? [
            {
              paragraph: say("mail.letters.invitation.answerBy", {
                day: formatDate(answerBy, language),
              }),
            },
          ]
        : []),
      { heading: say("mail.letters.receipt.questions"), paragraph: contact },
      { note: say("mail.letters.receipt.why", { sender }) },
    ],
  };
}

function outcomeLetter(
  { name, sender, title, number, edition, own, contact, keptUntil }: ValuesOf<"outcome">,
  language: MailLanguage,
  say: Say,
): Letter {
  return {
    subject: say("mail.letters.outcome.subject", { title }),
    pieces: [
      {
        paragraph: name
          ? say("mail.letters.invitation.greeting", { name })
          : say("mail.letters.invitation.hello"),
      },
      { paragraph: say("mail.letters.outcome.asked", { sender, title }) },
      { paragraph: say("mail.letters.outcome.done", { number }) },
      { button: say("mail.letters.outcome.button"), address: edition },
      ...(own
        ? [
            { paragraph: say("mail.letters.outcome.own") },
            { button: say("mail.letters.outcome.ownButton"), address: own },
            { paragraph: say("mail.letters.outcome.yours") },
          ]
        : [{ paragraph: say("mail.letters.outcome.earlier") }]),
      { heading: say("mail.letters.receipt.questions"), paragraph: contact },
      {
        note: [
          say("mail.letters.outcome.why", { sender }),
          ...(keptUntil
            ? [say("mail.letters.invitation.kept", { day: formatDate(keptUntil, language) })]
            : []),
        ].join(" "),
      },
    ],
  };
}
