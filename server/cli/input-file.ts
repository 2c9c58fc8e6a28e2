import { readFileSync } from "node:fs";

const READING: Record<string, string> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "this account may not read it",
};

/** The bytes of a file that a command was given. Throws one sentence that names the file. */
export function readInput(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw new Error(`Cannot read ${file}: ${READING[code] ?? message}.`);
  }
}

/** What a file of JSON holds; a byte-order mark is no part of it. Throws one sentence that says where the JSON ends to be one. */
export function readJson(file: string, bytes = readInput(file)): unknown {
  try {
    return JSON.parse(bytes.toString("utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new Error(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
