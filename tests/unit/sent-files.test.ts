import { expect, test } from "vitest";
import { takeForm } from "@/app/_lib/sent-files";

const START =
  '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n' +
  "Content-Type: text/plain\r\n\r\n";

/** A form of which the connection breaks off in the middle of a file. */
function brokenOff(): Request {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent++ < 3) controller.enqueue(new TextEncoder().encode(sent === 1 ? START : "woorden "));
      else controller.error(new Error("ECONNRESET"));
    },
  });
  const headers = { "content-type": "multipart/form-data; boundary=x" };
  return new Request("http://127.0.0.1/", {
    method: "POST",
    body,
    headers,
    duplex: "half",
  } as RequestInit);
}

test("who takes a file hears that it was cut off, before the sender does", async () => {
  const heard: string[] = [];
  const taking = takeForm(brokenOff(), { body: 10_000, field: 100 }, async ({ bytes }) => {
    try {
      for await (const _ of bytes);
    } catch {
      heard.push("cut off");
      throw new Error("taken back");
    }
  });
  await expect(taking).rejects.toMatchObject({ key: "sources.errors.incomplete" });
  expect(heard).toEqual(["cut off"]);
}, 10_000);
