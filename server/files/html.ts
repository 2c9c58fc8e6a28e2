import { altText, decodeEntities, lowered, raised } from "./html-text";
import { inlineMarkdown } from "./inline";
import { fenced } from "./program";

/**
 * HTML of a card (Anki, web exports) → Markdown. An allow-list: bold, italics, lists, headings, line breaks,
 * code, sub- and superscripts, the alternative text of pictures, mathematics. Every other tag is dropped and its
 * text kept; scripts, styles and comments go with their contents. No HTML survives.
 */

const PAIRED = "b|i|u|em|strong|div|p|span|sub|sup|ul|ol|li|font|table";
const OPENING = new RegExp(`<(?:${PAIRED})(?=[\\s>])`, "i");
const CLOSING = new RegExp(`</(?:${PAIRED})\\s?>`, "i");
const ALONE = /<br ?\/?>|&(?:nbsp|amp|lt|gt|quot|#\d{2,6});/i;

/** True for text with formatting tags in pairs, line-break tags or entities: an export, not a lesson on HTML. */
export function looksLikeHtml(text: string): boolean {
  if (!text.includes("<") && !text.includes("&")) return false;
  return ALONE.test(text) || (OPENING.test(text) && CLOSING.test(text));
}

/** Marks go round the words of each line: Markdown knows no emphasis that begins with a space or spans blocks. */
function marked(text: string, mark: string): string {
  return text
    .split("\n")
    .map((line) => {
      const words = line.trim();
      if (!words || /^(\*\*.*\*\*|- |### )/.test(words)) return line;
      const start = line.indexOf(words);
      return `${line.slice(0, start)}${mark}${words}${mark}${line.slice(start + words.length)}`;
    })
    .join("\n");
}

type Frame = { tag: string; out: string; count: number };

const BLOCKS = new Set([
  "div",
  "p",
  "section",
  "article",
  "table",
  "tr",
  "blockquote",
  "center",
  "dl",
  "dd",
  "dt",
]);
const SILENT = new Set(["script", "style", "head", "title", "svg", "iframe", "object", "template"]);
const TAG = /^<(\/?)([a-zA-Z][\w-]*)([^<>]*)>/;
/** Deeper nesting than this is no card; further tags are then read as text of the same place. */
const MAX_DEPTH = 60;

class Converter {
  private frames: Frame[] = [{ tag: "", out: "", count: 0 }];

  private get top(): Frame {
    return this.frames[this.frames.length - 1] as Frame;
  }

  private inside(tag: string): boolean {
    return this.frames.some((frame) => frame.tag === tag);
  }

  text(raw: string, keepNewlines: boolean): void {
    const decoded = decodeEntities(raw);
    if (this.inside("pre") || this.inside("anki-mathjax")) this.top.out += decoded;
    else this.top.out += inlineMarkdown(decoded.replace(keepNewlines ? /[^\S\n]+/g : /\s+/g, " "));
  }

  newline(): void {
    if (this.top.out && !this.top.out.endsWith("\n")) this.top.out += "\n";
    else if (!this.top.out && this.frames.length > 1) this.top.out += "\n";
  }

  open(tag: string, attributes: string): void {
    if (tag === "br") this.top.out += "\n";
    else if (tag === "hr") this.top.out += "\n\n";
    else if (tag === "img") this.top.out += inlineMarkdown(altText(attributes));
    else if (tag === "td" || tag === "th")
      this.top.out += /\S[^\n]*$/.test(this.top.out.slice(-200)) ? " · " : "";
    else {
      if (tag === "li" && this.top.tag === "li") this.close("li");
      if (tag === "p" && this.top.tag === "p") this.close("p");
      if (this.frames.length > MAX_DEPTH) return;
      const block = /block\s*=\s*["']?true/i.test(attributes) ? 1 : 0;
      this.frames.push({ tag, out: "", count: tag === "anki-mathjax" ? block : 0 });
    }
  }

  close(tag: string): void {
    const at = this.frames.findLastIndex((frame) => frame.tag === tag);
    if (at <= 0) return;
    while (this.frames.length > at) this.fold();
  }

  private fold(): void {
    const frame = this.frames.pop();
    if (!frame) return;
    const { tag, out, count } = frame;
    const parent = this.top;
    if (tag === "b" || tag === "strong") parent.out += marked(out, "**");
    else if (tag === "i" || tag === "em") parent.out += marked(out, "*");
    else if (tag === "sub") parent.out += lowered(out);
    else if (tag === "sup") parent.out += raised(out);
    else if (tag === "code") parent.out += this.inside("pre") || !out.trim() ? out : `\`${out.trim()}\``;
    else if (tag === "pre") parent.out += out.trim() ? `\n\n${fenced(out.replace(/^\n|\n$/g, ""))}\n\n` : "";
    else if (tag === "anki-mathjax") parent.out += count ? `$$${out.trim()}$$` : `$${out.trim()}$`;
    else if (tag === "li") this.listItem(parent, out);
    else if (tag === "ul" || tag === "ol") parent.out += `\n${out.replace(/^\n+/, "")}\n`;
    else if (/^h[1-6]$/.test(tag))
      parent.out += out.trim() ? `\n\n### ${out.replace(/\s+/g, " ").replaceAll("**", "").trim()}\n\n` : "";
    else if (BLOCKS.has(tag)) this.block(parent, tag, out);
    else parent.out += out;
  }

  private listItem(parent: Frame, out: string): void {
    parent.count++;
    const mark = parent.tag === "ol" ? `${parent.count}. ` : "- ";
    const [first = "", ...rest] = out.trim().split("\n");
    const below = rest.filter((line) => line.trim()).map((line) => `\n${" ".repeat(mark.length)}${line}`);
    if (first)
      parent.out += `${parent.out && !parent.out.endsWith("\n") ? "\n" : ""}${mark}${first}${below.join("")}\n`;
  }

  private block(parent: Frame, tag: string, out: string): void {
    if (parent.out && !parent.out.endsWith("\n")) parent.out += "\n";
    if (tag === "p" && parent.out) parent.out += "\n";
    parent.out += out;
    if (out && !out.endsWith("\n")) parent.out += "\n";
    if (tag === "p") parent.out += "\n";
  }

  finish(): string {
    while (this.frames.length > 1) this.fold();
    return this.top.out;
  }
}

/** Anki's own LaTeX marks and sounds, which are no HTML. */
function ankiMarks(html: string): string {
  return html
    .replace(/\[sound:[^\]\n]{1,300}\]/g, "")
    .replaceAll(/\[\/?latex\]/g, "")
    .replace(/\[\$\$\]((?:(?!\[\$).){1,4000}?)\[\/\$\$\]/gs, "\\[$1\\]")
    .replace(/\[\$\]((?:(?!\[\$).){1,2000}?)\[\/\$\]/gs, "\\($1\\)");
}

/** Converts HTML to Markdown. Any text goes in; broken markup loses its tags and keeps its words. Linear in length. */
export function htmlToMarkdown(source: string): string {
  const html = ankiMarks(source);
  const keepNewlines = !/<(br|div|p|li|tr)\b/i.test(html);
  const converter = new Converter();
  let from = 0;
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", Math.max(at + 1, from))) {
    const end = html.indexOf(">", at);
    if (end < 0) break;
    if (html.startsWith("<!--", at)) {
      converter.text(html.slice(from, at), keepNewlines);
      const closed = html.indexOf("-->", at);
      from = closed < 0 ? html.length : closed + 3;
      continue;
    }
    const match = TAG.exec(html.slice(at, end + 1));
    if (!match) continue;
    converter.text(html.slice(from, at), keepNewlines);
    from = end + 1;
    const tag = (match[2] ?? "").toLowerCase();
    if (SILENT.has(tag)) {
      if (!match[1] && !match[3]?.endsWith("/")) {
        const closing = html.toLowerCase().indexOf(`</${tag}`, end);
        const closed = closing < 0 ? -1 : html.indexOf(">", closing);
        from = closed < 0 ? html.length : closed + 1;
      }
    } else if (match[1]) converter.close(tag);
    else converter.open(tag, match[3] ?? "");
  }
  converter.text(html.slice(from), keepNewlines);
  return converter
    .finish()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

const CODE_OR_TAG =
  /(```[^`]*```|`[^`\n]*`)|<!--(?:(?!-->).)*-->|!\[([^\]\n]*)\]\([^()\s]*\)|<(\/?)([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])([^<>]*)>/gs;
const HTML_NAMES = new Set(
  "a b i u s em strong span font sub sup br hr p div center img table thead tbody tr td th ul ol li details summary kbd code pre small mark del ins blockquote h1 h2 h3 h4 h5 h6 script style iframe object embed svg video audio source form input button".split(
    " ",
  ),
);

/**
 * Markdown that people mixed with HTML → Markdown alone. Code keeps its angle brackets; pictures become their
 * alternative text; tags that are no HTML (`vector<int>`) are escaped so that they stay to be seen.
 */
export function markdownWithoutHtml(markdown: string): string {
  if (!markdown.includes("<") && !markdown.includes("![")) return markdown;
  const shifts = markdown
    .replace(/<sub>([^<>\n]{1,200})<\/sub>/gi, (_, inside: string) => lowered(inside))
    .replace(/<sup>([^<>\n]{1,200})<\/sup>/gi, (_, inside: string) => raised(inside));
  return shifts.replace(CODE_OR_TAG, (whole, code, picture, closing, name, attributes) => {
    if (code !== undefined) return whole;
    if (picture !== undefined) return picture;
    if (name === undefined) return "";
    const tag = name.toLowerCase();
    if (!HTML_NAMES.has(tag)) return `\\${whole}`;
    if (tag === "img") return altText(attributes);
    if (tag === "br") return "\n";
    if (tag === "b" || tag === "strong") return "**";
    if (tag === "i" || tag === "em") return "*";
    return closing && (tag === "p" || tag === "div" || tag === "li" || tag === "tr") ? "\n" : "";
  });
}
