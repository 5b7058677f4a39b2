/** Where the plain forms for one segment stand on the page. */
export const FORMS_ID = "gekozen-blok";
