import { pictureAnswer } from "@/app/_lib/picture";
import { gate, requireDossier } from "@/app/_lib/session";
import { explanationPicture } from "@/domain/statements/queries";

type Context = { params: Promise<{ dossier: string; consultation: string; picture: string }> };

/** A picture with an explanation, for who works in the dossier. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { dossier, consultation, picture } = await params;
  const scope = await requireDossier(dossier);
  return pictureAnswer(await gate(explanationPicture(scope, consultation, picture)));
}
