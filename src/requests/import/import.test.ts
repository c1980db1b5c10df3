// Files of other systems: mappings, days, rows, and that every row ends as a request or with what is wrong in it.
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from '#kernel'
import { type Unit, readDemonstration } from '#territory'
import { readMapping } from './mapping.ts'
import { isFormat, readMoment } from './read-moment.ts'
import { type ImportGround, readImportLines, readingOf } from './read-lines.ts'
import { readRows } from './read-rows.ts'
import { shippedMappings } from './shipped-mappings.ts'

const root = join(import.meta.dirname, '../../..')
const shipped = shippedMappings()
const units: Unit[] = readDemonstration(join(root, 'data/demonstration/territory.yaml')).map((unit) => ({
  ...unit,
  from: null,
  to: null,
}))
const home = units.find(
  ({ kind, code }) => kind === 'district' && units.some(({ parent }) => parent === code),
)!
const okrug = units.find(({ parent }) => parent === home.code)!
const now = '2026-11-23T05:00:00.000Z' as Instant
const ground = (reading: ImportGround['reading'], change: Partial<ImportGround> = {}): ImportGround => ({
  home: home.code,
  units: units.filter(({ code, parent }) => code === home.code || parent === home.code),
  nameOf: ({ name }) => name.kk,
  reading,
  otherwise: home.code,
  now,
  mark: (words) => Buffer.from(words).toString('base64url').slice(0, 43),
  ...change,
})
const read = (bytes: string | Buffer, name = 'hotline-109', change: Partial<ImportGround> = {}) => {
  const rows = readRows(Buffer.from(bytes))
  if (!rows.ok) throw new Error(rows.refusal.code)
  return readImportLines(ground(readingOf(shipped.get(name)!, rows.value.headers), change), rows.value)
}

describe('a mapping', () => {
  test('that ships can be read, each under its own source', () => {
    expect([...shipped.values()].map(({ source }) => source)).toEqual([...shipped.keys()])
    expect([...shipped.keys()]).toEqual([
      'akims-blog',
      'e-otinish',
      'hotline-109',
      'ministers-blog',
      'open-data-portal',
      'social',
    ])
  })
  test.each([
    ['source: "<b>"\nchannel: fax', ['source', 'channel', 'columns']],
    ['source: ab\nchannel: other\ncolumns: {words: a}', ['columns: received is needed']],
    ['source: ab\nchannel: web\ncolumns: {words: a, received: b}', ['channel']],
    [
      'source: ab\nchannel: other\ncolumns: {words: a, received: b}\nzone: Moscow\nplace: 1',
      ['zone', 'place'],
    ],
    ['source: ab\nchannel: other\ncolumns: {words: a, received: b}\ndays: [D.M.Y]', ['days']],
    ['source: ab\nchannel: other\ncolumns: {words: a, received: b}\nkinds: {x: y}', ['kinds']],
    ['source: ab\nchannel: other\ncolumns: {words: a, received: b}\ncloses: soon', ['closes']],
    ['source: ab\nsource: cd', ['not YAML']],
    ['a: &x [1]\nb: *x', ['aliases']],
    ['- 1', ['must be a list of names']],
    ['x'.repeat(40_000), ['longer than']],
  ])('is refused with what is wrong in it: %j', (text, reasons) => {
    const refused = readMapping(text)
    expect(refused.ok).toBe(false)
    const told = refused.ok ? '' : refused.refusal.map(({ reason }) => reason).join('\n')
    for (const reason of reasons) expect(told).toContain(reason)
  })
})

test.each([
  ['2026-11-20', [], { day: '2026-11-20', start: null, offset: null }],
  ['2026-11-20T09:30:15.250Z', [], { day: '2026-11-20', start: '09:30', offset: 'Z' }],
  ['2026-11-20 09:30:00 +06:00', [], { day: '2026-11-20', start: '09:30', offset: '+06:00' }],
  ['20.11.2026 9:30', [], { day: '2026-11-20', start: '09:30', offset: null }],
  ['20.11.2026, 09:30:00', [], { day: '2026-11-20', start: '09:30', offset: null }],
  ['46346.395833', [], { day: '2026-11-20', start: '09:30', offset: null }],
  ['11/20/2026 09:30', ['MM/DD/YYYY HH:mm'], { day: '2026-11-20', start: '09:30', offset: null }],
  ['20.11.2026', ['DD.MM.YYYY HH:mm', 'DD.MM.YYYY'], { day: '2026-11-20', start: null, offset: null }],
  ['30.02.2026', [], undefined],
  ['20.11.2026 25:00', [], undefined],
  ['20.11.2026', ['DD.MM.YYYY HH:mm'], undefined],
  ['вчера', [], undefined],
])('a day and hour is read as it was meant: %s', (cell, formats, moment) => {
  expect(formats.every(isFormat)).toBe(true)
  expect(readMoment(cell, formats)).toEqual(moment)
})

