import katex from "katex";

/** A formula between delimiters; what stands between them is LaTeX. */
const DELIMITED = /\$\$([^$]+)\$\$|\$([^$\n]+)\$|\\\((.+?)\\\)|\\\[(.+?)\\\]/gs;

/** The LaTeX of a text's formulas, without delimiters. */
export function latexOf(text: string): string[] {
  return [...text.matchAll(DELIMITED)].map((found) =>
    (found[1] ?? found[2] ?? found[3] ?? found[4] ?? "").trim(),
  );
}

/** The letters that stand for values in a text's formulas; of a formula without delimiters those that stand alone. */
export function valuesIn(text: string): Set<string> {
  const latex = latexOf(text)
    .join(" ")
    .replace(/\\[a-z]+/gi, " ");
  const alone = text.match(/(?<![\p{L}\\])\p{L}(?![\p{L}])/gu) ?? [];
  return new Set([...(latex.match(/\p{L}/gu) ?? []), ...(latex === "" ? alone : [])]);
}

/** Why a formula cannot be set, in KaTeX's words; undefined when it can. */
export function latexFault(latex: string): string | undefined {
  try {
    katex.renderToString(latex, {
      throwOnError: true,
      strict: false,
      trust: false,
      maxExpand: 200,
      maxSize: 20,
    });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^KaTeX parse error:\s*/, "") : "it cannot be read";
  }
}

const APPLIED =
  /\\(?:sin|cos|tan|cot|sec|csc|log|ln|exp)(?:\^\{?\w+\}?)?\s*(?:\\[a-z]+|\w|\([^()]*\)|\{[^{}]*\})/g;
const PRODUCT = new RegExp(`(?:${APPLIED.source}\\s*){2,}`, "g");

/** True when two formulas differ in the order of factors or summands alone: "2 sin x cos x" is "2 cos x sin x". */
export function isReordered(a: string, b: string): boolean {
  return inOrder(a) === inOrder(b);
}

function inOrder(formula: string): string {
  const sorted = formula.replace(PRODUCT, (run) =>
    (run.match(APPLIED) ?? [])
      .map((one) => one.replace(/\s+/g, ""))
      .sort()
      .join(" "),
  );
  const body = sorted.replace(/^[\s$(\\[\]]+|[\s$)\\[\]]+$/g, "");
  const isSum = !/[-=−{}^/]/.test(body) && body.includes("+");
  return isSum
    ? body
        .split("+")
        .map((one) => one.trim())
        .sort()
        .join(" + ")
    : body;
}
