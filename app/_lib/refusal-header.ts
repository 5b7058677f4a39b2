/** With this the edge asks for the words of a refusal; see `edge/pages.ts`. Of no visitor it is let in. */
export const REFUSAL_HEADER = "x-herleid-refusal";
