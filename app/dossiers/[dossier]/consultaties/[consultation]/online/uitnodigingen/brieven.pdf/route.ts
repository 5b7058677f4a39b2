import { getLocale, getTranslations } from "next-intl/server";
import { describeError } from "@/app/_lib/action";
import { fullAddress } from "@/app/_lib/address";
import { attachment } from "@/app/_lib/attachment";
import { unkeptAnswer } from "@/app/_lib/form-post";
import { plainPage } from "@/app/_lib/plain-page";
import { currentActor } from "@/app/_lib/session";
import { addresses, PARAMETERS } from "@/components/addresses";
import { MAIL_LANGUAGES } from "@/db/vocabulary";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { printLetters } from "@/domain/invitations/commands";
import { lettersPdf } from "@/domain/invitations/render/letters";
import { DomainError } from "@/domain/kernel/errors";
import { escaped } from "@/domain/text/rules";
import { DEFAULT_LANGUAGE, type Language } from "@/i18n/catalogue";
import { sentencesIn } from "@/i18n/sentence";

type Context = { params: Promise<{ dossier: string; consultation: string }> };

/** Letters with codes, to print. Asked by a form: it is written down that they were made, and nothing fetches them ahead. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return unkeptAnswer(null, 401);
  const { dossier, consultation: consultationId } = await params;
  try {
    const scope = await openDossierToRead(actor, dossier);
    const data = await request.formData();
    const asked = data.get(PARAMETERS.language);
    const language = MAIL_LANGUAGES.find((one) => one === asked) ?? DEFAULT_LANGUAGE;
    const ids = data.getAll(PARAMETERS.choose).map(String);
    const { words, letters } = await printLetters(scope, {
      consultationId,
      ids: ids.length > 0 ? ids : undefined,
      groupId: String(data.get(PARAMETERS.group) ?? ""),
    });
    const addressOf = (code: string) => fullAddress(addresses.stakeholderPage(code));
    const bytes = await lettersPdf(
      words,
      letters.map((letter) => ({ ...letter, address: addressOf(letter.code) })),
      {
        say: sentencesIn(language),
        site: fullAddress(addresses.enterCode()).replace(/^https?:\/\//, ""),
        language,
      },
    );
    const name = sentencesIn(language)("invitations.letter.file");
    return new Response(Buffer.from(bytes), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": attachment(`${name}.pdf`),
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === "forbidden") return unkeptAnswer(null, 403);
    if (error.code === "notFound") return unkeptAnswer(null, 404);
    const t = await getTranslations("invitations");
    const { message = "" } = await describeError(error);
    const back = addresses.dossier(dossier).invitations(consultationId);
    const main = `<h1>${escaped(t("print"))}</h1>
<p>${escaped(message)}</p>
<p><a href="${escaped(back)}">${escaped(t("title"))}</a></p>`;
    const { html, headers } = plainPage((await getLocale()) as Language, t("print"), main);
    return new Response(html, { status: 422, headers });
  }
}

/** Somebody opens the address of the form, or loads the page again: to the list. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { dossier, consultation } = await params;
  const location = addresses.dossier(dossier).invitations(consultation);
  return unkeptAnswer(null, 303, { location });
}
