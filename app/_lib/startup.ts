import { openShared } from "@/db/client";
import { DatabaseProblem } from "@/db/errors";
import { JOBS } from "@/domain/jobs/registry";
import { startWorker } from "@/domain/jobs/worker";
import { sentence } from "@/i18n/sentence";
import { stopOnSignal } from "./shutdown";

/** Opens the database and begins to work off jobs, or says in one sentence why it cannot and stops. */
export async function openAtStart(): Promise<void> {
  try {
    const opened = await openShared((step) => {
      if (step === "creating") console.log(sentence("cli.database.creating"));
    });
    stopOnSignal(opened, await startWorker(opened, JOBS));
  } catch (error) {
    if (!(error instanceof DatabaseProblem)) throw error;
    console.error(sentence(error.key, error.params));
    process.exit(1);
  }
}
