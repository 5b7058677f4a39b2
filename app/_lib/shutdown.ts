import diagnostics from "node:diagnostics_channel";
import type { Server } from "node:http";
import type { OpenDatabase } from "@/db/client";
import type { JobWorker } from "@/domain/jobs/worker";
import { faultText } from "@/domain/kernel/faults";
import { liveHub } from "@/domain/kernel/live";

/** How long requests under way are waited for; a job under way has as long. */
const PATIENCE_MS = 8_000;
/** After this it ends whatever still hangs, as when the folder of the data was taken away: nothing half is kept. */
const DEADLINE_MS = 3 * PATIENCE_MS;

/**
 * Ends this process in good order when it is told to: no new requests and jobs, what is under way
 * is finished, and the database is closed. Next itself would exit in the middle of a job, so the
 * one who starts it says NEXT_MANUAL_SIG_HANDLE (see `cli/next.ts`); without that this does nothing.
 */
export function stopOnSignal(opened: OpenDatabase, worker: JobWorker): void {
  if (!process.env.NEXT_MANUAL_SIG_HANDLE) return;
  // Next hands out no server; Node tells of it with each request.
  const servers = new Set<Server>();
  diagnostics.subscribe("http.server.request.start", (message) => {
    servers.add((message as { server: Server }).server);
  });
  let stopping = false;
  const stop = async () => {
    // At a terminal the signal comes twice: from there, and from the process that started this one.
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), DEADLINE_MS).unref();
    const closed = [...servers].map(
      (server) => new Promise<void>((resolve) => server.close(() => resolve())),
    );
    // Pages that are followed are requests that would never end by themselves.
    const told = liveHub().close();
    const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
    await Promise.all([Promise.race([Promise.all(closed), patience]), worker.stop()]);
    await Promise.race([told, patience]);
    await opened.close();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      stop().catch((error: unknown) => {
        console.error(faultText(error));
        process.exit(1);
      });
    });
  }
}
