/** Options of a command line as the numbers that they say. Rejects what is no number. */
export function numbersOf<Name extends string>(values: Record<Name, string>): Record<Name, number> {
  const numbers = Object.entries<string>(values).map(([name, text]) => {
    if (text.trim() === "" || Number.isNaN(Number(text)))
      throw new Error(`--${name} takes a number, not "${text}".`);
    return [name, Number(text)];
  });
  return Object.fromEntries(numbers) as Record<Name, number>;
}
