import { TooLarge } from "@/domain/kernel/errors";

/** Whether a script of ours asks, that wants data, and not a browser that wants a page. */
export function wantsData(request: Request): boolean {
  return request.headers.get("accept")?.includes("application/json") ?? false;
}

/** An answer that nobody may keep. */
export function unkeptAnswer(body: string | null, status: number, headers: HeadersInit = {}) {
  const answer = new Response(body, { status, headers });
  answer.headers.set("cache-control", "private, no-store");
  return answer;
}

/**
 * Reads a multipart form of at most `limit` bytes. A larger one is refused by what it says of
 * itself, or else as soon as it turns out to be larger.
 *
 * @throws TooLarge with `sources.errors.bodyTooLarge`; TypeError when it is no such form.
 */
export async function boundedForm(request: Request, limit: number): Promise<FormData> {
  const tooLarge = () =>
    new TooLarge("sources.errors.bodyTooLarge", { limit: Math.floor(limit / 1024 / 1024) });
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
  if (!request.body) throw new TypeError("no body");
  let bytes = 0;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > limit) controller.error(tooLarge());
      else controller.enqueue(chunk);
    },
  });
  const type = request.headers.get("content-type") ?? "";
  try {
    return await new Response(request.body.pipeThrough(counting), {
      headers: { "content-type": type },
    }).formData();
  } catch (error) {
    if (bytes > limit) throw tooLarge();
    throw error;
  }
}

/**
 * What a multipart form begins with, for who may send no more: the fields that come whole within
 * `limit` bytes. Of a file that does not there is the name alone.
 *
 * @returns the form, and the name of a text field that did not come whole and is left out; null for none.
 * @throws TypeError when it is no such form.
 */
export async function startOfForm(
  request: Request,
  limit: number,
): Promise<{ form: FormData; lost: string | null }> {
  const type = request.headers.get("content-type") ?? "";
  const boundary = /boundary="?([^";]+)/.exec(type)?.[1];
  if (!request.body || !boundary) throw new TypeError("no form");
  const reader = request.body.getReader();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  let whole = false;
  while (bytes < limit && !whole) {
    const { done, value } = await reader.read();
    whole = done;
    if (value) parts.push(value);
    bytes += value?.byteLength ?? 0;
  }
  const sent = Buffer.concat(parts);
  const formOf = (body: Buffer) =>
    new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  if (whole) return { form: await formOf(sent), lost: null };
  // Not cancelled: that cuts off who is still sending, before the answer is seen. The rest goes by unread.
  reader.releaseLock();
  const cut = sent.lastIndexOf(`--${boundary}`);
  if (cut < 0) throw new TypeError("no form");
  const form = await formOf(Buffer.concat([sent.subarray(0, cut), Buffer.from(`--${boundary}--`)]));
  const head = sent.subarray(cut, cut + 2_000).toString("utf8");
  const [, name, file] = / name="([^"]*)"(?:; filename="([^"]*)")?/.exec(head) ?? [];
  if (name && file) form.append(name, new File([], file));
  return { form, lost: name && file === undefined ? name : null };
}
