import fs from "node:fs";
import { DatabaseProblem } from "@/db/errors";
import { faultText } from "@/domain/kernel/faults";
import { refusalIn } from "@/domain/kernel/refusal";
import { sentence } from "@/i18n/sentence";
import { CannotStart } from "./next";

/** Reads `.env` where it is there; what the environment already says goes before it. */
export function readEnvironmentFile(): void {
  if (fs.existsSync(".env")) process.loadEnvFile?.(".env");
}

/** Runs a program: what goes wrong on purpose is one sentence on stderr and exit code 1. */
export function run(work: () => Promise<void>): void {
  readEnvironmentFile();
  work().catch((error: unknown) => {
    console.error(errorText(error));
    process.exit(1);
  });
}

/** The sentence for an error; one that nobody foresaw tells where it was. */
export function errorText(error: unknown): string {
  if (error instanceof CannotStart) return error.message;
  if (error instanceof DatabaseProblem) return sentence(error.key, error.params);
  const refusal = refusalIn(error);
  if (!refusal) return faultText(error);
  const fields = Object.entries(refusal.fields).map(
    ([field, key]) => `- ${field}: ${sentence(key, refusal.params)}`,
  );
  return [sentence(refusal.key, refusal.params), ...fields].join("\n");
}
