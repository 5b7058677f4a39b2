import { getLocale, getTranslations } from "next-intl/server";
import { describeError } from "@/app/_lib/action";
import { fullAddress } from "@/app/_lib/address";
import { unkeptAnswer, wantsData } from "@/app/_lib/form-post";
import { keepForm } from "@/app/_lib/kept-form";
import { forget, type Known, knownHere, remember } from "@/app/_lib/participant";
import { plainPage } from "@/app/_lib/plain-page";
import { addresses, wholeNumber } from "@/components/addresses";
import { questionsOf } from "@/components/participation/questions";
import { TRAP } from "@/components/participation/trap";
import { POSITIONS, REFUSAL_REASONS } from "@/db/vocabulary";
import { formatClock } from "@/domain/kernel/dates";
import { DomainError, Invalid, NotFound } from "@/domain/kernel/errors";
import type { ConsultedScope } from "@/domain/kernel/scope";
import { keyIn } from "@/domain/kernel/submission";
import { flagReaction } from "@/domain/moderation/commands";
import {
  beginReacting,
  chooseGroup,
  mailReceipt,
  removeFile,
  saveDrafts,
  sendAnswers,
  withdrawAnswers,
} from "@/domain/participation/commands";
import { openConsultation, openParticipant } from "@/domain/participation/gate";
import { consultationPage, ownAnswers, ownReceipt } from "@/domain/participation/queries";
import { tooLongBy } from "@/domain/participation/rules";
import {
  FROM,
  type Screen,
  screenAfterGroup,
  screenAfterSaving,
  screenToGoOn,
} from "@/domain/participation/rules/flow";
import { shownInRoom } from "@/domain/room/queries";
import { escaped } from "@/domain/text/rules";
import type { Language } from "@/i18n/catalogue";

type Context = { params: Promise<{ code: string }> };

/** Somebody opens the address of the forms, or loads it again: to the beginning. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return unkeptAnswer(null, 303, { location: addresses.stakeholderPage((await params).code) });
}

/**
 * Takes in every form of who reacts: an ordinary post that leads on to a page. A script that saves what is typed gets
 * data. When something was sent is told here, before anything is waited for.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const arrivedAt = Date.now();
  const { code } = await params;
  let data = new FormData();
  try {
    data = await request.formData();
    if (field(data, "act") === "mailReceipt") return await mailReceiptTo(code, data);
    const went = await act(code, data, arrivedAt);
    const done = typeof went === "string" ? { ...NOTHING_SAVED, location: went } : went;
    if (wantsData(request)) {
      return unkeptAnswer(JSON.stringify(done), 200, { "content-type": "application/json" });
    }
    return unkeptAnswer(null, 303, { location: done.location });
  } catch (error) {
    if (wantsData(request)) return unkeptAnswer(null, error instanceof DomainError ? 422 : 503);
    return refusal(code, data, error);
  }
}

const field = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
};

/** What was typed in a form. */
const wordsIn = (data: FormData): string[] =>
  [...data].flatMap(([name, value]) =>
    name.startsWith("text.") && typeof value === "string" && value.trim() !== "" ? [value] : [],
  );

/** What a script that saves must know: where to go on, how often each answer was saved, and when last. */
interface Saved {
  location: string;
  seen: Record<string, number>;
  saved: string | null;
}
const NOTHING_SAVED = { seen: {}, saved: null };

