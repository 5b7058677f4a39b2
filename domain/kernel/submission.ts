/** Name of the field of a form by which one press of its button is told from the next. */
export const SUBMISSION_KEY = "submissionKey";
