import { expect, test } from 'vitest'
import { readArguments } from './arguments.ts'

const read = (line: string) => readArguments(line.split(' ').filter(Boolean), '/desk')

test('commands are read, paths from where the caller stands', () => {
  expect(read('serve')).toEqual({ name: 'serve', empty: false })
  expect(read('serve --empty')).toEqual({ name: 'serve', empty: true })
  expect(read('verdicts')).toEqual({ name: 'verdicts' })
  expect(read('law check')).toEqual({ name: 'law-check', coverage: false })
  expect(read('import territory kato.csv /data/b.xlsx --edition 2026-07-17')).toEqual({
    name: 'import-territory',
    files: ['/desk/kato.csv', '/data/b.xlsx'],
    edition: '2026-07-17',
  })
})

test('what is not understood is said', () => {
  expect(read('')).toEqual({ name: 'help' })
  expect(read('--help')).toEqual({ name: 'help' })
  expect(read('dance')).toEqual({ name: 'help', wrong: 'unknown command: dance' })
  expect(read('import territory')).toEqual({
    name: 'help',
    wrong: 'import territory: name at least one file',
  })
  expect(read('serve --full')).toMatchObject({ name: 'help', wrong: expect.stringContaining('--full') })
})
