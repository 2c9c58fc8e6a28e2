import "katex/dist/katex.min.css";
import ReactMarkdown, { type Components, type Options } from "react-markdown";
import rehypeKatex from "rehype-katex";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import { asOneLine, guardDollars, needsMarkup } from "./markup";

type MarkdownNode = { type: string; children?: MarkdownNode[] };

/** Tags in a card are words about tags ("the <section> element"): they are shown, never obeyed and never lost. */
const tagsAsText = () => (tree: MarkdownNode) => {
  const walk = (node: MarkdownNode) => {
    if (node.type === "html") node.type = "text";
    node.children?.forEach(walk);
  };
  walk(tree);
};

/** The safe list of GitHub, less pictures (a picture's address could call a third party), plus the marks of formulas. */
const schema = {
  ...defaultSchema,
  tagNames: defaultSchema.tagNames?.filter((tag) => tag !== "img" && tag !== "picture" && tag !== "source"),
  attributes: {
    ...defaultSchema.attributes,
    code: [["className", /^language-./, "math-inline", "math-display"]],
  },
} satisfies typeof defaultSchema;

/** Sanitised before the formulas are set: KaTeX writes its own safe markup, and with `trust: false` no links or files. */
const REHYPE: Options["rehypePlugins"] = [
  [rehypeSanitize, schema],
  [rehypeKatex, { trust: false, strict: "ignore", throwOnError: false, maxSize: 20, maxExpand: 500 }],
];
const REMARK: Options["remarkPlugins"] = [[remarkGfm, { singleTilde: false }], remarkMath, tagsAsText];

const BLOCKS = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr", "a"];

const components: Components = {
  a: ({ children, href }) => (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  ),
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h3>{children}</h3>,
  h3: ({ children }) => <h4>{children}</h4>,
};

/**
 * Markdown with formulas, safe for words that anybody wrote.
 * @param inline one line that may stand inside a heading or a button: no blocks, no links.
 */
export const Markdown = ({ text, inline = false }: { text: string; inline?: boolean }) => {
  // A report of fifty questions has hundreds of texts, and most of them are plain words.
  if (!needsMarkup(text)) return inline ? text : <p className="prose-card">{text}</p>;
  return inline ? (
    <ReactMarkdown remarkPlugins={REMARK} rehypePlugins={REHYPE} disallowedElements={BLOCKS} unwrapDisallowed>
      {guardDollars(asOneLine(text))}
    </ReactMarkdown>
  ) : (
    <div className="prose-card">
      <ReactMarkdown remarkPlugins={REMARK} rehypePlugins={REHYPE} components={components}>
        {guardDollars(text)}
      </ReactMarkdown>
    </div>
  );
};
