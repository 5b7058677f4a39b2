import PostalMime, { type Address, type Attachment, type Email } from "postal-mime";
import { Invalid, says } from "@/domain/kernel/errors";
import type { Upload } from "../model";
import { officeSigns, storedText } from "../rules";
import { parseHtml } from "./dom";
import { toMarkdown } from "./markdown";
import type { Convert, Remark } from "./model";
import { hiddenRemark, picturesRemark } from "./remarks";

/** A message in a message in a message: nobody goes deeper. */
const MAX_NESTING = 50;
const MAX_ATTACHMENTS = 100;
/** HTML that says this much of what the text beside it says is taken instead: it has the structure. */
const SAYS_AS_MUCH = 0.8;

/**
 * Reads a mail: who, to whom, when and about what as its first lines, and what was written. Its files come with it,
 * a forwarded mail too; pictures within the text do not.
 *
 * @throws Invalid with `sources.errors.noMail` or `sources.errors.mailEncrypted`, each with {fileName}; and what
 *   `parseHtml` and `storedText` throw.
 */
export const convertMail: Convert = async (file) => {
  const { fileName } = file;
  const mail = await parseMail(file);
  const written = bodyOf(mail, fileName);
  const lines = headerLines(mail);
  if (lines.length === 0) throw new Invalid("sources.errors.noMail", { fileName });
  const kept = mail.attachments.filter((part) => !isPicture(part) && !isSignature(part));
  const readable = kept.filter((part) => !isWinmail(part)).slice(0, MAX_ATTACHMENTS);
  if (written.text.trim() === "" && mail.attachments.some(isEncrypted)) {
    throw new Invalid("sources.errors.mailEncrypted", { fileName });
  }
  const remarks: Remark[] = [];
  if (kept.some(isWinmail)) remarks.push({ key: says("sources.remarks.winmail"), params: {} });
  const left = kept.filter((part) => !isWinmail(part)).length - readable.length;
  if (left > 0) {
    remarks.push({ key: says("sources.remarks.moreAttachments"), params: { count: left } });
  }
  const pictures = mail.attachments.filter(isPicture).length;
  return {
    text: storedText(fileName, `${lines.join("\n")}\n\n${written.text}`),
    remarks: [...remarks, ...hiddenRemark(written.hidden), ...picturesRemark(pictures)],
    pages: [],
    trackedChanges: null,
    attachments: uploadsOf(readable),
  };
};

async function parseMail({ fileName, bytes }: Upload): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      maxNestingDepth: MAX_NESTING,
    });
  } catch {
    throw new Invalid("sources.errors.damaged", { fileName });
  }
}

function headerLines(mail: Email): string[] {
  const lines: [string, string][] = [
    ["Van", mail.from ? written([mail.from]) : ""],
    ["Aan", written(mail.to ?? [])],
    ["Cc", written(mail.cc ?? [])],
    ["Datum", dateOf(mail)],
    ["Onderwerp", mail.subject ?? ""],
  ];
  return lines.flatMap(([name, said]) => {
    const words = officeSigns(said).replace(/\s+/g, " ").trim();
    return words === "" ? [] : [`${name}: ${words}`];
  });
}

function written(addresses: readonly Address[]): string {
  return addresses
    .map((address) => {
      if (address.group) return `${address.name} (${written(address.group)})`;
      if (address.name === "") return address.address ?? "";
      return address.address ? `${address.name} <${address.address}>` : address.name;
    })
    .join(", ");
}

const ENGLISH = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const DUTCH =
  "januari februari maart april mei juni juli augustus september oktober november december".split(
    " ",
  );
const SENT = /\b(\d{1,2})\s+([a-z]{3})[a-z]{0,6}\s+(\d{4})\s+(\d{1,2}):(\d{2})/i;

/** When it was sent as the sender's clock said, in Dutch: that is the day people remember. */
function dateOf(mail: Email): string {
  const header = mail.headers.find(({ key }) => key === "date")?.value ?? "";
  const [, day = "", name = "", year, hours = "", minutes] = SENT.exec(header) ?? [];
  const month = DUTCH[ENGLISH.indexOf(name.toLowerCase())];
  if (month === undefined) return header;
  return `${Number(day)} ${month} ${year}, ${hours.padStart(2, "0")}:${minutes} uur`;
}

function bodyOf(mail: Email, fileName: string): { text: string; hidden: string } {
  const plain = officeSigns(mail.text ?? "");
  if (mail.html === undefined) return { text: plain, hidden: "" };
  const { text, hidden } = toMarkdown(parseHtml(officeSigns(mail.html), fileName));
  return lettersIn(text) >= lettersIn(plain) * SAYS_AS_MUCH
    ? { text, hidden }
    : { text: plain, hidden: "" };
}

const lettersIn = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "").length;

const isPicture = (part: Attachment): boolean =>
  part.mimeType.startsWith("image/") && (part.related === true || part.disposition === "inline");

const isSignature = ({ mimeType }: Attachment): boolean =>
  /^application\/(?:x-)?(?:pkcs7|pgp)-signature$/.test(mimeType);

/** Outlook's own wrapping, in which the files of a mail disappear for everybody else. */
const isWinmail = ({ mimeType, filename }: Attachment): boolean =>
  /ms-tnef$/.test(mimeType) || filename?.toLowerCase() === "winmail.dat";

const isEncrypted = ({ mimeType }: Attachment): boolean =>
  /^application\/(?:x-)?(?:pkcs7-mime|pgp-encrypted)$/.test(mimeType);

const ENDINGS: Record<string, string> = {
  "message/rfc822": "eml",
  "application/pdf": "pdf",
  "text/plain": "txt",
  "text/html": "html",
  "text/csv": "csv",
};

function uploadsOf(parts: readonly Attachment[]): Upload[] {
  return parts.map((part, i) => ({
    fileName: nameOf(part, i + 1),
    bytes:
      typeof part.content === "string"
        ? new TextEncoder().encode(part.content)
        : new Uint8Array(part.content),
  }));
}

/** A name without folders in it; of a message without one its number. */
function nameOf({ filename, mimeType }: Attachment, n: number): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these have no place in a name
  const name = (filename ?? "").replace(/[/\\\0-\x1f\x7f]/g, "-").trim();
  const ending = ENDINGS[mimeType];
  if (name === "") return `bijlage-${n}.${ending ?? "bin"}`;
  return /\.[a-z\d]{1,8}$/i.test(name) || !ending
    ? name.slice(-200)
    : `${name.slice(-190)}.${ending}`;
}
