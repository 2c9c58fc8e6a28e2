import type { Database } from "../store/client";

/** A teacher with a deck of sums in a test's database; every question has four options, the first is the key. */
export async function storedDeck({ prisma }: Pick<Database, "prisma">, questions = 20) {
  const { id: teacherId } = await prisma.teacher.create({
    data: { name: "Ada", email: `ada-${crypto.randomUUID()}@example.org` },
  });
  const { id: deckId } = await prisma.deck.create({
    data: { teacherId, title: "Sums", original: "", format: "test", madeAt: new Date() },
  });
  for (let number = 1; number <= questions; number++)
    await prisma.card.create({
      data: {
        deckId,
        position: number,
        front: `What is ${number} and ${number}?`,
        back: `It makes ${2 * number}, because adding is counting on.`,
        questions: {
          create: {
            deckId,
            key: `sum-${number}`,
            kind: "front-to-back",
            prompt: `What is ${number} and ${number}?`,
            evidence: "",
            position: 0,
            cardHash: "",
            options: {
              create: [0, 1, 2, 3].map((more) => ({
                position: more,
                text: String(2 * number + more),
                correct: more === 0,
                origin: more === 0 ? "key" : "perturbation",
                source: "made from the key",
              })),
            },
          },
        },
      },
    });
  return { teacherId, deckId };
}
