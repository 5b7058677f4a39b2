import { listenAddress, serve } from "./next";
import { run } from "./run";

/** `npm run dev`: the app with reloading, on the embedded database unless DATABASE_URL is set. */
run(async () => {
  const { host, port } = listenAddress();
  await serve("dev", {
    NEXTAUTH_URL: process.env.NEXTAUTH_URL ?? `http://${host}:${port}`,
    // Only ever used on a developer's own machine: `npm start` refuses to run without one.
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? "only-for-development-on-this-machine",
  });
});
