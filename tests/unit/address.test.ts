import { expect, test } from "vitest";
import { hostsOf, readAddress } from "@/db/address";
import { DatabaseProblem } from "@/db/errors";

const read = (text: string) => readAddress(text, "DATABASE_URL");

test("an address with several servers, a port for each", () => {
  const address = read(
    "postgres://iemand:p%40s%2Fs@een,twee:5433,[::1]:6/herleid?sslmode=require&target_session_attrs=primary&application_name=proef",
  );
  expect(address).toEqual({
    hosts: [
      { host: "een", port: 5432 },
      { host: "twee", port: 5433 },
      { host: "::1", port: 6 },
    ],
    user: "iemand",
    password: "p@s/s",
    database: "herleid",
    sslmode: "require",
    settings: { application_name: "proef" },
  });
  expect(hostsOf(address)).toBe("een:5432, twee:5433, ::1:6");
});

test("what may be left out", () => {
  expect(read("postgresql://localhost/db")).toMatchObject({
    hosts: [{ host: "localhost", port: 5432 }],
    user: undefined,
    password: undefined,
  });
  expect(read("postgres://iemand@/db").hosts).toEqual([{ host: "localhost", port: 5432 }]);
  expect(read("postgres://iemand@%2Fvar%2Frun/db").hosts).toEqual([
    { host: "/var/run", port: 5432 },
  ]);
});

test("a password may hold an @, for nothing else can be meant", () => {
  expect(read("postgres://iemand:ge@heim@server/db")).toMatchObject({
    password: "ge@heim",
    hosts: [{ host: "server" }],
  });
});

test.each([
  "",
  "server",
  "http://server/db",
  "postgres:/server/db",
  "postgres://server",
  "postgres://server/",
  "postgres://server/a/b",
  "postgres://server:0/db",
  "postgres://server:65536/db",
  "postgres://a b/db",
  "postgres://een,/db:x",
  "postgres://iemand:12/34@server/db",
  "postgres://iemand:%zz@server/db",
  "postgres://server/db?sslmode=misschien",
  "postgres://server/db?target_session_attrs=read-only",
])("is none: %s", (text) => {
  try {
    read(text);
  } catch (error) {
    expect(error).toBeInstanceOf(DatabaseProblem);
    expect(error).toMatchObject({
      key: "errors.startup.badAddress",
      params: { setting: "DATABASE_URL" },
    });
    // A cause would quote the address wherever it is logged.
    expect((error as Error).cause).toBeUndefined();
    return;
  }
  throw new Error("was read");
});
