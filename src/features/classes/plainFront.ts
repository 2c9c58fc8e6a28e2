const SHOWN = 140;

/** A card's front in one line of a table: without Markdown's marks and pictures, and not longer than is read there. */
export function plainFront(markdown: string): string {
  const plain = markdown
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`#>$\\]+/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return plain.length > SHOWN ? `${plain.slice(0, SHOWN - 1).trimEnd()}…` : plain;
}
