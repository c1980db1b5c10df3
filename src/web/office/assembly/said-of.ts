// What was just done, from the address.
import type { Context } from 'hono'
import type { Said } from './part.tsx'

const saidWords: readonly string[] = [
  'asked',
  'filled',
  'taken',
  'returned',
  'begun',
  'takenBack',
  'moved',
  'added',
  'dropped',
  'sent',
  'correcting',
  'givenUp',
  'received',
  'forwarded',
  'noted',
  'unnoted',
] satisfies Said[]

/** The word of the deed that led here; null when nothing was done, or nothing of ours. */
export function saidOf(c: Context): Said {
  const said = c.req.query('done') ?? c.req.query('said')
  return said !== undefined && saidWords.includes(said) ? (said as Said) : null
}
