// Moments in UTC; which day a moment falls on is a question for territory, which knows the zones.

declare const instant: unique symbol
/** A moment, UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`; strings compare in the order of time. */
export type Instant = string & { readonly [instant]: true }

const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2})$/

/** Reads an instant with an offset and normalises it to UTC; `undefined` for anything else. */
export function parseInstant(text: unknown): Instant | undefined {
  if (typeof text !== 'string' || !shape.test(text)) return undefined
  const ms = Date.parse(text)
  if (Number.isNaN(ms)) return undefined
  // Date.parse rolls 31 April on to May; the day that was written must be the day that is meant.
  const wall = Date.parse(`${text.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(wall) || !new Date(wall).toISOString().startsWith(text.slice(0, 10))) return undefined
  return new Date(ms).toISOString() as Instant
}

/** The instant of so many milliseconds since 1970, as clocks give them. */
export const instantOf = (ms: number): Instant => new Date(ms).toISOString() as Instant

/** Milliseconds since 1970. */
export const milliseconds = (at: Instant): number => Date.parse(at)
