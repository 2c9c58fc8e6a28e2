import NextDocument, { type DocumentContext, Head, Html, Main, NextScript } from "next/document";
import { earlyStart, LATE_TYPEFACES } from "@/client/early-start";

type Nonced = { nonce?: string };

/** The document of the phones' pages: its scripts carry the nonce of the policy that `src/proxy.ts` has set. */
export default class PhoneDocument extends NextDocument<Nonced> {
  static override async getInitialProps(context: DocumentContext) {
    const policy = String(context.req?.headers["content-security-policy"] ?? "");
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    return { ...(await NextDocument.getInitialProps(context)), nonce };
  }

  override render() {
    const { nonce } = this.props;
    return (
      <Html lang="en" className={LATE_TYPEFACES}>
        <Head nonce={nonce}>
          <script nonce={nonce}>{earlyStart(process.env.NEXT_PUBLIC_BASE_PATH ?? "")}</script>
          <link
            rel="icon"
            href={`${process.env.NEXT_PUBLIC_BASE_PATH ?? ""}/icon.svg`}
            type="image/svg+xml"
          />
        </Head>
        <body>
          <Main />
          <NextScript nonce={nonce} />
        </body>
      </Html>
    );
  }
}
