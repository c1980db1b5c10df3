import { expect, test } from 'vitest'
import { featuresOf } from './features-of.ts'
import { packReading, unpackReading } from './kept-reading.ts'
import { namesShown } from '../names-shown.ts'
import { PlaceNames } from '../place-names.ts'
import { readKnowledge } from '../read-knowledge.ts'
import { readRequest } from '../read-request.ts'

const { lexicon, names, learnt, version } = readKnowledge()

test('what is unpacked is what was packed, to the last digit', () => {
  const places = new PlaceNames([{ id: '1', names: ['Ақтоған'] }])
  for (const text of [
    'Ақтоған ауылында, Абай көшесінде су насосы күйіп кетті, № 4 мектепке су жетпейді, автобус та жоқ',
    'В селе Кентай «не вывозят»\nмусор \\ " 👍',
    '',
  ]) {
    const shown = namesShown(text, lexicon)
    places.observe(shown)
    const features = featuresOf(readRequest(text, { lexicon, names, learnt, places }))
    expect(unpackReading(packReading({ shown, features }))).toEqual({ shown, features })
    expect(unpackReading(packReading({ shown, features: null }))).toEqual({ shown, features: null })
  }
})

test('a reader has another version with other words', () => {
  expect(readKnowledge().version).toBe(version)
  expect(readKnowledge([import.meta.dirname]).version).toBe(version)
  expect(version).toMatch(/^[\w-]{16}$/)
})
