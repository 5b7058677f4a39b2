import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

test("app/ holds routes only: a page or layout has no component of its own", () => {
  const found = fs
    .readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx"))
    .flatMap((file) =>
      fs
        .readFileSync(path.join("app", file), "utf8")
        .split("\n")
        .filter((line) => /^(?:export )?(?:async )?(?:function|const) [A-Z]\w*[ (<:]/.test(line))
        .filter((line) => !/^const [A-Z0-9_]+ = [^(]*;$/.test(line))
        .map((line) => `app/${file}: ${line}`),
    );
  expect(found).toEqual([]);
});
