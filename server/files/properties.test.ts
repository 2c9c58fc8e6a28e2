import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyMend, DECK_LIMITS, ParsedDeck } from "@/contract/deck";
import { htmlToMarkdown, markdownWithoutHtml } from "./html";
import { markdownToHtml } from "./markdown-to-html";
import { parseDeck } from "./parse-deck";

/** Scraps of every format, so that random texts come near to real ones and their edges. */
const scrap = fc.constantFrom(
  "\n",
  "\n\n",
  "\r\n",
  "\t",
  " ",
  ",",
  ";",
  "|",
  '"',
  '""',
  "'",
  "Q\n",
  "A\n",
  "1\nQ\n\n",
  "\nA\n\n",
  "(3 cards)\n",
  "Title Flashcards\n",
  "How well did you know this?\n1\nNot at all\n2\n3\n4\n5\nPerfectly\n",
  "How It Works:\n",
  "Label: value\n",
  "  1. Step:\n",
  "- item: text\n",
  "  - nested\n",
  "# Heading\n",
  "## Heading\n",
  "**bold?**\n",
  "```\n",
  "| a | b |\n",
  "|---|---|\n",
  "Q: ",
  "A: ",
  "#separator:tab\n",
  "#html:true\n",
  "{{c1::",
  "}}",
  "{{c2::x::y}}",
  "<b>",
  "</b>",
  "<br>",
  "<div",
  "</",
  "<!--",
  "-->",
  "<script>",
  "<ul><li>",
  "&amp;",
  "&#",
  "$",
  "$$",
  "\\(",
  "\\)",
  "\\[",
  "\\]",
  "\\frac{1}{2}",
  "*",
  "**",
  "__",
  "_",
  "`",
  "[",
  "{",
  '{"front":',
  '"back":',
  "]",
  "}",
  "front,back\n",
  "::",
  " - ",
  " = ",
  "=>",
  "---",
  "\ufeff",
  "\u0000",
  "\ud800",
  "\u2028",
  "\u00a0",
  "é",
  "日本語",
  "🦉",
  "=1+1",
  "x",
);
const anyText = fc.oneof(
  fc
    .array(
      fc.oneof(
        { weight: 5, arbitrary: scrap },
        { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 200 }),
);

describe("any text as a deck", () => {
  it("is parsed without a throw to a deck that fits its schema, with every line inside the text", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const deck = ParsedDeck.parse(await parseDeck({ text }));
        const lines = text.split(/\r\n?|\n/).length;
        const numbers = deck.cards.map((card) => card.number);
        expect(numbers).toEqual(numbers.map((_, at) => at + 1));
        for (const card of deck.cards) {
          expect(card.line).toBeLessThanOrEqual(lines);
          expect(card.front.trim()).not.toBe("");
          expect(card.back.trim()).not.toBe("");
          expect(card.front + card.back).not.toMatch(/(?![\n\t])[\p{Cc}\p{Surrogate}\ufeff]/u);
        }
        for (const problem of deck.problems) {
          if (problem.line !== null) expect(problem.line).toBeLessThanOrEqual(lines);
          if (problem.card !== null) expect(numbers).toContain(problem.card);
        }
        expect(deck.cards.length > 0 || deck.problems.length > 0).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it("can have every mend applied, one after the other, each of which removes its problem", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        let deck = await parseDeck({ text });
        for (
          let next = deck.problems.find((problem) => problem.mend);
          next;
          next = deck.problems.find((problem) => problem.mend)
        ) {
          const mended = applyMend(deck, next);
          expect(mended.problems.length).toBeLessThan(deck.problems.length);
          deck = ParsedDeck.parse(mended);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("any bytes as a deck", () => {
  it("are parsed without a throw, with a zip's head or without", async () => {
    const head = fc.constantFrom(
      [],
      [0x50, 0x4b, 0x03, 0x04],
      [0xff, 0xfe],
      [0xfe, 0xff],
      [0xef, 0xbb, 0xbf],
    );
    await fc.assert(
      fc.asyncProperty(head, fc.uint8Array({ maxLength: 400 }), async (start, rest) => {
        const deck = await parseDeck({ name: "x", bytes: new Uint8Array([...start, ...rest]) });
        expect(() => ParsedDeck.parse(deck)).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });
});

describe("HTML", () => {
  const TAG = /<(?:[a-z][\w-]*[\s/>]|!--|\/[a-z])/i;
  const unescaped = (markdown: string) => markdown.replace(/```[\s\S]*?(```|$)|`[^`\n]*`|\$[^$]*\$|\\</g, "");

  it("never survives the way from an Anki field to Markdown", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(unescaped(htmlToMarkdown(text))).not.toMatch(/<(script|img|iframe|style|a|b|div)\b[^>]*>/i);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ["<script>alert(1)</script>text", "text"],
    ["<img src=x onerror=alert(1)>seen", "seen"],
    ['<a href="javascript:alert(1)">link</a>', "link"],
    ["<b onclick=x>bold</b>", "**bold**"],
    ["&lt;script&gt;alert(1)&lt;/script&gt;", "\\<script>alert(1)\\</script>"],
    ["<ul><li>one</li><li>two<ul><li>deep</li></ul></li></ul>", "- one\n- two\n  - deep"],
    ["<ol><li>one</li><li>two</li></ol>", "1. one\n2. two"],
    ["<h2>Title</h2><p>first</p><p>second</p>", "### Title\n\nfirst\n\nsecond"],
    ["CO<sub>2</sub>, x<sup>n+1</sup>, v<sub>max</sub>", "CO₂, xⁿ⁺¹, v_(max)"],
    ['<anki-mathjax block="true">x^2</anki-mathjax> and [$]y[/$]', "$$x^2$$ and $y$"],
    ["a<br>b<br/>c", "a\nb\nc"],
  ])("becomes Markdown: %s", (html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });

  it("is written from any Markdown with the tags of cards only", () => {
    const allowed = /^<\/?(?:p|br|b|i|code|pre|h3|ul|ol|li)(?: start="\d+")?>/;
    fc.assert(
      fc.property(anyText, (text) => {
        for (const match of markdownToHtml(text).matchAll(/<[^>]*>?/g)) expect(match[0]).toMatch(allowed);
      }),
      { numRuns: 400 },
    );
  });

  it("is taken out of Markdown, pictures too, while code keeps its brackets", () => {
    expect(
      markdownWithoutHtml(
        "a<br>b <div class='x'>c</div> `<div>` vector<int> ![p](http://x/y.png) y<sub>i</sub>",
      ),
    ).toBe("a\nb c\n `<div>` vector\\<int> p yᵢ");
    expect(TAG.test(markdownWithoutHtml("<iframe src=x></iframe>").replaceAll("\\<", ""))).toBe(false);
  });
});

describe("time", () => {
  /** Texts that a careless reader takes quadratic time for. */
  const HARD: [string, (size: number) => string][] = [
    [
      "cards of a Brainscape page",
      (n) => `(9 cards)\n${"1\nQ\n\nWhy is it so?\n\nA\n\nReason: because\n\n".repeat(n / 40)}`,
    ],
    ["blank lines", (n) => `1\nQ\n\nx\n\nA\n\n${"\n".repeat(n)}y`],
    ["spaces", (n) => `a\t${" ".repeat(n)}b\nc\td`],
    ["ratings", (n) => `1\nQ\n\nx\n\nA\n\n${"1\n2\n3\n4\n".repeat(n / 8)}`],
    ["quotes", (n) => `a,b\n${'"x,"y\n'.repeat(n / 6)}`],
    ["opening quotes", (n) => 'a,"b\n'.repeat(n / 5)],
    ["stars", (n) => `a\t${"*a".repeat(n / 2)}\nb\tc`],
    ["dollars", (n) => `a\t${"$ a".repeat(n / 3)}\nb\tc`],
    ["TeX brackets", (n) => `a\t${"\\(".repeat(n / 2)}\nb\tc`],
    ["open tags", (n) => `#separator:tab\na\t${"<b>".repeat(n / 3)}`],
    ["angles", (n) => `#separator:tab\na\t${"<".repeat(n)}`],
    ["open scripts", (n) => `#separator:tab\na\t${"<script>".repeat(n / 8)}`],
    ["open clozes", (n) => `#separator:tab\n${"{{c1::".repeat(n / 6)}`],
    ["colons", (n) => `1\nQ\n\nx\n\nA\n\n${"a: b: c:\n".repeat(n / 9)}`],
    ["list items", (n) => "- term: text\n".repeat(n / 13)],
    ["headings", (n) => "## a\n\ntext\n\n".repeat(n / 12)],
    ["JSON entries", (n) => `[${'{"front":"a","back":"b"},'.repeat(n / 25)}{}]`],
    ["one long line", (n) => "word ".repeat(n / 5)],
  ];
  const SMALL = 100_000;
  const FACTOR = 8;
  const once = async (text: string) => {
    const start = performance.now();
    await parseDeck({ text });
    return performance.now() - start;
  };
  const milliseconds = async (text: string) => Math.min(await once(text), await once(text));

  it.each(HARD)("grows no faster than the text: %s", async (_, make) => {
    const small = await milliseconds(make(SMALL));
    const large = await milliseconds(make(SMALL * FACTOR));
    // Quadratic time would be 64 times as much; a busy machine alone does not make a factor of 8 into 32.
    expect(large).toBeLessThan(Math.max(small, 15) * FACTOR * 4);
  });

  it("is short for the largest deck that is taken", async () => {
    const text = Array.from(
      { length: DECK_LIMITS.cards },
      (_, at) => `term ${at}\tanswer ${at}, which is *this* long`,
    ).join("\n");
    expect(await milliseconds(text)).toBeLessThan(2000);
  });
});
