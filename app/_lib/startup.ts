import { openShared } from "@/db/client";
import { DatabaseProblem } from "@/db/errors";
import { sentence } from "@/i18n/sentence";

/** Opens the database, or says in one sentence why it cannot be and stops. */
export async function openAtStart(): Promise<void> {
  try {
    await openShared((step) => {
      if (step === "creating") console.log(sentence("cli.database.creating"));
    });
  } catch (error) {
    if (!(error instanceof DatabaseProblem)) throw error;
    console.error(sentence(error.key, error.params));
    process.exit(1);
  }
}
