import { parseArgs } from "node:util";
import { GameServer } from "../fixtures/server";
import { playTerm } from "../term/term";
import { numbersOf } from "./options";

// npm run -s term:play -- [--students N] [--decks N] [--weeks N] [--rounds N] [--seed N] [--port P] [--keep]
// Plays a term of three classes over sockets on a production server of its own (after a build), and prints as JSON what it
// took. With --keep the server then stays up, until Ctrl-C, for somebody to open the results.

const { values } = parseArgs({
  options: {
    students: { type: "string", default: "30" },
    decks: { type: "string", default: "4" },
    weeks: { type: "string", default: "4" },
    rounds: { type: "string", default: "12" },
    seed: { type: "string", default: "1" },
    port: { type: "string", default: "4160" },
    keep: { type: "boolean", default: false },
  },
});
const { keep, port, ...sizes } = values;
const { students, decks, weeks, rounds, seed } = numbersOf(sizes);

const server = await GameServer.start({ HOST: "127.0.0.1", LOG_LEVEL: "warn" }, port);
try {
  const begin = performance.now();
  const term = await playTerm(server, { students, decks, weeks, rounds }, seed, (line) =>
    console.error(line),
  );
  console.log(
    JSON.stringify({
      classes: term.classes.length,
      students: term.classes.length * students,
      decks,
      sessions: term.games.length,
      answers: term.acknowledged.length,
      seconds: Math.round((performance.now() - begin) / 1000),
    }),
  );
  if (keep) {
    console.error(`The results are at ${server.url}/teach (ada@school.example, three plain words).`);
    await new Promise((resolve) => process.once("SIGINT", resolve));
  }
} finally {
  await server.dispose();
}
