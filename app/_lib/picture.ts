/**
 * A picture (WebP) as an answer. Another picture has another address, so a browser that has it need not ask again; what
 * stands between keeps nothing, for the address is of few.
 */
export function pictureAnswer(content: Uint8Array): Response {
  return new Response(new Uint8Array(content), {
    headers: {
      "content-type": "image/webp",
      "content-length": String(content.length),
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=31536000, immutable",
    },
  });
}
