import type { ReaderScope } from "@/domain/kernel/scope";
import { addChapter, addRequirement, linkRequirement } from "@/domain/requirements/commands";
import { bodyOfLines } from "@/domain/requirements/rules/text";

/** A chapter at the end of the Programma van Eisen. @returns its id. */
export async function chapterOf(
  scope: ReaderScope,
  overrides: Partial<Parameters<typeof addChapter>[1]> = {},
): Promise<string> {
  const { id } = await addChapter(scope, { title: "Eisen aan de dienstverlening", ...overrides });
  return id;
}

type RequirementInput = Omit<Parameters<typeof addRequirement>[1], "body">;

/** A requirement at the end of a chapter (a new one when none is given); `text` is plain lines. */
export async function requirementOf(
  scope: ReaderScope,
  { text, ...overrides }: Partial<RequirementInput> & { text?: string } = {},
): Promise<{ id: string; code: string }> {
  return addRequirement(scope, {
    title: "Vaste begeleider per school",
    kind: "mandatory",
    body: bodyOfLines(
      text ?? "De opdrachtnemer zet op elke school één vaste begeleider in, het hele schooljaar.",
    ),
    chapterId: overrides.chapterId ?? (await chapterOf(scope)),
    ...overrides,
  });
}

/** What a requirement comes from; one of the three. @returns the id of the link. */
export async function linkOf(
  scope: ReaderScope,
  requirementId: string,
  end: { coreValueId?: string; reactionId?: string; passageId?: string },
): Promise<string> {
  const { id } = await linkRequirement(scope, { requirementId, ...end });
  return id;
}
