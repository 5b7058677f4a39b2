/** Where the plain forms for one segment stand on the page. */
export const FORMS_ID = "gekozen-blok";
/** The form that the ticks, choices and buttons of the workbench belong to without JavaScript. */
export const BENCH_FORM = "werkbank";
/** The form with which a part is confirmed. */
export const CONFIRM_FORM = "bevestigen";
/** The choices that must be made first: where the focus goes when somebody confirms before that. */
export const DOUBTS_ID = "twijfel";
