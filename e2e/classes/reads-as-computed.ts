import type { Page } from "@playwright/test";
import type pg from "pg";
import { referenceMastery } from "#server/testing/reference-mastery";
import { expect } from "../fixtures/test";

/** "63 %", as the pages write it. @param share 0–1 */
export const percent = (share: number) => `${Math.round(100 * share)} %`;

/**
 * The class's share, its weak cards and its students' shares as the page says them, against the model written a second
 * time (`server/testing/reference-mastery.ts`) and fed with the games' own answers.
 * @param mustBeWeak countries that were missed
 */
export async function readsAsComputed(page: Page, db: pg.Pool, mustBeWeak: readonly string[]) {
  const { rows } = await db.query(
    `select p."studentId" student, c."deckId" deck, c.id card, c."deckId" || coalesce('#' || c.tags[1], '') skill,
            a.correct, jsonb_array_length(r.options) options, extract(epoch from a."acceptedAt")::float8 at
       from "Answer" a join "Round" r on r.id = a."roundId" join "Player" p on p.id = a."playerId"
       join "Card" c on c.id = r."cardId"
      where p."studentId" is not null and not r.voided
      order by r."closedAt", a."acceptedAt", (r.id || '/' || p.id) collate "C"`,
  );
  const mastery = referenceMastery(rows);
  const cards = await db.query<{ card: string; front: string; deck: string; skill: string }>(
    `select c.id card, c.front, c."deckId" deck, c."deckId" || coalesce('#' || c.tags[1], '') skill
       from "Card" c join "Deck" d on d.id = c."deckId" where d.title = 'Capitals of Europe'`,
  );
  const students = await db.query<{ student: string; name: string }>(
    `select s.id student, s.name from "Student" s join "Class" c on c.id = s."classId" where c.name = '7b'`,
  );
  const now = Date.now() / 1_000;
  const knows = (who: typeof students.rows, what: typeof cards.rows) => {
    const all = who.flatMap(({ student }) =>
      what.map(({ card, deck, skill }) => mastery.knows({ student, card, deck, skill }, now)),
    );
    return all.reduce((sum, k) => sum + k, 0) / all.length;
  };
  const whole = knows(students.rows, cards.rows);
  await expect(page.getByText(percent(whole), { exact: true }).first()).toBeVisible();

  const weak = page.getByRole("table", { name: /^Weak cards/ }).getByRole("row");
  const weakCards: string[] = [];
  for (const card of cards.rows) {
    const known = knows(students.rows, [card]);
    const right = rows.filter((row) => row.card === card.card && row.correct).length;
    const all = rows.filter((row) => row.card === card.card).length;
    if (known >= 0.5) continue;
    weakCards.push(card.front);
    const row = weak.filter({ hasText: card.front });
    await expect(row).toContainText(percent(known));
    await expect(row).toContainText(`${right} of ${all}`);
  }
  for (const country of mustBeWeak)
    expect(
      weakCards.some((front) => front.includes(country)),
      country,
    ).toBe(true);
  await expect(weak).toHaveCount(weakCards.length === 0 ? 0 : weakCards.length + 1);

  const people = page.getByRole("table", { name: /^Students/ }).getByRole("row");
  for (const student of students.rows) {
    const given = rows.filter((row) => row.student === student.student).length;
    const text = (await people.filter({ hasText: student.name }).textContent()) ?? "";
    const shown = /(\d+ %)\s*between/.exec(text)?.[1];
    if (shown === undefined) expect(text).toContain(`Not enough answers yet (${given})`);
    else expect(shown, student.name).toBe(percent(knows([student], cards.rows)));
  }
}
