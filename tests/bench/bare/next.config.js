import path from "node:path";

/** The least that the framework can serve, to hold the pages of Herleid against. Never part of them. */
export default {
  poweredByHeader: false,
  turbopack: { root: path.resolve(import.meta.dirname, "../../..") },
};
