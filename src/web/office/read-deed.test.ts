import { describe, expect, test } from 'vitest'
import { officeEn as office } from '../words/office/en.ts'
import { readMove, readWords } from './read-deed.ts'

describe('the words of a deed', () => {
  const read = (reason: string) => readWords({ reason }, 'reason', office)
  test('are kept as they were written', () => {
    expect(read('Зал жөндеуде – «Ақтоған» 🏫')).toEqual({ ok: true, value: 'Зал жөндеуде – «Ақтоған» 🏫' })
  })
  test('are missed when there are none', () => {
    expect(read('')).toEqual({ ok: false, wrong: { reason: office.wrong.reason } })
  })
  test('may be 500 signs long, whatever the bytes', () => {
    expect(read('🏫'.repeat(500)).ok).toBe(true)
    expect(read('a'.repeat(501))).toEqual({ ok: false, wrong: { reason: office.wrong.reasonLong } })
  })
  test.each(['a\0b', '\x1b[2J', 'a\nb', '\ud800', 'a\u202eb', '\u2066a'])(
    'hold no sign such as in %j',
    (reason) => {
      expect(read(reason)).toEqual({ ok: false, wrong: { reason: office.wrong.unwritable } })
    },
  )
})

test('a move with nothing right says so of each field', () => {
  const { day, start, unwritable } = office.wrong
  expect(readMove({ day: '2027-02-30', start: '24:00', reason: '\0' }, office)).toEqual({
    ok: false,
    wrong: { day, start, reason: unwritable },
  })
})
