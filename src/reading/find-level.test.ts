// Who can solve it, where the words say so more surely than the sphere.
import { expect, test } from 'vitest'
import { PlaceNames } from './place-names.ts'
import { readKnowledge } from './read-knowledge.ts'
import { readRequest } from './read-request.ts'

const { lexicon, names, learnt } = readKnowledge()
const levelOf = (text: string) =>
  readRequest(text, { lexicon, names, learnt, places: new PlaceNames() }).level

test.each([
  ['Пассажирский поезд больше не останавливается на нашей станции', 'central'],
  ['Облыстық маңызы бар жолды жөндеп беріңіздер, шұңқыр көп', 'region'],
  ['Ауылымыз бен қала арасындағы 200 шақырым жол тозған, асфальт жоқ', 'region'],
  ['Понтонный мост через реку снова закрыт, дорога отрезана', 'region'],
  ['Выбросы завода душат нас, дышать нечем, снег чёрный', 'region'],
  ['Сосед нам продаёт плохой уголь, цена на уголь выросла вдвое', 'district'],
  ['Бродячие коровы ходят по улице и едят саженцы, скот без присмотра', 'okrug'],
])('%s: %s', (text, level) => {
  expect(levelOf(text)).toBe(level)
})

test('control: a road of the district stays one', () => {
  expect(levelOf('Көрші ауылға баратын 12 шақырым жол тозған, асфальт жоқ')).toBe('district')
})
