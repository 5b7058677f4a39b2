import { encode } from "uqr";
import { giveWay } from "@/db/give-way";
import type { MailLanguage } from "@/db/vocabulary";
import type { MessageKey } from "@/messages/catalogue";
import { formatDate, formatDayAndTime, today } from "../../kernel/dates";
import type { InvitationWords, Letter } from "../model";
import { INK, LEFT, LINE, MUTED, Paper, WIDTH } from "./page";

type Say = (key: MessageKey, params?: Record<string, string | number>) => string;

const FOOT = 790;

/**
 * Letters as a PDF for printing, each on a page of its own: to whom, what is asked and until when, and the code to type or
 * to scan. Words that do not fit on a page go on on the next.
 *
 * @param site where one types a code, without "https://". @returns the bytes of the file.
 */
export async function lettersPdf(
  words: InvitationWords,
  letters: readonly Letter[],
  { say, site, language }: { say: Say; site: string; language: MailLanguage },
): Promise<Uint8Array> {
  const paper = new Paper({ title: words.title, author: words.sender, language });
  for (const letter of letters) {
    writeLetter(paper, words, letter, { say, site, language });
    await giveWay();
  }
  return paper.bytes();
}

interface How {
  say: Say;
  site: string;
  language: MailLanguage;
}

function writeLetter(paper: Paper, words: InvitationWords, letter: Letter, how: How): void {
  const { say, language } = how;
  paper.newPage();
  paper.bottom = FOOT - 6;
  paper.turn = () => turn(paper, words, how);
  paper.y = 52;
  paper.paragraph([{ text: words.sender, bold: true }], { size: 15, gap: 0, tag: "H1" });
  // Where an envelope has its window.
  paper.y = 142;
  for (const line of letter.to.slice(0, 6)) {
    paper.paragraph([{ text: line }], { gap: 0, width: 260 });
  }
  paper.y = Math.max(paper.y + 20, 225);
  fact(paper, say("invitations.letter.date"), formatDate(today(), language));
  fact(paper, say("invitations.letter.subject"), words.title, true);
  paper.y += 14;
  const write = (text: string) => paper.paragraph(bold(text));
  write(
    letter.name
      ? say("invitations.letter.greeting", { name: letter.name })
      : say("invitations.letter.hello"),
  );
  for (const part of words.introduction.split(/\n+/)) write(plain(part));
  write(asked(words, how));
  codeBox(paper, letter, how);
  write(`**${say("invitations.letter.words")}** ${plain(words.privacy)}`);
  if (words.answerBy) {
    const day = formatDate(words.answerBy, language);
    write(`**${say("invitations.letter.hear")}** ${say("invitations.letter.answerBy", { day })}`);
  }
  write(`**${say("invitations.letter.help")}** ${plain(words.contact)}`);
  if (letter.keptUntil) {
    write(say("invitations.letter.kept", { day: formatDate(letter.keptUntil, language) }));
  }
  write(`${say("invitations.letter.regards")}\n${plain(words.sender)}`);
  foot(paper, how);
}

function asked(words: InvitationWords, { say, language }: How): string {
  const { count, minutes, opensAt, closesAt } = words;
  const ask = say("invitations.letter.ask", { count, minutes });
  // Letters are only made of what is open, and that has an end.
  if (!closesAt) return ask;
  const closes = formatDayAndTime(closesAt, language);
  const when = opensAt
    ? say("invitations.letter.between", { opens: formatDayAndTime(opensAt, language), closes })
    : say("invitations.letter.until", { closes });
  return `${ask} ${when}`;
}

/** Words of others have no marks of ours. */
const plain = (text: string) => text.replaceAll("**", "");

/** `**so**` is bold. */
const bold = (text: string) =>
  text.split("**").map((part, i) => ({ text: part, bold: i % 2 === 1 }));

/** Goes on on a next page, which says of what. */
function turn(paper: Paper, { title }: InvitationWords, how: How): void {
  foot(paper, how);
  paper.newPage();
  paper.y = 52;
  paper.paragraph([{ text: title, bold: true }], { size: 9, color: MUTED, gap: 14 });
}

function fact(paper: Paper, name: string, value: string, strong = false): void {
  const { y } = paper;
  paper.paragraph([{ text: name }], { color: MUTED, gap: 0, width: 86 });
  paper.y = y;
  paper.paragraph([{ text: value, bold: strong }], { x: LEFT + 90, width: WIDTH - 90, gap: 2 });
}

const BOX = 136;
const QR = 96;

function codeBox(paper: Paper, { code, address }: Letter, { say, site }: How): void {
  if (paper.y + BOX > paper.bottom) paper.turn();
  const top = paper.y + 2;
  paper.pdf.roundedRect(LEFT, top, WIDTH, BOX, 7).lineWidth(1.2).stroke(LINE);
  drawQr(paper, address, LEFT + 20, top + 20, say("invitations.letter.qr"));
  const at = { x: LEFT + 138, width: WIDTH - 154 };
  paper.y = top + 18;
  paper.paragraph(bold(say("invitations.letter.scan", { site: plain(site) })), { ...at, gap: 5 });
  // As one reads it over: in capitals, which a code may be typed in.
  paper.paragraph([{ text: code.toUpperCase(), bold: true }], { ...at, size: 15.5, gap: 3 });
  paper.paragraph([{ text: say("invitations.letter.signs") }], { ...at, size: 9.5, color: MUTED });
  paper.y = top + BOX + 14;
}

/** The QR code of an address as black modules; a reader needs four of white around them. */
function drawQr(paper: Paper, address: string, x: number, y: number, alt: string): void {
  const { data, size } = encode(address, { ecc: "M", border: 0 });
  const module = QR / size;
  paper.pdf.addStructure(
    paper.pdf.struct("Figure", { alt }, () => {
      for (const [row, modules] of data.entries()) {
        for (const [column, dark] of modules.entries()) {
          // A little over each other, so that no hair of white shows between them.
          if (dark)
            paper.pdf.rect(x + column * module, y + row * module, module + 0.05, module + 0.05);
        }
      }
      paper.pdf.fill(INK);
    }),
  );
}

function foot(paper: Paper, { say }: How): void {
  paper.pdf
    .moveTo(LEFT, FOOT)
    .lineTo(LEFT + WIDTH, FOOT)
    .lineWidth(0.5)
    .stroke("#d3d9e1");
  const { bottom } = paper;
  paper.bottom = Number.POSITIVE_INFINITY;
  paper.y = FOOT + 8;
  paper.paragraph([{ text: say("invitations.letter.foot") }], { size: 9, color: MUTED });
  paper.bottom = bottom;
}
