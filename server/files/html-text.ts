/** The small parts of HTML that become plain characters: entities, raised and lowered letters, pictures. */

const ENTITIES: Record<string, string> = {
  nbsp: " ",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  hellip: "…",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  laquo: "«",
  raquo: "»",
  times: "×",
  divide: "÷",
  plusmn: "±",
  deg: "°",
  micro: "µ",
  middot: "·",
  bull: "•",
  larr: "←",
  rarr: "→",
  harr: "↔",
  rArr: "⇒",
  le: "≤",
  ge: "≥",
  ne: "≠",
  asymp: "≈",
  infin: "∞",
  radic: "√",
  sum: "∑",
  int: "∫",
  pi: "π",
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  Delta: "Δ",
  theta: "θ",
  lambda: "λ",
  mu: "μ",
  sigma: "σ",
  omega: "ω",
  Omega: "Ω",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  szlig: "ß",
  eacute: "é",
  egrave: "è",
  ecirc: "ê",
  agrave: "à",
  acirc: "â",
  ccedil: "ç",
  ntilde: "ñ",
  oacute: "ó",
  aacute: "á",
  iacute: "í",
  uacute: "ú",
  iexcl: "¡",
  iquest: "¿",
  euro: "€",
  pound: "£",
  copy: "©",
  reg: "®",
  shy: "",
  zwnj: "",
  thinsp: " ",
  ensp: " ",
  emsp: " ",
};

/** Named and numbered entities → characters; unknown names stay as they are written. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    const allowed = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return code === 9 || code === 10 ? " " : allowed ? String.fromCodePoint(code) : "";
  });
}

const SUPERSCRIPT = new Map(
  [..."0123456789+-=()ni"].map((char, at) => [char, [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"][at] ?? char]),
);
const SUBSCRIPT = new Map(
  [..."0123456789+-=()aeoxijn"].map((char, at) => [char, [..."₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓᵢⱼₙ"][at] ?? char]),
);

function shifted(text: string, table: Map<string, string>, sign: "^" | "_"): string {
  const chars = [...text.trim()];
  if (chars.length === 0) return "";
  if (chars.every((char) => table.has(char))) return chars.map((char) => table.get(char)).join("");
  return chars.length === 1 ? `${sign}${chars[0]}` : `${sign}(${chars.join("")})`;
}

/** H<sub>2</sub>O → H₂O; what Unicode has no lowered letters for becomes x_(max). */
export const lowered = (text: string) => shifted(text, SUBSCRIPT, "_");

/** x<sup>2</sup> → x²; what Unicode has no raised letters for becomes x^(n+k). */
export const raised = (text: string) => shifted(text, SUPERSCRIPT, "^");

/** GitHub's old way to show a formula: a picture whose address holds the LaTeX. */
const FORMULA_PICTURE = /\/render\/math\?math=([^"'&]{1,2000})/;

function decodedFormula(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded.replaceAll("%20", " ").replaceAll("%2B", "+");
  }
}

/**
 * What a picture leaves in a card: its formula, else its alternative text, else nothing. Pictures themselves are
 * not taken: they would be fetched from elsewhere by every phone in the class.
 */
export function altText(attributes: string): string {
  const formula = FORMULA_PICTURE.exec(attributes)?.[1];
  if (formula) return `$${decodedFormula(formula).trim()}$`;
  const alt = /\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes);
  return decodeEntities(alt?.[1] ?? alt?.[2] ?? "");
}
