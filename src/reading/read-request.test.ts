import { expect, test } from 'vitest'
import { learn } from './learn.ts'
import { makeLexicon } from './lexicon.ts'
import { PlaceNames } from './place-names.ts'
import { readKnowledge } from './read-knowledge.ts'
import { readRequest } from './read-request.ts'

const knowledge = readKnowledge()
const places = new PlaceNames([
  { id: 'aqkol', names: ['Ақкөл', 'Акколь'] },
  { id: 'tobe', names: ['Жаңатөбе', 'Жанатобе'] },
])
const read = (text: string) => readRequest(text, { ...knowledge, places })

test.each([
  ['Ақкөлде су жоқ, мұнара қатып қалды', 'kk', 'water'],
  ['акколде су жок кундиз', 'kk', 'water'],
  ['Aqkolde su joq, qashan bolady', 'kk-latn', 'water'],
  ['В Акколе фонари не горят, темно', 'ru', 'landscaping-lighting'],
  ['Ақкөлде дорога совсем разбитая, көлік жүре алмайды, когда сделают', 'mixed', 'roads'],
  ['Мектеп суық, балалар тоңып отыр', 'kk', 'heating'],
  ['Мектеп автобусы келмейді', 'kk', 'schools'],
  ['Садик на ремонте второй год', 'ru', 'kindergartens'],
  ['Нет воды для полива огородов', 'ru', 'agriculture'],
  ['Дарбазада газ қысымы төмен', 'kk', 'gas'],
])('%s: %s, %s', (text, language, sphere) => {
  const reading = read(text)
  expect([reading.language, reading.sphere]).toEqual([language, sphere])
})

test.each([
  ['Фонари не горят, никто не чинит', 'complaint'],
  ['Прошу отремонтировать дорогу по улице Мира', 'request'],
  ['Аялдаманы мектеп жанына көшіруді ұсынамын', 'proposal'],
  ['Балабақшаға кезекке қалай тұрамыз?', 'question'],
  ['Әкімге көп рахмет, аман болсын', 'thanks'],
  ['Заработок от 15000 в день, пишите в личку', 'spam'],
  ['Все вы там воры и твари', 'abuse'],
])('%s: %s', (text, kind) => {
  expect(read(text).kind).toBe(kind)
})

test('a place is known in every case, in both languages and in Latin letters; where one goes is not where one is', () => {
  for (const text of [
    'Ақкөлде су жоқ',
    'В Акколе нет воды',
    'акколден хабарласып турмын, су жок',
    'Aqkolde su joq',
    'Ақкөл, су жоқ',
  ])
    expect(read(text).place, text).toBe('aqkol')
  expect(read('Жаңатөбеден Ақкөлге автобус жоқ').place).toBe('tobe')
  expect(read('Ақкөл көшесінде су жоқ').place).toBeNull()
})

test('schools and routes are told apart by number and name', () => {
  expect(read('№ 4 мектепте су жоқ').institutions).toEqual(['school:4'])
  expect(read('В школе № 12 холодно').institutions).toEqual(['school:12'])
  expect(read('«Балдырған» бақшасы жабық').institutions[0]).toMatch(/^kindergarten:балд/)
  expect(read('5 автобус қатынамайды').institutions).toEqual(['bus:5'])
})

test('the words that spoke for a sphere are told', () => {
  const [first] = read('Ақкөлде көше шамдары жанбайды').concepts
  expect(first).toMatchObject({
    concept: 'street-lights',
    sphere: 'landscaping-lighting',
    words: expect.stringContaining('шамдары') as string,
  })
})

test('corrections of an office change its next proposals, and only by what they say', () => {
  const before = read('Кешелі тандыр орны жоқ ауылда')
  const taught = learn([{ reading: before, sphere: 'employment' }])
  const context = { ...knowledge, places, taught }
  expect(readRequest('Бізге тандыр қоятын орын беріңіз', context).sphere).toBe('employment')
  expect(readRequest('Ауылда су жоқ', context).sphere).toBe('water')
  expect([...taught.words.values()].every(({ by }) => by === 1)).toBe(true)
  expect(learn([])).toEqual({ concepts: new Map(), words: new Map(), levels: new Map() })
})

test('an office may add words and spheres of its own', () => {
  const lexicon = makeLexicon(['water:\n  level: okrug\n  spring: {w: 4, kk: "бастау су", ru: "родник*"}\n'])
  const { sphere, level } = readRequest('Родники пересохли', { ...knowledge, lexicon, places })
  expect([sphere, level]).toEqual(['water', 'okrug'])
  expect(() => makeLexicon(['water:\n  spring: {w: 40}\n'])).toThrow('spring')
})
