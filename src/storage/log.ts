/** Where storage says what it does: the part of a logger that it needs. */
export type Log = { info(words: string): void; warn(words: string): void }
