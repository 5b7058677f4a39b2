import { defineConfig } from "drizzle-kit";

// Only for `npm run db:generate -- --name=what-it-does`; the app applies migrations itself.
export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema/index.ts",
  out: "./db/migrations",
});
