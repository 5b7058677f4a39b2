import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./i18n/request.ts");

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` checks types, those of the tests too; who only runs Herleid need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // WebAssembly and native parts load themselves from their own folder.
  serverExternalPackages: ["@electric-sql/pglite", "postgres", "pg-boss", "pdfkit"],
  experimental: {
    // forbidden() shows app/forbidden.tsx with status 403.
    authInterrupts: true,
    serverActions: {
      // Well above what the edge lets through (edge/edge.ts), which refuses in our own words. Files
      // go to a route handler that stands outside proxy.ts and counts for itself (bronnen/opsturen).
      bodySizeLimit: "16mb",
    },
    // What proxy.ts holds is cut off here without a word, so this may not be the smaller one: an
    // action that is too large must be refused, and not be done by half.
    proxyClientMaxBodySize: "32mb",
  },
};

export default withNextIntl(config);
