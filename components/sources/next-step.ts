/** The field of a form that says what to do with the words once quoted; left out, they are coded. */
export const NEXT = "verder";
/** Its value for writing a requirement on them. */
export const WRITE_REQUIREMENT = "eis";
