import { pictureAnswer } from "@/app/_lib/picture";
import { gate } from "@/app/_lib/session";
import { openConsultation } from "@/domain/participation/gate";
import { consultationPicture } from "@/domain/participation/queries";

type Context = { params: Promise<{ code: string; picture: string }> };

/** A picture with an explanation, for who has an address of its consultation. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { code, picture } = await params;
  const at = await gate(openConsultation(code));
  return pictureAnswer(await gate(consultationPicture(at, picture)));
}
