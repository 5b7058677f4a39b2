import { openShared } from "@/db/client";
import { DatabaseProblem } from "@/db/errors";
import { JOBS } from "@/domain/jobs/registry";
import { startWorker } from "@/domain/jobs/worker";
import { faultText } from "@/domain/kernel/faults";
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
    const known = error instanceof DatabaseProblem;
    console.error(known ? sentence(error.key, error.params) : faultText(error));
    // Next would serve on, without a database.
    process.exit(1);
  }
}
