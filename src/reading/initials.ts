// Initials beside a surname.

/** «О.П.», «Т.» right after a word. */
export function initialsAfter(text: string, at: number): { end: number; count: number } | undefined {
  const found = /^[ \u00a0]?(\p{Lu})\.(?:[ \u00a0]?(\p{Lu})\.)?/u.exec(text.slice(at, at + 8))
  if (!found) return undefined
  return { end: at + found[0].length, count: found[2] === undefined ? 1 : 2 }
}

/** Where «И.И. » before a surname ends. */
export function initialsLeading(text: string, at: number): number | undefined {
  const found = /^\p{Lu}\.[ \u00a0]?(?:\p{Lu}\.[ \u00a0]?)?/u.exec(text.slice(at, at + 8))
  return found ? at + found[0].length : undefined
}