/** Does what a form asks. @returns the page to go on to, and what was saved. */
async function act(code: string, data: FormData, arrivedAt: number): Promise<string | Saved> {
  const asked = field(data, "act");
  const at = await consultationOf(code);
  if (!at) {
    const { own, at: theirs } = await openParticipant(code, undefined, arrivedAt);
    // Whoever has the address of somebody is that one, once they say so.
    const open = theirs.code;
    if (asked === "restart" || asked === "forget") {
      await forget(theirs.consultationId);
      return addresses.stakeholderPage(open);
    }
    await remember(theirs.consultationId, code);
    return goOn(theirs, { scope: own, address: code, here: false }, open);
  }
  const { consultationId } = at;
  if (asked === "begin") {
    // A program is told nothing, and nobody began.
    if (field(data, TRAP) !== "") return addresses.stakeholderPage(code);
    const { address } = await beginReacting(at, { groupId: field(data, "groupId") });
    const shown = await shownInRoom(at);
    await remember(consultationId, address, { inRoom: shown !== null });
    return addresses.reactStatement(code, shown ?? 1);
  }
  if (asked === "restart" || asked === "forget") {
    await forget(consultationId);
    return addresses.stakeholderPage(code);
  }
  if (asked === "flag") return flagOf(code, at, data);
  const known = await knownHere(at, arrivedAt);
  if (!known) {
    // The device forgot who they are: what they typed comes back, with the way to go on.
    if (wordsIn(data).length > 0) throw new Invalid("participation.errors.unknownHere");
    return addresses.stakeholderPage(code);
  }
  if (asked === "me") {
    await remember(consultationId, known.address);
    return goOn(at, known, code);
  }
  // A page that somebody left open before another began on this device.
  const who = field(data, "who");
  if (who && who !== (await ownReceipt(known.scope)).number) {
    throw new Invalid("participation.errors.otherPerson");
  }
  if (asked === "save") return save(code, at, known, data);
  if (!known.here) return addresses.stakeholderPage(code);
  if (asked === "group") {
    await chooseGroup(known.scope, { groupId: field(data, "groupId") });
    const { drafts } = await ownAnswers(known.scope);
    return screenAddress(code, screenAfterGroup(drafts.length));
  }
  if (asked === "removeFile") return removeFileAt(code, at, known, data);
  if (asked === "send") return send(code, at, known, data);
  if (asked === "withdraw") {
    await withdrawAnswers(known.scope, {}, keyIn(data));
    await remember(consultationId, known.address, { sent: true });
    return addresses.reactOwn(code);
  }
  throw new NotFound();
}

/** Asks to look at a reaction of somebody else. Who fills in what nobody sees is a program: it is told the same. */
async function flagOf(code: string, at: ConsultedScope, data: FormData): Promise<string> {
  if (field(data, TRAP) === "") {
    const [reactionId, words] = [field(data, "reactionId"), field(data, "text.flag")];
    const reason = REFUSAL_REASONS.find((one) => one === field(data, "reason"));
    await flagReaction(at, { reactionId, reason, words }, keyIn(data));
  }
  return addresses.reactOthers(code, { message: "gemeld" });
}