describe('rows', () => {
  const head = 'Номер обращения;Дата регистрации;Время;Текст обращения;Населённый пункт;Тип обращения'
  test('of a list become requests, each with its place, hour and kind', () => {
    const lines = read(
      [
        head,
        `7;20.11.2026;09:30;"Свет ""моргает""
вторую неделю";${okrug.name.ru};Жалоба`,
        `8;20.11.2026;;Спасибо за дорогу;;Письмо`,
        `9;20.11.2026;10:00;Нет воды;"Акмолинская область, ${okrug.name.ru}, ул. Абая";`,
      ].join('\r\n'),
    )
    expect(lines.map(({ line }) => line)).toEqual([2, 4, 5])
    expect(lines.map(({ row }) => row)).toMatchObject([
      {
        externalId: '7',
        words: 'Свет "моргает"\nвторую неделю',
        receivedAt: '2026-11-20T04:30:00.000Z',
        unit: okrug.code,
        kind: 'complaint',
      },
      { externalId: '8', receivedAt: '2026-11-19T19:00:00.000Z', unit: home.code, kind: null },
      { unit: okrug.code },
    ])
  })
  test.each(['Тип', 'Вид', 'Вид обращения', 'Түрі'])('tell their kind under %s', (heading) => {
    for (const name of ['hotline-109', 'e-otinish']) {
      const columns = `Тип заявителя;Номер обращения;Дата регистрации;Краткое содержание;Текст обращения;${heading}`
      const [line] = read(`${columns}\nгражданин;1;20.11.2026;Су;Су жоқ;Шағым`, name)
      expect([name, line?.row?.kind]).toEqual([name, 'complaint'])
    }
  })
  test('that are wrong are told, each with its line and reason', () => {
    const lines = read(
      [
        head,
        ';;;;;',
        '1;20.11.2026;;;;',
        '2;сегодня;;Нет света;;',
        '3;20.11.2027;;Нет света;;',
        '4;20.11.2026;;Нет света;Атлантида;',
        `5;20.11.2026;;${'ы'.repeat(20_001)};;`,
        `${'6'.repeat(201)};20.11.2026;;Нет света;;`,
        '7;20.11.2026;;"Нет света;;',
        '8;20.11.2026;;Нет света;;',
      ].join('\n'),
    )
    expect(
      lines.map(({ line, faults }) => [line, ...faults.map(({ field, code }) => `${field} ${code}`)]),
    ).toEqual([
      [2, 'received missing', 'words missing'],
      [3, 'words missing'],
      [4, 'received not-a-moment'],
      [5, 'received ahead'],
      [6, 'place no-such-place'],
      [7, 'words too-long'],
      [8, 'external-id too-long'],
      [9, 'null broken-line'],
      [10],
    ])
  })
  test('written after a blog had closed are taken and told', () => {
    const blog = JSON.stringify({
      entry: { id: 5 },
      items: [
        {
          id: 1,
          date: '2026-11-20T18:59:00Z',
          question: 'Когда отремонтируют мост?',
          closes_at: '2026-11-20',
        },
        { id: 2, date: '2026-11-20T19:01:00Z', question: 'И дорогу?', closes_at: '2026-11-20' },
      ],
    })
    expect(read(blog, 'akims-blog').map(({ row }) => row?.late)).toEqual([false, true])
  })
  test('without an id are known by their day and words', () => {
    const rows = 'Дата;Текст обращения\n20.11.2026;Нет света\n20.11.2026;Нет света\n21.11.2026;Нет света'
    const [first, again, other] = read(rows).map(({ row }) => row!.externalId)
    expect(again).toBe(first)
    expect(other).not.toBe(first)
  })
  test('say the same as CSV, workbook, list and lines', async () => {
    const things = [
      { id: '1', created_at: '2026-11-20 09:30', text: 'Нет света =1+1', extra: { deep: 'x' } },
      { id: '2', created_at: '2026-11-20 10:30', text: 'Су жоқ, "тағы"', extra: { deep: 'y' } },
    ]
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('1')
    sheet.addRows([['id', 'created_at', 'text'], ...things.map((one) => [one.id, one.created_at, one.text])])
    const csv = `id,created_at,text\n${things.map(({ id, created_at, text }) => `${id},${created_at},"${text.replaceAll('"', '""')}"`).join('\n')}`
    const told = [
      read(csv),
      read(Buffer.from(await book.xlsx.writeBuffer())),
      read(JSON.stringify(things)),
      read(things.map((one) => JSON.stringify(one)).join('\n')),
    ].map((lines) => lines.map(({ row }) => row))
    for (const rows of told) expect(rows).toEqual(told[0])
    expect(told[0]).toHaveLength(2)
  })
  test.each([
    ['', 'empty-file'],
    ['[]', 'no-lines'],
    ['{"a":', 'not-json'],
    ['PK\u0003\u0004 no workbook', 'not-a-spreadsheet'],
    [`[${'{},'.repeat(20_001)}{}]`, 'too-many-rows'],
    [`a;b\n${'1;2\n'.repeat(20_001)}`, 'too-many-rows'],
    ['x'.repeat(8 * 1024 * 1024 + 1), 'file-too-large'],
  ])('of no file that can be read are refused: %#', (text, code) => {
    expect(readRows(Buffer.from(text))).toMatchObject({ ok: false, refusal: { code } })
  })
})

const cell = fc.oneof(
  fc.constantFrom(
    '',
    '20.11.2026',
    '2026-11-20 10:00',
    'Нет света',
    okrug.name.ru,
    'Атлантида',
    '7',
    'Жалоба',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.replace(/[";\r\n\p{Cc}]/gu, '')),
)
test('property: every row of a file is a request or has a fault, and none is lost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 12 }),
      (rows) => {
        const filled = rows.filter((cells) => cells.some((one) => one.trim() !== ''))
        fc.pre(filled.length > 0)
        const head = 'Номер обращения;Дата регистрации;Время;Текст обращения;Населённый пункт;Тип обращения'
        const lines = read(
          [head, ...filled.map((cells) => cells.map((one) => `"${one}"`).join(';'))].join('\n'),
        )
        expect(lines).toHaveLength(filled.length)
        for (const { row, faults } of lines) expect(row === null).toBe(faults.length > 0)
      },
    ),
    { numRuns: 200 },
  )
})
