import { build } from "./next";
import { run } from "./run";

/** `npm run build`: makes the app ready for `npm start`. */
run(build);
