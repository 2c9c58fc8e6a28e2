/** Anki's card templates: `{{Field}}`, `{{filter:Field}}`, `{{#Field}}…{{/Field}}`, `{{^Field}}…{{/Field}}`. */

const TOKEN = /\{\{([#^/]?)\s*([^{}]*?)\s*\}\}/g;
/** Names that Anki fills in itself; they say nothing about the subject. */
const SPECIAL = new Set(["FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"]);
const ANSWER_RULE = /<hr[^<>]*\bid\s*=\s*["']?answer["']?[^<>]*>/i;

type Side = "front" | "back";

function nameAndFilters(token: string): { name: string; filters: string[] } {
  const parts = token.split(":");
  return { name: (parts.at(-1) ?? "").trim(), filters: parts.slice(0, -1).map((part) => part.trim()) };
}

const isFilled = (html: string | undefined) =>
  (html ?? "").replace(/<[^<>]*>|&nbsp;/g, "").trim() !== "" || /<img/i.test(html ?? "");

/**
 * Fills a template with a note's fields (HTML). Sections whose condition fails are left out; a box to type the
 * answer in, hints and speech are no text of the front. Unknown fields are empty.
 */
export function renderTemplate(template: string, fields: ReadonlyMap<string, string>, side: Side): string {
  let out = "";
  let from = 0;
  const sections: { name: string; shown: boolean }[] = [];
  const visible = () => sections.every((section) => section.shown);
  for (const match of template.matchAll(TOKEN)) {
    if (visible()) out += template.slice(from, match.index);
    from = match.index + match[0].length;
    const [, sign, token = ""] = match;
    if (sign === "#" || sign === "^")
      sections.push({ name: token, shown: isFilled(fields.get(token)) === (sign === "#") });
    else if (sign === "/") {
      const at = sections.findLastIndex((section) => section.name === token);
      if (at >= 0) sections.length = at;
    } else if (visible()) {
      const { name, filters } = nameAndFilters(token);
      const silent = filters.some(
        (filter) => filter.startsWith("tts") || (side === "front" && /^(type|hint)$/.test(filter)),
      );
      if (!silent && !SPECIAL.has(name)) out += fields.get(name) ?? "";
    }
  }
  return visible() ? out + template.slice(from) : out;
}

/** What the back adds to the front: everything below the answer rule, or the whole side where there is none. */
export function answerPart(template: string): string {
  const rule = ANSWER_RULE.exec(template);
  return rule ? template.slice(rule.index + rule[0].length) : template;
}

/** The first field that a template shows, and the one that a cloze template hides words of. */
export function templateFields(template: string): { first: string | null; cloze: string | null } {
  let first: string | null = null;
  let cloze: string | null = null;
  for (const [, sign, token = ""] of template.matchAll(TOKEN)) {
    const { name, filters } = nameAndFilters(token);
    if (sign || SPECIAL.has(name)) continue;
    first ??= name;
    if (filters.includes("cloze")) cloze ??= name;
  }
  return { first, cloze };
}
