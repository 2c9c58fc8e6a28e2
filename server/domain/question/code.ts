/** Telling programs from prose, in text that nobody fenced. */

const CODE_LINE = [
  /[;{}]\s*(?:(?:\/\/|#).*)?$/,
  /^\s*(?:def|class|for|while|if|elif|else|try|with)\b.*:\s*(?:#.*)?$/,
  /^\s*(?:return|import|from|#include|public|private|protected|static|const|let|var|int|void|char|double|bool|func|fn)\b.*[\w)\];>"']\s*$/,
  /^\s*(?:[\w.[\]]+\s*(?:=|\+=|-=|<-|:=)\s*\S|[\w.]+\([^)]*\)\s*$)/,
  /^\s*(?:\/\/|\/\*|\*\/|>>>|\$\s)/,
  /^\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|FROM|WHERE|JOIN|GROUP BY|ORDER BY)\b/,
];

/** True for a line that a compiler rather than a reader would take. */
export function looksLikeCode(line: string): boolean {
  const text = line.trim();
  if (text === "") return false;
  const prose = (text.match(/\b\p{Ll}{2,}\s+\p{Ll}{2,}\s+\p{Ll}{2,}\s+\p{Ll}{2,}\b/gu) ?? []).length;
  return prose === 0 && CODE_LINE.some((shape) => shape.test(line));
}

/** True where at least half of two or more lines are code. */
export function isProgram(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== "");
  const code = written.filter(looksLikeCode).length;
  return written.length >= 2 && code >= 2 && code * 2 >= written.length;
}
