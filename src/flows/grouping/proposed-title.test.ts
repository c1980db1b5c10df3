import { expect, test } from 'vitest'
import { proposedTitle } from './group-waiting.ts'

const heat = { kk: 'Жылу', ru: 'Отопление' }
const merke = { kk: 'Меркі', ru: 'Мерке', en: 'Merki' }

test('a village stands in a title by its bare name; what has an adjective for one, by its full name', () => {
  const village = { kk: 'Меркі ауылы', ru: 'село Мерке', en: 'Merki village' }
  expect(proposedTitle(heat, { kind: 'village', name: village, short: merke })).toEqual({
    kk: 'Жылу: Меркі',
    ru: 'Отопление: Мерке',
  })
  const okrug = { kk: 'Меркі ауылдық округі', ru: 'Меркенский сельский округ', en: 'Merki rural okrug' }
  const bare = { ...merke, ru: 'Меркенский' }
  expect(proposedTitle(heat, { kind: 'rural-okrug', name: okrug, short: bare })).toEqual({
    kk: 'Жылу: Меркі ауылдық округі',
    ru: 'Отопление: Меркенский сельский округ',
  })
})
