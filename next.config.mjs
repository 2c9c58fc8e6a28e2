/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // A second build beside a running one (tests, screenshots) needs a folder of its own.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  serverExternalPackages: ["@prisma/client", "@prisma/adapter-pg", "pg", "pino", "exceljs", "sql.js"],
};

export default config;
