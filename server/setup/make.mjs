// npm run build: everything that npm start would make before it starts the server.
import { endWith } from "./plain-error.mjs";
import { prepare } from "./prepare.mjs";
import { ROOT } from "./project.mjs";

process.chdir(ROOT);
prepare({ build: true }).catch(endWith);
