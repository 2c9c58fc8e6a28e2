/**
 * Words that children can read aloud, spell and remember; our own list, in the public domain (CC0). None differs from
 * another in one letter alone, so that a slip of the finger is no other word.
 */
const LIST = `
abacus acorn actor airplane album alley almond anchor angel ankle anthill antler apple apricot arch arena
armadillo armor arrow attic autumn avocado backpack badge bagel baker bamboo banana banjo barley barn basket
beacon beagle bear beaver belt bench bike biscuit bison blackbird blanket blossom blue bluebell bone boot bottle
boulder boulevard bowl bramble branch brave bread breeze brick bridge broccoli broom brother brush bubble bucket
buffalo bumblebee bunny burger bus butter buttercup button cabin cactus camel camera candle canoe canyon captain
caramel caravan cargo carpet cart castle caterpillar cave cedar cello cereal chair chalk cheese cherry chestnut
chicken chimney circle circus citrus clarinet clay cliff clock cloud clover cobra cockatoo coconut coffee coin
comet compass cookie copper coral cotton couch cousin cow coyote crab crane crater crayon cricket crown crystal
cube cucumber cup curtain cushion daffodil daisy dance dawn deer desert desk diamond dinner dinosaur doctor dog
dolphin domino door dove dragon dragonfly drawer dream dress drizzle drum duck dune dust eagle earth eclipse eel
egg elbow elderberry elephant elm emerald engine evening fabric fairy falafel falcon farm feather fence fern
ferry festival field fig fire fireworks fish flag flamingo flash flower flute forest fork fossil fox frame
friend frog fruit galaxy garden garlic gate gecko giant ginger giraffe glacier glove goat gold gondola goose
gorilla grape grass grasshopper green guitar hammer hammock hamster harbor harp harvest hat hawk hedge hedgehog
helmet heron hill hippo hockey holiday honey hook horizon horn horse hotel hummingbird iceberg igloo insect iron
island ivory ivy jacket jaguar jar jasmine jeep jellyfish jewel jigsaw jolly journey judge juggler juice jungle
jupiter kangaroo kayak kettle key kingdom kitchen kite kiwi koala ladder ladybird lake lamp lantern laptop lark
lavender leaf lemon leopard letter lettuce library lighthouse lilac lime lion llama lobster lotus lunch lynx
macaroni magnet mango map maple marble marigold market mask meadow medal melody melon meteor milk mint mirror
mitten mole monkey moon morning mosaic motor mountain mouse mug mushroom music mustard napkin nectar nectarine
needle nest nickel north notebook nutmeg oak oasis ocean octopus office olive onion opal orange orbit orchard
orchid ostrich otter oven owl oyster palace palm panda panther paper parade parrot parsley pasta path peach
peacock peanut pearl pebble pelican pencil penguin pepper piano pickle picnic pigeon pilot pine pinecone pirate
pizza planet plum poem pomegranate pony popcorn poppy potato prairie pretzel prince puffin pumpkin puppet purple
puzzle pyramid quartz rabbit raccoon radio radish rain rainbow raven rhubarb ribbon rice ring river robin robot
rocket roof rose ruby saddle saffron sailor salad salmon salt sandal sapphire scarf school scooter seahorse seal
shadow sheep shell ship silver sister skate sled snail snow snowflake sofa soup spark sparrow spider spinach
spoon spring squid squirrel star statue stone storm strawberry stream summer sunflower sunset swan table taco
tambourine tangerine teapot temple tent thunder tiger timber toast tomato torch tower tractor train trampoline
treasure trumpet tulip tunnel turquoise turtle umbrella valley vanilla velvet village violin volcano waffle
wagon walnut walrus water waterfall watermelon whale wheel whistle willow windmill window winter wizard wolf
wonder woodpecker xylophone yellow yogurt zebra zeppelin zipper zucchini
`;

export const WORDS: readonly string[] = LIST.trim().split(/\s+/);

/** Two different words of the list, drawn by `random` (uniform in [0, 1)): one of 266,772 pairs. */
export function drawWords(random: () => number): string {
  const first = Math.floor(random() * WORDS.length);
  const second = (first + 1 + Math.floor(random() * (WORDS.length - 1))) % WORDS.length;
  return `${WORDS[first]} ${WORDS[second]}`;
}

/** Two words as somebody types them: case, spaces, hyphens and accents do not matter. */
export function normalWords(typed: string): string {
  return typed
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .split(/[^a-z]+/)
    .filter(Boolean)
    .join(" ");
}
