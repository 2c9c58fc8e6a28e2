import type { z } from "zod";

/** What a route of this server answers; null for no answer, or one that is not of this shape. */
export async function readJson<Answer>(url: string, shape: z.ZodType<Answer>): Promise<Answer | null> {
  try {
    const parsed = shape.safeParse(await (await fetch(url)).json());
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
