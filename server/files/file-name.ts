/** A title as a part of a file's name that every system takes: letters and digits of any script, 60 at most. */
export const inFileName = (title: string): string => title.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60);
