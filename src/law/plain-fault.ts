// What a schema complains of, in words for whoever writes acts with an editor.
import type { z } from 'zod'

type Issue = z.core.$ZodIssue
export type PlainFault = { readonly path: readonly PropertyKey[]; readonly reason: string }

/** The complaint that got furthest into the value, with what stands there and what would do. */
export function plainFault(issues: readonly Issue[], value: unknown): PlainFault {
  const flat = flatten(issues)
  const depth = Math.max(...flat.map(({ path }) => path.length))
  const deepest = flat.filter(({ path }) => path.length === depth)
  const first = deepest[0]!
  const { path } = first
  const same = deepest.filter((issue) => issue.path.join() === path.join())
  const allowed = same.flatMap(allowedBy)
  const found = valueAt(value, path)
  if (first.code === 'unrecognized_keys') {
    const [key] = first.keys
    return { path, reason: `there is no member ${key} here` }
  }
  if (found === undefined)
    return { path, reason: allowed.length > 0 ? `missing; ${choice(allowed)}` : 'missing' }
  if (allowed.length > 0 && typeof found === 'string')
    return { path, reason: `"${found}" is not known here; ${near(found, allowed) ?? choice(allowed)}` }
  if (first.code === 'invalid_type')
    return { path, reason: `${kinds[first.expected] ?? first.expected} belongs here, not ${told(found)}` }
  if (first.code === 'too_small') return { path, reason: 'must not be empty' }
  return { path, reason: first.message }
}

/** All complaints of a union's branches, each with its whole path. */
const flatten = (issues: readonly Issue[]): Issue[] =>
  issues.flatMap((issue) =>
    issue.code === 'invalid_union' && issue.errors.some((errors) => errors.length > 0)
      ? issue.errors.flatMap((errors) =>
          flatten(errors).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })),
        )
      : [issue],
  )

function allowedBy(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String)
  // The words a discriminator may be stand only in the message.
  if (issue.code === 'invalid_union')
    return [...issue.message.matchAll(/'([^']+)'/g)].map(([, word]) => word!)
  return []
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce(
    (of, name) =>
      typeof of === 'object' && of !== null ? (of as Record<PropertyKey, unknown>)[name] : undefined,
    value,
  )

/** Lists are said as far as somebody will read them. */
const choice = (words: readonly string[]): string =>
  words.length > 30 ? `one of ${words.length} words` : `one of ${[...new Set(words)].join(', ')}`

function near(word: string, words: readonly string[]): string | undefined {
  const close = [...new Set(words)]
    .map((one) => ({ one, off: one.includes(word) ? 1 : distance(word, one) }))
    .filter(({ one, off }) => off <= Math.max(2, one.length / 3))
    .sort((a, b) => a.off - b.off)
    .slice(0, 3)
  return close.length > 0 ? `did you mean ${close.map(({ one }) => one).join(' or ')}?` : undefined
}

/** Letters to change, add or leave out (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length]!
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'members (name: value)',
  record: 'members (name: value)',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
}
const told = (value: unknown): string =>
  value === null
    ? 'nothing'
    : Array.isArray(value)
      ? 'a list'
      : typeof value === 'object'
        ? 'members'
        : JSON.stringify(value)
