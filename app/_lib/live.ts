import { type Follower, liveHub } from "@/domain/kernel/live";

/** At most one message in so long: whoever asks again at each costs as much as a page. */
const PAUSE_MS = 1_000;
/** What may wait to be sent to somebody who takes nothing in: then they are gone. */
const MOST_WAITING = 50;

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  // Nobody in between keeps it or gathers it up.
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

/**
 * Tells somebody for as long as they look that something changed, and never what: they ask for that as they asked for the
 * page. Before each message, and now and then without one, it is asked whether they still may; when not it says that it is over.
 *
 * @param topic what is followed. @param accountId by whom. @param may whether they may now; when that cannot be told nothing is sent.
 */
export function liveAnswer(
  topic: string,
  accountId: string,
  may: () => Promise<boolean>,
  signal: AbortSignal,
): Response {
  const words = new TextEncoder();
  let leave: (() => void) | null = null;
  let stop: () => void = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let ended = false;
      let due = false;
      let asking = false;
      let last = 0;
      let timer: NodeJS.Timeout | undefined;
      const end = () => {
        if (ended) return;
        ended = true;
        clearTimeout(timer);
        leave?.();
        try {
          controller.close();
        } catch {
          // They went away.
        }
      };
      const send = (text: string) => {
        if (ended) return;
        if ((controller.desiredSize ?? 0) < -MOST_WAITING) return end();
        controller.enqueue(words.encode(text));
      };
      const over = () => {
        send("event: over\ndata:\n\n");
        end();
      };
      /** Asks for their right first. What could not be asked stays due until the next beat. */
      const attend = async (quiet: boolean) => {
        if (ended || asking) return;
        asking = true;
        const saying = due && !quiet;
        if (saying) due = false;
        try {
          if (!(await may())) return over();
          if (saying) {
            last = Date.now();
            send("data: changed\n\n");
          } else send(":\n\n");
        } catch {
          due ||= saying;
          return;
        } finally {
          asking = false;
        }
        if (due) later();
      };
      const later = () => {
        if (ended || timer) return;
        timer = setTimeout(
          () => {
            timer = undefined;
            void attend(false);
          },
          Math.max(0, last + PAUSE_MS - Date.now()),
        );
      };
      const follower: Follower = {
        wake: () => {
          due = true;
          later();
        },
        beat: () => void attend(!due),
        end,
      };
      leave = liveHub().follow(topic, follower, accountId);
      stop = end;
      if (!leave) return end();
      // The head of the answer goes with the first words.
      send("retry: 3000\n\n");
      signal.addEventListener("abort", end, { once: true });
      if (signal.aborted) end();
    },
    cancel() {
      stop();
    },
  });
  return leave
    ? new Response(body, { headers: HEADERS })
    : new Response(null, { status: 503, headers: { "retry-after": "30" } });
}
