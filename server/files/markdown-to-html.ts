/**
 * A card's Markdown → the HTML that Anki shows. Only what cards are made of (`src/contract/deck.ts`): headings,
 * lists, bold, italics, code, mathematics and line breaks. All text is escaped, so that no other tag gets out.
 */

const escapeHtml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const unescapeMarkdown = (text: string) => text.replace(/\\([\\`*_{}[\]()#+\-.!|<>~$])/g, "$1");

const SPAN =
  /(`+)([^`\n]+)\1(?!`)|\$\$([^$]+)\$\$|(?<!\\)\$([^$\n]+)(?<!\\)\$|(?<!\\)\*\*(?=\S)([^\n]+?)(?<=\S)\*\*|(?<![\\*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*\\])\*(?!\*)/g;

function inline(text: string): string {
  let out = "";
  let from = 0;
  for (const match of text.matchAll(SPAN)) {
    const [whole, , code, display, formula, bold, italic] = match;
    out += escapeHtml(unescapeMarkdown(text.slice(from, match.index)));
    from = match.index + whole.length;
    if (code !== undefined) out += `<code>${escapeHtml(code)}</code>`;
    else if (display !== undefined) out += `\\[${escapeHtml(display)}\\]`;
    else if (formula !== undefined) out += `\\(${escapeHtml(formula)}\\)`;
    else if (bold !== undefined) out += `<b>${inline(bold)}</b>`;
    else out += `<i>${inline(italic ?? "")}</i>`;
  }
  return out + escapeHtml(unescapeMarkdown(text.slice(from)));
}

type Item = { indent: number; tag: "ul" | "ol"; start: number; html: string };

function itemOf(line: string): Item | null {
  const match = /^( *)(?:([-*+])|(\d{1,9})[.)]) +(.*)$/.exec(line);
  if (!match) return null;
  const number = match[3];
  return {
    indent: match[1]?.length ?? 0,
    tag: number === undefined ? "ul" : "ol",
    start: number === undefined ? 1 : Number(number),
    html: inline(match[4] ?? ""),
  };
}

/** Lists are open from the outermost in; an item closes those that are indented deeper than itself. */
class ListWriter {
  private open: { indent: number; tag: string }[] = [];
  html = "";

  add(item: Item): void {
    this.closeDeeperThan(item.indent);
    const top = this.open.at(-1);
    if (top && top.indent === item.indent && top.tag === item.tag) this.html += "</li><li>";
    else {
      if (top && top.indent === item.indent) this.closeOne();
      this.html += item.start > 1 ? `<ol start="${item.start}"><li>` : `<${item.tag}><li>`;
      this.open.push(item);
    }
    this.html += item.html;
  }

  private closeOne(): void {
    this.html += `</li></${this.open.pop()?.tag ?? "ul"}>`;
  }

  private closeDeeperThan(indent: number): void {
    while ((this.open.at(-1)?.indent ?? -1) > indent) this.closeOne();
  }

  end(): string {
    while (this.open.length > 0) this.closeOne();
    return this.html;
  }
}

/** Any Markdown goes in; what is not listed above comes out as escaped text with its line breaks. */
export function markdownToHtml(markdown: string): string {
  const blocks: string[] = [];
  const lines = markdown.split("\n");
  let paragraph: string[] = [];
  let list: ListWriter | null = null;
  const close = () => {
    if (paragraph.length) blocks.push(`<p>${paragraph.join("<br>")}</p>`);
    if (list) blocks.push(list.end());
    paragraph = [];
    list = null;
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const fence = /^(`{3,}|~{3,})/.exec(line)?.[1];
    const heading = /^ {0,3}(#{1,6}) +(.*)$/.exec(line);
    const item = itemOf(line);
    if (fence) {
      close();
      const code: string[] = [];
      for (at++; at < lines.length && !lines[at]?.startsWith(fence); at++)
        code.push(escapeHtml(lines[at] ?? ""));
      blocks.push(`<pre>${code.join("\n")}</pre>`);
    } else if (heading) {
      close();
      blocks.push(`<h3>${inline(heading[2] ?? "")}</h3>`);
    } else if (item) {
      if (!list) {
        close();
        list = new ListWriter();
      }
      list.add(item);
    } else if (line.trim()) {
      if (list) close();
      paragraph.push(inline(line));
    } else close();
  }
  close();
  const only = blocks.length === 1 ? /^<p>([\s\S]*)<\/p>$/.exec(blocks[0] ?? "")?.[1] : undefined;
  return only ?? blocks.join("");
}
