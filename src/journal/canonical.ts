// One way to write a value down, so that the same value always has the same hash.
import type { Json } from './entry.ts'

/**
 * Canonical JSON (RFC 8785): keys in the order of their UTF-16 units, no spaces, numbers as ECMAScript prints them.
 * Keys whose value is `undefined` are left out. Throws for what JSON cannot carry: NaN, infinities, lone surrogates.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} cannot be written down`)
    return JSON.stringify(value)
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('half a character cannot be written down')
    return JSON.stringify(value)
  }
  if (isList(value)) return `[${value.map(canonical).join(',')}]`
  const pairs = Object.entries(value).flatMap(([key, item]) =>
    item === undefined ? [] : [[key, item] as const],
  )
  // The default order of strings is by UTF-16 units, which is what the RFC asks for.
  pairs.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${pairs.map(([key, item]) => `${canonical(key)}:${canonical(item)}`).join(',')}}`
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
