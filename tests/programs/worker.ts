import { stopOnSignal } from "@/app/_lib/shutdown";
import { openShared } from "@/db/client";
import { JOBS } from "@/domain/jobs/registry";
import { startWorker } from "@/domain/jobs/worker";

// The app without its pages: works off jobs until a test ends it.
process.env.NEXT_MANUAL_SIG_HANDLE = "true";
const opened = await openShared();
stopOnSignal(opened, await startWorker(opened, JOBS));
// A server would keep it going.
setInterval(() => {}, 60_000);
console.log("working");
