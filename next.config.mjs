import { basePathOf } from "./server/setup/base-path.mjs";

/** What every answer carries; the policy for scripts needs a nonce of its own per page: `src/proxy.ts`. */
const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
];

/** A reverse proxy may hand on its own host name; the browser's is the one of the public address. */
const publicHost = process.env.PUBLIC_URL ? [new URL(process.env.PUBLIC_URL).host] : [];

const basePath = basePathOf(process.env);

/** @type {import("next").NextConfig} */
const config = {
  basePath,
  // The sockets' path, for the code that runs in a browser.
  env: { NEXT_PUBLIC_BASE_PATH: basePath },
  reactStrictMode: true,
  poweredByHeader: false,
  // A second build beside a running one (tests, screenshots) needs a folder of its own.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  serverExternalPackages: ["@prisma/client", "@prisma/adapter-pg", "pg", "pino", "exceljs", "sql.js"],
  experimental: { serverActions: { bodySizeLimit: "100kb", allowedOrigins: publicHost } },
  headers: async () => [
    { source: "/:path*", headers: SECURITY_HEADERS },
    {
      source: "/api/:path*",
      headers: [
        { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'; sandbox" },
      ],
    },
  ],
};

export default config;
