/** Signs that a line belongs to a program rather than to a sentence. Chosen for the common teaching languages. */
const CODE_LINE =
  /[;{}]\s*$|^\s*(def |class |for |while |if |elif |else|return\b|import |from \w+ import|#include|print\(|public |private |static |function |const |let |var |\/\/|\/\*|\*\/|@\w+)|^\s+\w[\w.[\]]* ?[-+*/]?= ?\S|^\s*[\w.]+\([^)]*\)[;:]?\s*$/;
const INDENTED = /^(\t| {2,})\S/;

/**
 * True for several lines that are mostly program text: indentation carries meaning there, and `*` or `<` are
 * not marks. Half of the lines must look like code, and something must be indented or end a statement.
 */
export function isProgram(text: string): boolean {
  const lines = text.split("\n").filter((line) => line.trim());
  if (lines.length < 2) return false;
  const code = lines.filter((line) => CODE_LINE.test(line) && !/^\s*\d+[.)]\s/.test(line)).length;
  const shaped = lines.some((line) => /[;{}]\s*$/.test(line)) || lines.some((line) => INDENTED.test(line));
  return shaped && code * 2 >= lines.length;
}

/** Fences a program; the fence is longer than any run of backticks inside. */
export function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}