/** The consultation that an address opens; null when it is somebody's own, who was not invited by it. */
async function consultationOf(code: string): Promise<ConsultedScope | null> {
  try {
    return await openConsultation(code);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

async function goOn(at: ConsultedScope, known: Known, code: string): Promise<string> {
  const shown = await shownInRoom(at);
  if (shown) return addresses.reactStatement(code, shown);
  const own = await ownAnswers(known.scope);
  return screenAddress(code, screenToGoOn(await consultationPage(at), own));
}

/** The address of a screen. */
function screenAddress(code: string, screen: Screen): string {
  switch (screen.screen) {
    case "statement":
      return addresses.reactStatement(
        code,
        screen.n,
        { from: screen.from },
        screen.wrong ? "fout" : undefined,
      );
    case "file":
      return addresses.reactFile(code, screen.n);
    case "all":
      return addresses.reactAll(code, {}, screen.wrong ? "fout" : undefined);
    case "check":
      return addresses.reactCheck(code);
    case "group":
      return addresses.reactGroup(code);
    case "later":
      return addresses.reactLater(code);
    case "own":
      return addresses.reactOwn(code);
    case "first":
      return addresses.stakeholderPage(code);
  }
}

async function send(
  code: string,
  { consultationId }: ConsultedScope,
  known: Known,
  data: FormData,
): Promise<string> {
  try {
    await sendAnswers(known.scope, {}, keyIn(data));
  } catch (error) {
    // The page says what is wrong, or that it is over: nothing was lost.
    if (error instanceof Invalid) return addresses.reactCheck(code);
    throw error;
  }
  await remember(consultationId, known.address, { sent: true });
  return addresses.reactReceipt(code);
}

/** Mails the receipt, and shows it again: with that it goes, or with what is wrong with the address. */
async function mailReceiptTo(code: string, data: FormData): Promise<Response> {
  const known = await knownHere(await openConsultation(code));
  if (!known?.here) return unkeptAnswer(null, 303, { location: addresses.stakeholderPage(code) });
  if (field(data, "who") !== (await ownReceipt(known.scope)).number) {
    throw new Invalid("participation.errors.otherPerson");
  }
  const [email, language] = [field(data, "email"), (await getLocale()) as Language];
  const address = fullAddress(addresses.stakeholderPage(known.address));
  try {
    await mailReceipt(known.scope, { email, language, address }, keyIn(data));
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const state = { ...(await describeError(error)), values: { email: email.slice(0, 200) } };
    const page = (failed: string) => addresses.reactReceipt(code, { failed });
    const { location, cookie } = keepForm(page, state);
    return unkeptAnswer(null, 303, { location, "set-cookie": cookie });
  }
  const location = addresses.reactReceipt(code, { message: "gemaild" });
  return unkeptAnswer(null, 303, { location });
}

/** Takes the file with an answer away. @returns where the answer stands. */
async function removeFileAt(
  code: string,
  at: ConsultedScope,
  known: Known,
  data: FormData,
): Promise<string> {
  const page = await consultationPage(at);
  const question = questionsOf(page)[(wholeNumber(field(data, "at")) ?? 0) - 1];
  if (!question) throw new NotFound();
  await removeFile(known.scope, { statementId: question.statement?.id ?? null }, keyIn(data));
  return page.state === "open"
    ? addresses.reactStatement(code, question.n)
    : addresses.reactOwn(code);
}

/** The answers in a form: the numbers of their questions, and what was typed or chosen. */
function answersIn(data: FormData) {
  const numbers = [...data.keys()].flatMap((name) => /^seen\.(\d{1,3})$/.exec(name)?.[1] ?? []);
  return numbers.map((n) => {
    const position = field(data, `position.${n}`);
    return {
      n: Number(n),
      statementId: field(data, `id.${n}`) || null,
      position: POSITIONS.find((one) => one === position) ?? null,
      text: field(data, `text.${n}`),
      seen: field(data, `seen.${n}`),
    };
  });
}

async function save(
  code: string,
  at: ConsultedScope,
  known: Known,
  data: FormData,
): Promise<Saved> {
  const answers = answersIn(data);
  const { kept, differs, sentAt, maxLength, course } = await saveDrafts(known.scope, {
    answers: answers.map(({ n: _n, ...answer }) => answer),
  });
  if (known.here) {
    const inRoom = (await shownInRoom(at)) !== null;
    await remember(at.consultationId, known.address, { sent: sentAt !== null, inRoom });
  }
  const screen = screenAfterSaving(course, {
    go: field(data, "go"),
    n: wholeNumber(field(data, "at")),
    from: FROM.find((one) => one === field(data, "from")),
    differs: differs.length > 0,
    wrong: answers.some(
      ({ statementId, text }) =>
        differs.includes(statementId) || tooLongBy(text.trim(), maxLength) > 0,
    ),
    sent: sentAt !== null,
  });
  const says = sentAt !== null || answers.some(({ position, text }) => position || text.trim());
  const votes = field(data, "go") === "vote" && !("wrong" in screen && screen.wrong);
  const [voted] = answers;
  if (votes && says && voted && known.here) await sendOne(known, voted.statementId);
  const last = kept.findLast(({ savedAt }) => savedAt !== null)?.savedAt;
  return {
    location: screenAddress(code, screen),
    // They are answered in the order they were asked.
    seen: Object.fromEntries(answers.map(({ n }, i) => [n, kept[i]?.n ?? 0])),
    saved: last ? formatClock(last) : null,
  };
}

/**
 * Sends the answer that stays on the screen, and none of what else is kept. Who sends what they changed nothing about has sent it
 * already; what cannot be sent yet stays kept.
 */
async function sendOne({ scope }: Known, statementId: string | null): Promise<void> {
  try {
    await sendAnswers(scope, { only: { statementId } });
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
  }
}

/** Says why something was not done, and gives back what was written, to be sent again. */
async function refusal(code: string, data: FormData, error: unknown): Promise<Response> {
  const t = await getTranslations("participation.react.failed");
  const { message = "" } = await describeError(error);
  const fields = [...data].filter((one): one is [string, string] => typeof one[1] === "string");
  const hidden = fields.map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const words = wordsIn(data);
  const again =
    words.length > 0
      ? `<form method="post" action="${escaped(addresses.reactSend(code))}">${hidden.join("")}
<button type="submit">${escaped(t("again"))}</button></form>
<h2>${escaped(t("words"))}</h2>
${words.map((value) => `<blockquote>${escaped(value)}</blockquote>`).join("\n")}`
      : "";
  const main = `<h1>${escaped(t("title"))}</h1>
<p>${escaped(message)}</p>
<p><a href="${escaped(addresses.stakeholderPage(code))}">${escaped(t("back"))}</a></p>
${again}`;
  const { html, headers } = plainPage((await getLocale()) as Language, t("title"), main);
  const status = error instanceof NotFound ? 404 : error instanceof DomainError ? 422 : 500;
  return new Response(html, { status, headers });
}
