import MailComposer from "nodemailer/lib/mail-composer";
import { createTranslator } from "use-intl/core";
import type { MailLanguage } from "@/db/vocabulary";
import en from "@/messages/en/mail.json";
import nl from "@/messages/nl/mail.json";
import type { MailSettings, NewMail } from "./model";
import { type Letter, letterOf, type Piece } from "./rules/letters";

const TEXTS = { nl, en };

/** A mail in words, twice the same: as plain text, and as a page. */
export interface Written {
  subject: string;
  text: string;
  html: string;
}

/** Writes a mail out. @param sender whose name stands above it. */
export function write(
  filled: Pick<NewMail, "template" | "values">,
  language: MailLanguage,
  sender: string,
): Written {
  const translate = createTranslator({ locale: language, messages: { mail: TEXTS[language] } });
  const say: Parameters<typeof letterOf>[2] = (key, params) =>
    translate(key as never, params as never);
  const letter = letterOf(filled, language, say);
  const byHand = say("mail.letters.byHand");
  return {
    subject: letter.subject,
    text: textOf(letter, sender),
    html: pageOf(letter, language, sender, byHand),
  };
}

/** Lines of plain text are folded at words, as people read them in a window of any width. */
function textOf({ pieces }: Letter, sender: string): string {
  const said = pieces.map((piece) =>
    "button" in piece
      ? `${piece.button}:\n${piece.address}`
      : "note" in piece
        ? piece.note
        : "heading" in piece
          ? `${piece.heading}\n${piece.paragraph}`
          : piece.paragraph,
  );
  return `${[...said, sender].join("\n\n")}\n`;
}

const escaped = (words: string) =>
  words
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

const lines = (words: string) => escaped(words).replaceAll("\n", "<br>");

/** Readers of mail know no stylesheets, and fetch nothing: all that a page looks like stands in it. */
const LOOK = {
  body: "margin:0;padding:24px 12px;background:#f1f4f7;color:#1b2733",
  card: "max-width:600px;margin:0 auto;background:#ffffff;border:1px solid #d3d9e1;border-radius:8px",
  sender:
    "margin:0;padding:14px 28px;background:#12305a;color:#ffffff;font-weight:bold;font-size:17px;border-radius:8px 8px 0 0",
  words: "padding:12px 28px 20px;font-size:16px;line-height:1.5",
  button:
    "display:inline-block;padding:14px 26px;background:#154a7d;color:#ffffff;font-size:17px;font-weight:bold;text-decoration:none;border-radius:6px",
  byHand: "color:#4a5866;font-size:15px;overflow-wrap:anywhere",
  note: "border-top:1px solid #d3d9e1;padding-top:12px;color:#4a5866;font-size:15px",
};
const CARD = `<div style="${LOOK.card}">`;
const FONT = "font-family:'Noto Sans',Verdana,Arial,sans-serif";

function pageOf({ subject, pieces }: Letter, language: string, sender: string, byHand: string) {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(subject)}</title>
</head>
<body style="${LOOK.body};${FONT}">
${CARD}
<p style="${LOOK.sender}">${escaped(sender)}</p>
<div style="${LOOK.words}">
${pieces.map((piece) => asHtml(piece, byHand)).join("\n")}
</div>
</div>
</body>
</html>
`;
}

function asHtml(piece: Piece, byHand: string): string {
  if ("heading" in piece) {
    return `<p><strong>${escaped(piece.heading)}</strong><br>${lines(piece.paragraph)}</p>`;
  }
  if ("paragraph" in piece) return `<p>${lines(piece.paragraph)}</p>`;
  if ("note" in piece) return `<p style="${LOOK.note}">${escaped(piece.note)}</p>`;
  const address = escaped(piece.address);
  return `<p><a href="${address}" style="${LOOK.button}">${escaped(piece.button)}</a></p>
<p style="${LOOK.byHand}">${escaped(byHand)}<br>${address}</p>`;
}

/** Its name is made of the id, so that a second one is known as the same. */
export function messageId(id: string, { from }: MailSettings): string {
  return `<${id}@${from.address.split("@")[1]}>`;
}

/** A mail as it goes over the line (RFC 5322). @param at when it was caused (ISO). */
export async function messageOf(
  written: Written,
  { id, to, at, settings }: { id: string; to: string; at: string; settings: MailSettings },
): Promise<Buffer> {
  return new MailComposer({
    ...written,
    from: settings.from,
    to: { name: "", address: to },
    messageId: messageId(id, settings),
    date: new Date(at),
    // It answers nobody, and wants no answer of a machine.
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

/** A mail as a page to open in a browser, with for whom it is. */
export function pageToRead({ subject, html }: Written, to: string): string {
  const head = `<p style="max-width:600px;margin:0 auto 12px">${escaped(to)}<br><strong>${escaped(subject)}</strong></p>`;
  return html.replace(CARD, `${head}\n${CARD}`);
}
