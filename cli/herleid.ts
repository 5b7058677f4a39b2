import { herleid } from "./commands";
import { readEnvironmentFile } from "./run";

/** `npm run herleid`: one line at the terminal. */
readEnvironmentFile();
const code = await herleid(process.argv.slice(2));
if (code !== 0) process.exit(code);
