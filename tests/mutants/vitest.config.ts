import { defineConfig } from "vitest/config";
import { failWhatDoesNotLoad } from "./unloadable";

/** The tests that stand beside the pure parts, without what takes seconds or a database. */
export default defineConfig({
  root: process.cwd(),
  resolve: { alias: { "@": process.cwd() } },
  test: {
    include: ["domain/**/*.test.ts", "components/**/*.test.ts"],
    exclude: ["**/real-sources.test.ts", "**/size.test.ts", "node_modules/**"],
    env: { TZ: "Pacific/Chatham" },
    reporters: [failWhatDoesNotLoad],
  },
});
