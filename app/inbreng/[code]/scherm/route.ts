import { unkeptAnswer } from "@/app/_lib/form-post";
import { DomainError } from "@/domain/kernel/errors";
import { openConsultation } from "@/domain/participation/gate";
import { shownInRoom } from "@/domain/room/queries";

type Context = { params: Promise<{ code: string }> };

/** Which stelling is on the screen in a room: a number and nothing else, asked often by phones there. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  try {
    const n = await shownInRoom(await openConsultation((await params).code));
    return unkeptAnswer(JSON.stringify({ n }), 200, { "content-type": "application/json" });
  } catch (error) {
    if (error instanceof DomainError) return unkeptAnswer(null, 404);
    throw error;
  }
}
