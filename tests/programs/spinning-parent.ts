import { apart } from "@/domain/kernel/apart";

// Told to spin by a test, which then kills this process.
const [, , pidFile = ""] = process.argv;
await apart("tests/programs/trouble.ts", { what: "spin", pidFile }, () => {});
