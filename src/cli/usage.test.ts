import { expect, test } from 'vitest'
import { mistake, usage } from './usage.ts'

test('all commands are told, or those that begin with a word', () => {
  expect(usage()).toMatch(/^kezdesu COMMAND\n\n {2}serve [^]*KEZDESU_ORIGIN/)
  expect(usage('dance')).toBe(usage())
  expect(usage('law').match(/^ {2}\w+ \w+/gm)).toEqual(['  law check', '  law words', '  law export'])
  expect(usage('what-if')).toMatch(/^ {2}what-if --with/)
})

test('a mistake stands first, with as much help as fits on a screen', () => {
  expect(mistake('unknown command: dance', 'dance')).toMatch(/^unknown command: dance; .* --help .*\n$/)
  const told = mistake('law export: needs --out DIR', 'law')
  expect(told).toMatch(/^law export: needs --out DIR\n\n {2}law check/)
  expect(told.split('\n').length).toBeLessThan(24)
})
