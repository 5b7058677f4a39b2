/** The security headers of every answer, apart from its Content-Security-Policy. */
export function safeHeaders(https = process.env.NEXTAUTH_URL?.startsWith("https:")) {
  const headers: [name: string, value: string][] = [
    ["x-content-type-options", "nosniff"],
    ["referrer-policy", "same-origin"],
    ["x-frame-options", "DENY"],
    ["cross-origin-opener-policy", "same-origin"],
    ["permissions-policy", "camera=(), microphone=(), geolocation=()"],
  ];
  if (https) headers.push(["strict-transport-security", "max-age=31536000"]);
  return headers;
}
