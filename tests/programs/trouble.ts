import fs from "node:fs";
import type { Task } from "@/domain/kernel/apart";
import { TooLarge } from "@/domain/kernel/errors";

type Trouble = "parts" | "hoard" | "buffers" | "spin" | "refuse" | "throw" | "exit" | "secrets";

/** A task for `apart` that does what a task should not do, and one thing it should. */
const trouble: Task<{ what: Trouble; pidFile?: string }, number[], string> = async (
  { what, pidFile },
  send,
) => {
  if (pidFile) fs.writeFileSync(pidFile, String(process.pid));
  switch (what) {
    case "parts":
      for (let n = 0; n < 3; n++) await send([n, n]);
      return "done";
    case "hoard": {
      const held: number[][] = [];
      for (;;) held.push(Array.from({ length: 100_000 }, (_, i) => i + 0.5));
    }
    case "buffers": {
      const held: Buffer[] = [];
      for (;;) held.push(Buffer.alloc(20_000_000, 1));
    }
    case "spin":
      for (;;);
    case "refuse":
      throw new TooLarge("sources.errors.tooLarge", { limit: 10 });
    case "throw":
      throw new TypeError("a fault of ours");
    case "exit":
      return process.exit(3);
    case "secrets":
      return Object.keys(process.env).sort().join(" ");
  }
};
export default trouble;
