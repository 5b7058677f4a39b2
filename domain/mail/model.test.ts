import { expect, test } from "vitest";
import { mailEnvironment, masked } from "./model";

const FROM = { HERLEID_MAIL_FROM: "Gemeente Voorbeeld <herleid@voorbeeld.example>" };
const read = (env: Record<string, string>) => mailEnvironment.safeParse(env);
const wrong = (env: Record<string, string>) => read(env).error?.issues.map(({ path }) => path[0]);

test("a server has an address, TLS in one of two ways, and a login", () => {
  const way = (HERLEID_SMTP: string) => read({ ...FROM, HERLEID_SMTP }).data?.way;
  const login = { user: "naam@gemeente", pass: "w:a/chtwoord" };
  expect(way("smtp://naam%40gemeente:w%3Aa%2Fchtwoord@mail.example")).toEqual({
    kind: "smtp",
    host: "mail.example",
    port: 587,
    tls: "upgrade",
    login,
  });
  expect(way("smtps://mail.example/")).toMatchObject({ port: 465, tls: "from start" });
  expect(way("smtp://[::1]:2525?tls=none")).toMatchObject({ host: "::1", port: 2525, tls: "none" });
});

test("a password without TLS, and what is no address of a server, is refused by name", () => {
  for (const value of [
    "mail.example",
    "http://mail.example",
    "smtp://",
    "smtp://mail.example/map",
    "smtp://mail.example?tls=half",
    "smtp://mail.example?ssl=1",
    "smtp://naam:woord@127.0.0.1?tls=none",
  ]) {
    expect(wrong({ ...FROM, HERLEID_SMTP: value }), value).toEqual(["HERLEID_SMTP"]);
  }
});

test("a server needs a sender, with or without a name", () => {
  const from = (value: string) => read({ HERLEID_MAIL_FROM: value }).data?.from;
  expect(wrong({ HERLEID_SMTP: "smtp://mail.example" })).toEqual(["HERLEID_MAIL_FROM"]);
  expect(wrong({ HERLEID_MAIL_FROM: "gemeente" })).toEqual(["HERLEID_MAIL_FROM"]);
  const address = "herleid@voorbeeld.example";
  expect(from(FROM.HERLEID_MAIL_FROM)).toEqual({ name: "Gemeente Voorbeeld", address });
  expect(from(`"De gemeente" <${address}>`)).toEqual({ name: "De gemeente", address });
  expect(from(address)).toEqual({ name: address, address });
});

test("without a server mails lie in a folder: they arrive when somebody named it", () => {
  expect(read({}).data).toMatchObject({
    way: { kind: "folder", folder: ".data/herleid/mail" },
    arrives: false,
  });
  expect(read({ HERLEID_DATA: "ergens" }).data?.way).toMatchObject({ folder: "ergens/mail" });
  expect(read({ HERLEID_MAIL_FOLDER: "hier" }).data).toMatchObject({
    way: { folder: "hier" },
    arrives: true,
  });
  expect(read({ ...FROM, HERLEID_SMTP: "smtp://mail.example" }).data?.arrives).toBe(true);
});

test("of a masked address one sees where mail goes, and not to whom", () => {
  expect(masked("anna.jansen@proef.example")).toBe("a***@proef.example");
  expect(masked("é@proef.example")).toBe("é***@proef.example");
  expect(masked("🙂x@proef.example")).toBe("🙂***@proef.example");
  expect(masked("zonder")).toBe("z***");
});
