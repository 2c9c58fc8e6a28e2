import { describe, expect, it } from "vitest";
import { createRandom } from "../../random";
import { studyDeck } from "../study";
import { backToQuestion } from "./back-to-question";

function proposalOf(rows: readonly (readonly [string, string])[]) {
  const deck = studyDeck(rows.map(([front, back], index) => ({ id: `c${index}`, front, back })));
  const [card] = deck.cards;
  return card === undefined ? undefined : [...backToQuestion.propose(card, deck, createRandom(1))][0];
}

const others: [string, string][] = [
  ["How do salmon find their river?", "Following the smell of its water upstream"],
  ["How do moles dig?", "Pushing the soil aside with broad hands"],
  ["How do bats hunt at night?", "Listening to the echo of their own calls"],
  ["Why do bees dance?", "Telling the hive where flowers are"],
];

describe("An answer asks for its question", () => {
  it("among questions of the same kind only", () => {
    const made = proposalOf([
      ["How do storks reach Africa?", "Gliding on warm air along the coast"],
      ...others,
    ]);
    expect(made?.prompt).toBe(
      "Which of these questions is answered by “Gliding on warm air along the coast”?",
    );
    expect(made?.key).toBe("How do storks reach Africa?");
    expect(made?.candidates.map((candidate) => candidate.text).sort()).toEqual([
      "How do bats hunt at night?",
      "How do moles dig?",
      "How do salmon find their river?",
    ]);
  });

  it("says what it asks about, so that it can be seen whether one question only is about such a thing", () => {
    const made = proposalOf([["What is a problem of mills?", "It is hard to turn them by hand"], ...others]);
    expect(made?.asked).toBe("It is hard to turn them by hand");
  });

  it("shows the entries of a list", () => {
    const made = proposalOf([
      ["What are the parts of a mill?", "- wheel of oak\n- heavy stone\n- wooden chute"],
      ["What are the tools of a smith?", "- hammer\n- tongs"],
      ["What are the duties of a shepherd?", "- count the flock\n- mend the fold"],
    ]);
    expect(made?.prompt).toContain("“wheel of oak; heavy stone; wooden chute”");
  });

  it("shows entries among questions for several things, where there are some", () => {
    const made = proposalOf([
      ["What are the parts of a mill?", "- wheel of oak\n- heavy stone\n- wooden chute"],
      ["What are the tools of a smith?", "- hammer\n- tongs"],
      ["What is the duty of a shepherd?", "- count the flock\n- mend the fold"],
      ["What does a sailor carry?", "- rope\n- knife"],
      ["Why is the well deep?", "- drought\n- frost"],
      ["Which ropes has a ship?", "- sheets\n- shrouds"],
    ]);
    expect(made?.candidates.map((candidate) => candidate.text).sort()).toEqual([
      "What are the tools of a smith?",
      "Which ropes has a ship?",
    ]);
  });

  it("shows what belongs to a term that is not defined", () => {
    const made = proposalOf([
      ["What are the gate stones?", "- granite of the hill\n- slate from the river"],
      ["What are the mill stones?", "- sandstone\n- lava"],
      ["What is the village green?", "- grass\n- lime trees"],
      ["What are the harbour lights?", "- a fire of oak\n- two lamps"],
    ]);
    expect(made?.prompt).toContain("“granite of the hill; slate from the river”");
    expect(made?.key).toBe("What are the gate stones?");
  });

  it("shows the reason of a yes", () => {
    const made = proposalOf([
      ["Is a stork a good swimmer?", "No, its long legs make it a wader."],
      ["Is a mole blind?", "No, it sees light."],
      ["Can bats fly by day?", "Yes, and some do so in winter."],
    ]);
    expect(made?.prompt).toBe("Which of these questions is answered by “Its long legs make it a wader”?");
  });

  it("stands among questions for other sorts where it is a whole sentence and few ask alike", () => {
    const made = proposalOf([
      [
        "Why is the stork's nest on a roof?",
        "The stork of the village builds its nest where no fox can reach it",
      ],
      ...others,
    ]);
    expect(made?.candidates.map((candidate) => candidate.text)).toEqual(
      expect.arrayContaining(["Why do bees dance?", "How do moles dig?"]),
    );
    expect(made?.flags).toEqual([]);
  });

  it("names a thing among questions for things of its sort, or is marked as told by it", () => {
    const rivers: [string, string][] = [
      ["Which river flows through Paris?", "Seine"],
      ["Which river flows through London?", "Thames"],
    ];
    const tree: [string, string] = ["Which tree do koalas climb?", "Eucalyptus"];
    const asked: [string, string] = ["Which river flows through Vienna?", "Danube"];
    const made = proposalOf([asked, ...rivers, tree]);
    expect(made?.candidates.map((candidate) => candidate.text).sort()).toEqual([
      "Which river flows through London?",
      "Which river flows through Paris?",
    ]);
    expect(made?.flags).toEqual([]);
    expect(proposalOf([tree, asked, ...rivers])?.flags).toEqual(["guessable"]);
    const open: [string, string] = ["What do koalas sleep in?", "Eucalyptus"];
    const more: [string, string][] = [
      ["What do wrens nest in?", "Ivy"],
      ["What do bees live in?", "Hives"],
    ];
    const plain = proposalOf([open, ...more, ...rivers]);
    expect(plain?.candidates.map((candidate) => candidate.text).sort()).toEqual([
      "What do bees live in?",
      "What do wrens nest in?",
    ]);
  });

  it.each([
    ["What does IPA stand for?", "India pale ale"],
    ["What is a stork?", "A large white bird that nests on roofs"],
    ["How many eggs does a stork lay?", "4"],
    ["How do storks sleep?", "See the book of the village"],
    ["Storks", "Large white birds that nest on roofs"],
  ])("is not asked where the answer may belong to others (%s)", (front, back) => {
    expect(proposalOf([[front, back], ...others])).toBeUndefined();
  });

  it("stands among questions of its own frame where there are enough", () => {
    const frame: [string, string][] = ["spit", "cliff", "delta", "fjord"].map((name, turn) => [
      `How is a ${name} formed?`,
      ["By sand that the drift lays down", "Waves undercut rock", "Silt settles", "Ice scours a valley"][
        turn
      ] ?? "",
    ]);
    expect(
      proposalOf([...frame, ...others])
        ?.candidates.map(({ text }) => text)
        .sort(),
    ).toEqual(["How is a cliff formed?", "How is a delta formed?", "How is a fjord formed?"]);
  });

  it("gives a way, a reason or a time among any questions for one", () => {
    const made = proposalOf([
      ["How do storks find their nest again?", "By following the coast that they flew along in spring"],
      ["How do salmon find their river?", "They smell its water far out in the sea"],
      ["How do moles dig?", "Broad hands push the soil aside"],
      ["How do bats hunt at night?", "Their own calls come back from the moths"],
      ["Why do bees dance?", "Telling the hive where flowers are"],
    ]);
    expect(made?.candidates).toHaveLength(3);
    expect(made?.flags).toEqual([]);
  });

  it("stands beside the twin of its question, however that is answered", () => {
    const made = proposalOf([
      ["What is the second gear of the mill used for?", "Lifting sacks of grain or flour to the loft"],
      ["What is the third gear of the mill used for?", "Sieving"],
      ["What is the first gear of the mill used for?", "Turning the upper stone of the mill"],
      ["What is the last gear of the mill used for?", "Brake"],
      ...others,
    ]);
    expect(made?.candidates).toHaveLength(3);
  });

  it.each([
    ["What is a drawback of windmills?", "Standing still in a calm"],
    ["How many sacks does a mule carry?", "One per side"],
  ])("is marked where its question alone asks for such a thing (%s)", (front, back) => {
    const made = proposalOf([
      [front, back],
      ["What is the base of a windmill?", "Oak beams on stone"],
      ["What is the head of a windmill?", "A turning cap"],
      ["How long does a mule sleep?", "Until the morning"],
      ["How often does a mule drink?", "Every few hours"],
    ]);
    expect(made?.flags).toEqual(["guessable"]);
  });

  it("is marked where the answer says what another word means", () => {
    const made = proposalOf([
      ["How does the miller fix his price?", "Tender means offering the flour at the gate of the mill"],
      ...others,
    ]);
    expect(made?.flags).toEqual(["guessable"]);
  });

  it("does not name what its question names", () => {
    const made = proposalOf([
      ["Why do oak racks last?", "Oak racks do not rot in the rain of the coast"],
      ["Why do bees dance?", "Telling the hive where flowers are helps them all"],
      ["Why do moles dig?", "They hunt the worms of the meadow below ground"],
      ["Why do storks leave?", "They find no frogs in the frozen ponds"],
    ]);
    expect(made?.prompt).toContain("“They do not rot in the rain of the coast”");
  });
});
