// Counting for a proof of work (ALTCHA 2, SHA-256) in small pieces, so that a weak telephone stays awake between them.

export type Solution = { readonly counter: number; readonly derivedKey: string }

/** Tries so many at a time. */
const piece = 250

/**
 * The counter whose SHA-256 after salt and nonce begins as asked; null when there is none up to `most`.
 *
 * `breathe` is waited for between two pieces, and told how many were tried.
 */
export async function solveWork(
  challenge: string,
  most: number,
  breathe: (tried: number) => Promise<void>,
): Promise<Solution | null> {
  const { salt, nonce, keyPrefix } = JSON.parse(challenge).parameters as Record<string, string>
  const head = bytesOf(`${salt}${nonce}`)
  for (let from = 0; from <= most; from += piece) {
    const counters = Array.from({ length: piece }, (_, n) => from + n)
    const keys = await Promise.all(counters.map((counter) => keyOf(head, counter)))
    const at = keys.findIndex((key) => key.startsWith(keyPrefix!))
    if (at >= 0) return { counter: from + at, derivedKey: keys[at]! }
    await breathe(from + piece)
  }
  return null
}

async function keyOf(head: Uint8Array, counter: number): Promise<string> {
  const block = new Uint8Array(head.length + 4)
  block.set(head)
  new DataView(block.buffer).setUint32(head.length, counter)
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', block)))
}

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const hexOf = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
