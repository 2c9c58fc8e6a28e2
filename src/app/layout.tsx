import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { commonWords } from "@/messages/en/common";
import "./globals.css";

// The policy for scripts carries a nonce of its own per request, and a page made at build time would not have it.
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: commonWords.product, template: `%s · ${commonWords.product}` },
  description: commonWords.description,
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f1ebde" },
    { media: "(prefers-color-scheme: dark)", color: "#131120" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
