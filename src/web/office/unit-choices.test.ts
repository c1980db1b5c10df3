import { expect, test } from 'vitest'
import { unitChoices } from './unit-choices.ts'

const unit = (code: string, parent: string | null, kk: string) =>
  ({ code, parent, name: { kk, ru: kk, en: kk } }) as never

test('two villages of one name tell their okrugs; the others stand by their names', () => {
  const units = [
    unit('1', '0', 'Ойтал ауылдық округі'),
    unit('2', '0', 'Сарымолдаев ауылдық округі'),
    unit('11', '1', 'Ойтал ауылы'),
    unit('21', '2', 'Ойтал ауылы'),
    unit('22', '2', 'Екпінді ауылы'),
  ]
  expect(unitChoices(units, 'kk').map(([, name]) => name)).toEqual([
    'Ойтал ауылдық округі',
    'Сарымолдаев ауылдық округі',
    'Ойтал ауылы (Ойтал ауылдық округі)',
    'Ойтал ауылы (Сарымолдаев ауылдық округі)',
    'Екпінді ауылы',
  ])
})
