/** Of the form with which one reaction is answered: there is one on its page. */
export const FORM_ID = "afweging";
