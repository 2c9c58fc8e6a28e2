import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { commonWords } from "@/messages/en";
import "./globals.css";

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
