import { setTimeout as pause } from "node:timers/promises";
import { askerOf } from "../asking";

/**
 * A process of its own that asks two servers, given by their ports, how they are, every 20 ms each, until its input
 * ends; then it prints the waits of each in milliseconds. In the process that sends a file it would wait for itself.
 */
const EVERY_MS = 20;

let over = false;
process.stdin.once("end", () => {
  over = true;
});
process.stdin.resume();

const waits = await Promise.all(process.argv.slice(2).map((port) => waitsOf(Number(port))));
process.stdout.write(JSON.stringify(waits));

async function waitsOf(port: number): Promise<number[]> {
  const ask = askerOf(port);
  const times: number[] = [];
  while (!over) {
    const begun = performance.now();
    const { status } = await ask("/api/health");
    if (status !== 200) throw new Error(`the server says ${status}`);
    const took = performance.now() - begun;
    times.push(took);
    await pause(Math.max(0, EVERY_MS - took));
  }
  return times;
}
