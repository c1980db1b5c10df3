// What grouping needs of a text as a line to keep, so that nobody has to read the text again.
import type { Features } from './features-of.ts'
import type { NamesShown } from '../names-shown.ts'

export type KeptReading = {
  readonly shown: NamesShown
  /** Null: only its names were asked for. */
  readonly features: Features | null
}

type Line = [
  named: NamesShown['named'],
  small: readonly string[],
  features: Omit<Features, 'topics' | 'sketch'> | null,
  topics: [string, number][],
  sketch: string,
]

/** Numbers are kept to the last digit: what is unpacked is what was packed. */
export function packReading({ shown: { named, small }, features }: KeptReading): string {
  const { topics = new Map<string, number>(), sketch = new Uint32Array(), ...rest } = features ?? {}
  const bytes = Buffer.from(sketch.buffer, sketch.byteOffset, sketch.byteLength)
  const line: Line = [named, small, features && (rest as Line[2]), [...topics], bytes.toString('base64')]
  return JSON.stringify(line)
}

export function unpackReading(packed: string): KeptReading {
  const [named, small, rest, topics, bytes] = JSON.parse(packed) as Line
  const sketch = new Uint32Array(new Uint8Array(Buffer.from(bytes, 'base64')).buffer)
  return { shown: { named, small }, features: rest && { ...rest, topics: new Map(topics), sketch } }
}
