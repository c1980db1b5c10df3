// Sheets drawn lately are not drawn again; the same content gives the same bytes, so nothing here can be old.

/** Draws through a memory of the last so many sheets. */
export function keepDrawn<T>(draw: (of: T) => Uint8Array<ArrayBuffer>, most = 40) {
  const drawn = new Map<string, Uint8Array<ArrayBuffer>>()
  return (of: T): Uint8Array<ArrayBuffer> => {
    const key = JSON.stringify(of)
    const sheet = drawn.get(key) ?? draw(of)
    drawn.delete(key)
    drawn.set(key, sheet)
    if (drawn.size > most) drawn.delete(drawn.keys().next().value!)
    return sheet
  }
}
