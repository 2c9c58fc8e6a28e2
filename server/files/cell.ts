import { htmlToMarkdown, looksLikeHtml } from "./html";
import { toMarkdown } from "./structure";

/** A cell of a table → Markdown: cells that were exported with HTML in them are converted, others read as text. */
export function cellToMarkdown(cell: string): string {
  const text = cell.trim() === "" ? "" : cell;
  return looksLikeHtml(text) ? htmlToMarkdown(text) : toMarkdown(text.replace(/^[ \t]+(?=\S[^\n]*$)/, ""));
}
