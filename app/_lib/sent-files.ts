import { Readable } from "node:stream";
import { Busboy, type BusboyHeaders, type BusboyInstance } from "@fastify/busboy";
import { Invalid, TooLarge } from "@/domain/kernel/errors";

/** A file as it comes in: its name, and its bytes as they arrive. */
export interface SentFile {
  fileName: string;
  bytes: AsyncIterable<Uint8Array>;
}

interface Limits {
  /** Bytes of the whole form, and of one text field. */
  body: number;
  field: number;
}

/** Header with the name of a file that is sent by itself, percent-encoded. */
export const FILE_NAME_HEADER = "x-file-name";

/**
 * Takes in a form with files, one after another, without ever having one whole. The text fields that stand
 * before a file are known when it is taken.
 *
 * @param take is given each file that was chosen, and waited for.
 * @returns the text fields.
 * @throws TooLarge as soon as the body turns out to be larger than it may be; Invalid
 *   `sources.errors.incomplete` when it is no form or was cut off; and what `take` throws.
 */
export async function takeForm(
  request: Request,
  limits: Limits,
  take: (file: SentFile) => Promise<void>,
): Promise<Record<string, string>> {
  const body = boundedBody(request, limits.body);
  const fields: Record<string, string> = {};
  let failure: unknown;
  const parser = parserOf(request, limits.field);
  await new Promise<void>((resolve, reject) => {
    let taken = Promise.resolve();
    let coming: Readable | undefined;
    const fail = (error: unknown) => {
      if (failure) return;
      failure = error;
      body.unpipe(parser);
      // Whatever still comes is read by the server and thrown away.
      body.destroy();
      // Who takes a file hears that no more of it comes, and is waited for: nothing half stays behind.
      coming?.destroy(error instanceof Error ? error : new Error("cut off"));
      taken.catch(() => {}).then(() => reject(failure));
    };
    parser.on("file", (_name, stream, fileName) => {
      stream.on("error", fail);
      if (!fileName) return void stream.resume();
      coming = stream;
      taken = taken.then(() => take({ fileName, bytes: stream }));
      taken.catch(fail);
    });
    parser.on("field", (name, value, _nameCut, valueCut) => {
      if (valueCut)
        return fail(
          new TooLarge("sources.errors.textTooLarge", { limit: megabytes(limits.field) }),
        );
      fields[name] = value;
    });
    parser.once("error", () => fail(new Invalid("sources.errors.incomplete")));
    parser.once("finish", () => taken.then(resolve, fail));
    body.once("error", (error) => {
      fail(error instanceof TooLarge ? error : new Invalid("sources.errors.incomplete"));
    });
    body.pipe(parser);
  });
  return fields;
}

/** The body of a request as one file, and what it is called. */
export function takeFile(request: Request, limit: number): SentFile {
  return {
    fileName: decodedName(request.headers.get(FILE_NAME_HEADER) ?? ""),
    bytes: boundedBody(request, limit),
  };
}

function decodedName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** @throws TooLarge at once by what the request says of itself; while reading when it turns out to be larger. */
function boundedBody(request: Request, limit: number): Readable {
  const tooLarge = () => new TooLarge("sources.errors.bodyTooLarge", { limit: megabytes(limit) });
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
  if (!request.body) throw new Invalid("sources.errors.incomplete");
  const { body } = request;
  async function* counted() {
    let bytes = 0;
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      bytes += chunk.byteLength;
      if (bytes > limit) throw tooLarge();
      yield chunk;
    }
  }
  return Readable.from(counted(), { objectMode: false });
}

const megabytes = (bytes: number) => Math.floor(bytes / 1024 / 1024);

function parserOf(request: Request, fieldSize: number): BusboyInstance {
  try {
    return new Busboy({
      headers: Object.fromEntries(request.headers) as BusboyHeaders,
      limits: { fieldSize, fields: 20, files: 100, headerPairs: 50 },
    });
  } catch {
    throw new Invalid("sources.errors.incomplete");
  }
}
