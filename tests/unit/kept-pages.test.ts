import { expect, test } from "vitest";
import { KeptPages } from "@/app/_lib/kept-pages";

test("pages are kept until there is no room, and the one asked for longest ago goes first", () => {
  const kept = new KeptPages(100);
  for (let n = 0; n < 10; n++) kept.keep(`p${n}`, String(n).repeat(10));
  expect(kept.get("p0")).toBe("0000000000");
  kept.keep("p10", "x".repeat(10));
  expect(kept.get("p1")).toBeUndefined();
  expect(kept.get("p0")).toBe("0000000000");
  expect(kept.get("p10")).toBe("x".repeat(10));
});

test("one large page does not push out all others", () => {
  const kept = new KeptPages(100);
  kept.keep("small", "klein");
  kept.keep("large", "x".repeat(11));
  expect(kept.get("large")).toBeUndefined();
  expect(kept.get("small")).toBe("klein");
});
