// The lines of a file of any length, a few at a time: neither the file nor an endless line is ever held whole.
import { createReadStream } from 'node:fs'

export type Line = {
  /** From 1. */
  readonly number: number
  /** Null when the line is longer than the limit; its text is thrown away. */
  readonly text: string | null
}

/** UTF-8 lines in batches, empty ones left out; `limit` in characters. */
export async function* linesOf(path: string, limit = 1_000_000): AsyncGenerator<Line[]> {
  let number = 0
  let rest = ''
  let tooLong = false
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    const lines: Line[] = []
    const parts = (rest + (chunk as string)).split('\n')
    rest = parts.pop()!
    for (const part of parts) {
      number++
      if (tooLong || part.length > limit) lines.push({ number, text: null })
      else if (part.trim() !== '') lines.push({ number, text: part })
      tooLong = false
    }
    if (rest.length > limit) {
      rest = ''
      tooLong = true
    }
    yield lines
  }
  number++
  if (tooLong) yield [{ number, text: null }]
  else if (rest.trim() !== '') yield [{ number, text: rest }]
}
