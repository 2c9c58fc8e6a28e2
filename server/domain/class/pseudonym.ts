const COLOURS =
  "amber blue bronze copper coral crimson golden green grey indigo ivory jade lilac navy olive orange pink purple red rose ruby scarlet silver teal violet white yellow".split(
    " ",
  );
const ANIMALS =
  "badger bear beaver bison camel cobra crane deer dolphin eagle falcon ferret finch fox gecko gibbon hare hawk heron hippo ibis jaguar koala lark lemur lion llama lynx magpie marten mole moose newt okapi orca otter owl panda parrot puffin rabbit raven robin seal shark sparrow stork swan tapir tiger toucan turtle viper walrus whale wolf wombat wren yak zebra".split(
    " ",
  );

/**
 * A name that means nothing outside its class, such as "teal otter": for exports and for anything that others may see.
 * @param taken the class's pseudonyms so far
 * @param random uniform in [0, 1)
 */
export function drawPseudonym(taken: ReadonlySet<string>, random: () => number): string {
  const pairs = COLOURS.length * ANIMALS.length;
  const start = Math.floor(random() * pairs);
  for (let step = 0; ; step++) {
    // A prime that does not divide the number of pairs: every pair comes once before one comes with a number.
    const at = (start + step * 379) % pairs;
    const pair = `${COLOURS[at % COLOURS.length]} ${ANIMALS[Math.floor(at / COLOURS.length)]}`;
    const name = step < pairs ? pair : `${pair} ${Math.floor(step / pairs) + 1}`;
    if (!taken.has(name)) return name;
  }
}
