/** Name of the field of a form by which one press of its button is told from the next. */
export const SUBMISSION_KEY = "submissionKey";

/** The text fields of a form as one object, for a command's schema. */
export function fieldsOf(data: FormData): Record<string, string> {
  return Object.fromEntries(
    [...data.entries()].filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === "string" && !entry[0].startsWith("$ACTION"),
    ),
  );
}
