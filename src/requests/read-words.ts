// Words as they come: first masked of personal data, then read; whatever is derived is derived from the masked words.
import {
  type Knowledge,
  type PersonalSpan,
  type PlaceNames,
  type RequestReading,
  type Taught,
  findPersonalData,
  maskPersonalData,
  readRequest,
} from '#reading'
import type { AsRead } from './request.ts'

/** What reading leans on, for one office. */
export type Reader = Pick<Knowledge, 'lexicon' | 'names' | 'learnt'> & {
  readonly places: PlaceNames
  readonly taught?: Taught
}

export type WordsRead = {
  readonly masked: string
  readonly spans: readonly PersonalSpan[]
  readonly reading: RequestReading
}

/** Masks and reads. The same words with the same reader give the same. */
export function readWords(words: string, reader: Reader): WordsRead {
  const spans = findPersonalData(words, reader.names)
  const masked = maskPersonalData(words, spans)
  return { masked, spans, reading: readRequest(masked, reader) }
}

/** The part of a reading that is kept with the request. */
export const asRead = (
  { kind, sphere, level, surety, place, streets, institutions, concepts, learnt }: RequestReading,
  spans: readonly PersonalSpan[],
): AsRead => ({
  kind,
  sphere,
  level,
  surety: Math.round(surety * 1000) / 1000,
  place,
  streets,
  institutions,
  words: [
    ...new Set([...concepts.filter((one) => one.sphere === sphere).map(({ words }) => words), ...learnt]),
  ].slice(0, 5),
  masked: [...new Set(spans.map(({ type }) => type))],
})
