// What makes two requests copies or strangers, where a request looks for its group, and why it found it.
import type { Features } from './features-of.ts'
import type { GroupLook, Names } from './group-counts.ts'
import type { GroupReason } from './group-requests.ts'

/** From what likeness on two texts are copies. */
export const copyFrom = 0.52

/** The same letter about another place, street or school is no copy. */
export function apart(one: Features, other: Features): boolean {
  if (one.place !== null && other.place !== null && one.place !== other.place) return true
  if (
    one.streets.length > 0 &&
    other.streets.length > 0 &&
    !one.streets.some((street) => other.streets.includes(street))
  )
    return true
  return kindApart(one.institutions, new Set(other.institutions))
}

/** Both name a school, say, and not the same one. */
export function kindApart(institutions: readonly string[], others: Names): boolean {
  for (const one of institutions) {
    if (others.has(one)) continue
    const kind = one.slice(0, one.indexOf(':') + 1)
    let met = false
    for (const other of others.keys()) if (other.startsWith(kind)) met = true
    if (met && !institutions.some((mine) => mine.startsWith(kind) && others.has(mine))) return true
  }
  return false
}

/** Under these a request looks for its group, and its group is found. */
export function keysOf({ place, streets, institutions, topics, sphere }: Features): string[] {
  const keys = streets.map((street) => `street ${street}`)
  for (const one of institutions) keys.push(`at ${one} ${place ?? ''}`)
  const strongest = [...topics].toSorted((a, b) => b[1] - a[1]).slice(0, 3)
  for (const [concept] of strongest) {
    if (place !== null) keys.push(`${place} ${concept}`)
    keys.push(`any ${concept}`)
  }
  if (place !== null) keys.push(`${place} ${sphere}`)
  return [...new Set(keys)]
}

export function reasonsOf(features: Features, group: GroupLook): GroupReason[] {
  const reasons: GroupReason[] = []
  for (const street of features.streets)
    if (group.streets.has(street)) reasons.push({ kind: 'street', what: street })
  for (const one of features.institutions)
    if (group.institutions.has(one)) reasons.push({ kind: 'institution', what: one })
  if (features.place !== null && group.places.has(features.place))
    reasons.push({ kind: 'place', what: features.place })
  for (const [concept] of [...features.topics].toSorted((a, b) => b[1] - a[1]))
    if (group.topics.has(concept)) reasons.push({ kind: 'concept', what: concept })
  const words = features.stems.filter((stem) => group.stems.has(stem)).slice(0, 6)
  if (words.length > 0) reasons.push({ kind: 'words', what: words.join(', ') })
  return reasons.slice(0, 6)
}
