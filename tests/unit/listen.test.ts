import { afterEach, expect, test, vi } from "vitest";
import { CannotStart, listenAddress } from "@/cli/next";

afterEach(() => vi.unstubAllEnvs());

test.each(["0", "abc", "70000", "-1", "80.5"])("PORT=%s is no port", (port) => {
  vi.stubEnv("PORT", port);
  expect(listenAddress).toThrow(CannotStart);
  expect(listenAddress).toThrow("PORT");
});

test.each([
  ["", "", "127.0.0.1", 3000],
  ["1", "0.0.0.0", "0.0.0.0", 1],
  ["65535", "::1", "::1", 65_535],
])("PORT=%s and HOST=%s", (port, host, listens, at) => {
  vi.stubEnv("PORT", port);
  vi.stubEnv("HOST", host);
  expect(listenAddress()).toEqual({ host: listens, port: at });
});
