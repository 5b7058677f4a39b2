import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./i18n/request.ts");

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` checks types, those of the tests too; who only runs Herleid need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // WebAssembly and native parts load themselves from their own folder.
  serverExternalPackages: ["@electric-sql/pglite", "postgres"],
  experimental: {
    // forbidden() shows app/forbidden.tsx with status 403.
    authInterrupts: true,
    serverActions: {
      // A source file of 10 MB and the form around it.
      bodySizeLimit: "11mb",
    },
    // proxy.ts passes the body on, so its own limit must not be the smaller one.
    proxyClientMaxBodySize: "11mb",
  },
};

export default withNextIntl(config);
