/**
 * Whether a text would look different as Markdown than as it is written. Plain words are shown at once, without
 * waiting for the renderer to be fetched.
 */
export const needsMarkup = (text: string): boolean =>
  /[$*_`~\\[&]/.test(text) || /\n/.test(text.trim()) || /^\s{0,3}(?:#{1,6}|>|[-+]|\d{1,9}[.)])\s/.test(text);

/**
 * A dollar that may open a formula: something follows at once. One that may close it: something stands before, no digit
 * after.
 */
const FORMULA = /(?<![\\$])\$(?!\s|\$)((?:\\.|[^$\\])*?[^\s$\\]|(?:\\.)+?)\$(?!\d|\$)/y;

/**
 * Escapes the dollars that are money, so that "$5 and $10" stays as it is while "$x^2$" becomes a formula. The rule
 * is Pandoc's: no space inside the dollars, no digit right after the closing one. `$$…$$` and code stay as they are.
 */
export const guardDollars = (text: string): string => {
  let out = "";
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const whole = /^(?:\\[\s\S]|(`+)[\s\S]*?\1|\$\$[\s\S]*?\$\$)/.exec(rest)?.[0];
    if (whole) {
      out += whole;
      at += whole.length;
      continue;
    }
    if (text[at] === "$") {
      FORMULA.lastIndex = at;
      const formula = FORMULA.exec(text)?.[0];
      out += formula ?? "\\$";
      at += formula?.length ?? 1;
      continue;
    }
    out += text[at];
    at += 1;
  }
  return out;
};

/**
 * One line of Markdown from a text that must stay one line: what would begin a list, a heading or a quotation
 * ("3. March", "# of pupils") is kept as the words it is.
 */
export const asOneLine = (text: string): string =>
  text
    .trim()
    .replace(/\s*\n\s*/g, " ")
    .replace(/^(\d{1,9})([.)])(?=\s)/, "$1\\$2")
    .replace(/^(#{1,6}|[-+*>])(?=\s)/, "\\$1");
