// Chance that can be repeated: the same seed gives the same numbers on every machine.

export type Random = {
  /** A whole number from 0 to `bound - 1`. */
  readonly below: (bound: number) => number
}

/** A generator seeded from a text (sfc32, stirred by FNV-1a); whole-number arithmetic only. */
export function randomFrom(seed: string): Random {
  let a = stir(seed, 0x811c9dc5)
  let b = stir(seed, a ^ 0x9e3779b9)
  let c = stir(seed, b ^ 0x85ebca6b)
  let counter = 1
  const next = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let warm = 0; warm < 12; warm += 1) next()
  return { below: (bound) => Math.floor((next() / 0x1_0000_0000) * bound) }
}

function stir(text: string, start: number): number {
  let hash = start
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash | 0
}
