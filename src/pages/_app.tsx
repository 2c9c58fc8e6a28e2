import type { AppProps } from "next/app";
import Head from "next/head";
import { commonWords } from "@/messages/en/common";
import "@/app/globals.css";

/** The frame of the phones' pages; the same sheet of styles as every other page. */
export default function PhoneApp({ Component, pageProps }: AppProps) {
  return (
    <>
      <Head>
        <title>{commonWords.product}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="description" content={commonWords.description} />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f1ebde" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#131120" />
      </Head>
      <Component {...pageProps} />
    </>
  );
}
