import { afterAll, beforeAll, expect, it } from "vitest";
import { School } from "../../testing/school";
import { teacherExport } from "./teacher-export";

let school: School;

beforeAll(async () => {
  school = await School.open();
  // Somebody else's, which is not to be in it.
  await school.furnish();
});
afterAll(() => school.close());

it("a teacher's export holds every deck, class, student and game of theirs, and no other's", async () => {
  const { one, own, shared, alone, together, games } = await school.furnish();
  const files = new Map<string, string>();
  for await (const { path, text } of teacherExport(school.database.prisma, one.teacherId)) {
    let whole = "";
    for await (const piece of text) whole += piece;
    expect(() => JSON.parse(whole), path).not.toThrow();
    files.set(path, whole);
  }
  const named = (...ids: string[]) =>
    ids.map((id) => [...files.keys()].filter((path) => path.includes(id)).length);
  expect(named(own, shared, alone.classId, together.classId)).toEqual([1, 1, 1, 1]);
  expect(named(...Object.values(games))).toEqual([1, 1, 1]);
  expect(files.size).toBe(8);
  const all = [...files.values()].join("\n");
  for (const { name } of [...alone.students, ...together.students]) expect(all).toContain(name);
  expect(all).toContain(one.email);
  expect(all).not.toMatch(/secretHash|tokenHash|"password"|linkHash/);
});
