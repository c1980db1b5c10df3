import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvRows } from './csv.ts'
import { unitsOf } from './kato.ts'
import { sameUnit } from './merge-register.ts'
import { readRegisterFile } from './read-register.ts'

const shared = process.env['KEZDESU_SHARED']

const header = 'code,parent,level,type,akim,locality_sign,name_kk,name_ru,short_kk,short_ru,src_kk,src_ru'
const region = '310000000,,oblast,region,region,0,Жамбыл облысы,Жамбылская область,Жамбыл,Жамбылская,,'
const district =
  '315400000,310000000,district,district,district,2,Мерке ауданы,Меркенский район,Мерке,Меркенский,,'
const small = [header, region, district].join('\n')
const read = (text: string | Buffer) => readRegisterFile('f.csv', Buffer.from(text as string))

/** Rows taken and rows refused, or the reason why the file was refused whole. */
function outcome(text: string | Buffer) {
  const file = read(text)
  if (!file.ok) return file.refusal
  const { units, refused } = unitsOf(file.value.rows)
  return {
    taken: units.map(({ code }) => code),
    refused: [...file.value.refused, ...refused].map(({ line, reason }) => [line, reason.code]),
  }
}

describe('a CSV file', () => {
  test('is read with a byte order mark, either line end, quotes and empty lines', () => {
    const both = { taken: ['310000000', '315400000'], refused: [] }
    expect(outcome(small)).toEqual(both)
    expect(outcome(`\ufeff${small.replaceAll('\n', '\r\n')}\r\n\r\n`)).toEqual(both)
    expect(outcome(small.replace('Мерке ауданы', '"Мерке ауданы"'))).toEqual(both)
  })
  test('is refused whole when it is none', () => {
    expect(outcome('')).toEqual({ code: 'empty-file', file: 'f.csv' })
    expect(outcome(' \n\n')).toEqual({ code: 'empty-file', file: 'f.csv' })
    expect(outcome(Buffer.from([0xff, 0xfe, 0x41, 0]))).toEqual({ code: 'not-utf8', file: 'f.csv' })
    expect(outcome(small.replace('name_kk', 'name_kz').replace('akim,', ''))).toEqual({
      code: 'missing-column',
      file: 'f.csv',
      columns: ['akim', 'name_kk'],
    })
    expect(outcome('a "b" c\nd')).toMatchObject({ code: 'missing-column' })
    expect(outcome(Buffer.from('PK not a zip'))).toMatchObject({ code: 'not-a-workbook' })
    expect(outcome(Buffer.alloc(64 * 1024 * 1024 + 1))).toMatchObject({ code: 'file-too-large' })
    expect(outcome(`${header}\n${`${region}\n`.repeat(100_002)}`)).toMatchObject({ code: 'too-many-rows' })
  })
  test('loses only its broken rows', () => {
    const rows = [
      header,
      region,
      district,
      'a,b',
      district.replace('315400000', '316600000').replace('Мерке ауданы', 'Ме"рке'),
      district.replace('315400000', '316200000').replace('Мерке ауданы', `Мерке${'\0'}`),
      district.replace('315400000', '314000000').replace('Мерке ауданы', 'М'.repeat(30_000)),
      district.replace('315400000', '314200000').replace('Мерке ауданы', 'М'.repeat(70_000)),
      district.replace('315400000', '314400000'),
    ]
    expect(outcome(rows.join('\n'))).toEqual({
      taken: ['310000000', '314400000', '315400000'],
      refused: [
        [4, 'wrong-number-of-cells'],
        [5, 'broken-quotes'],
        [8, 'row-too-long'],
        [6, 'control-character'],
        [7, 'name-too-long'],
      ],
    })
  })
  test('with a quotation mark that never closes loses that row alone', () => {
    const rows = [header, region, district.replace('Меркенский район', '"Меркенский район'), district]
    expect(outcome(rows.join('\n'))).toEqual({
      taken: ['310000000', '315400000'],
      refused: [[3, 'broken-quotes']],
    })
  })
  test('written and read again is the same, whatever the cells hold', () => {
    const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\n]/.test(text))
    const cells = fc.array(cell, { minLength: 2, maxLength: 5 }).filter((row) => row.join(',').trim() !== '')
    fc.assert(
      fc.property(cells, (row) => {
        const line = row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')
        expect([...csvRows(line)]).toEqual([{ line: 1, cells: row }])
      }),
    )
  })
  test('mutated at random is answered, in bounded time (P12, short)', () => {
    const bytes = Buffer.from(small)
    const mutation = fc.tuple(fc.nat(bytes.length - 1), fc.uint8Array({ maxLength: 6 }), fc.nat(4))
    fc.assert(
      fc.property(fc.array(mutation, { maxLength: 8 }), (mutations) => {
        let text = bytes
        for (const [at, put, cut] of mutations)
          text = Buffer.concat([text.subarray(0, at), Buffer.from(put), text.subarray(at + cut)])
        const begun = performance.now()
        outcome(text)
        return performance.now() - begun < 10_000
      }),
      { numRuns: 300 },
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (noise) => void outcome(Buffer.from(noise))),
      {
        numRuns: 200,
      },
    )
  })
})

describe('the slips of the layout', () => {
  const village = (name: string, short: string, src: string) =>
    `315430100,315430000,settlement,village,,2,${name},село,${short},С,${src},с.С`
  test.each([
    ['Ақсуат атындағы ауылы', 'Ақсуат', 'Ақсуат а.', 'Ақсуат ауылы', 'Ақсуат'],
    [
      'Қарамеңді батыр а ауылы',
      'Қарамеңді батыр а',
      'Қарамеңді батыр а',
      'Қарамеңді батыр ауылы',
      'Қарамеңді батыр',
    ],
    ['а.Ақтас ауылы', 'а.Ақтас', 'а.Ақтас', 'Ақтас ауылы', 'Ақтас'],
    ['Крупская атындағы ауылы', 'Крупская', 'Крупская атын.а.', 'Крупская атындағы ауылы', 'Крупская'],
    ['Нўрғазы ауылы', 'Нўрғазы', 'Нўрғазы а.', 'Нұрғазы ауылы', 'Нұрғазы'],
  ])('%s', (name, short, src, full, bare) => {
    const file = read([header, village(name, short, src)].join('\n'))
    expect(file.ok && file.value.rows.map((row) => [row.name.kk, row.short.kk])).toEqual([[full, bare]])
  })
})

/** The bureau's workbook with these rows, as a spreadsheet program writes it. */
async function workbook(rows: readonly (readonly (string | number)[])[], head = columns): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('КАТО')
  sheet.addRow(head)
  for (const row of rows) sheet.addRow([...row])
  return Buffer.from(await book.xlsx.writeBuffer())
}
const columns = ['te', 'ab', 'cd', 'ef', 'hij', 'k', 'name_kaz', 'name_rus', 'nn']
const cells = (code: string, kk: string, ru: string) => [
  code,
  code.slice(0, 2),
  code.slice(2, 4),
  code.slice(4, 6),
  code.slice(6),
  '',
  kk,
  ru,
  '',
]

describe('a workbook', () => {
  test('tells types, parents and akims by abbreviation and code', async () => {
    const bytes = await workbook([
      cells('310000000', 'Жамбыл облысы', 'Жамбылская область'),
      [315400000, 31, 54, 0, 0, 2, 'Мерке ауданы', 'Меркенский район', 1],
      cells('316600000', 'Шу ауданы', 'Шуский район'),
      cells('316621000', 'Шу қ.ә.', 'Шуская г.а.'),
      cells('316621100', 'Шу қ.', 'г.Шу'),
      cells('315441000', 'Андас батыр \u00a0а.о.', 'с.о.Андас батыра'),
      cells('315441100', 'Андас батыр а.', 'с. Андас батыра'),
      cells('315499000', 'Белгісіз', 'Неизвестно'),
      ['315443000', '31', '54', '43', '100', '', 'Ойтал а.о.', 'Ойталский с.о.', ''],
      cells('bad', 'А а.', 'с.А'),
    ])
    const file = readRegisterFile('f.xlsx', bytes)
    if (!file.ok) throw new Error(file.refusal.code)
    const { units, refused } = unitsOf(file.value.rows)
    expect(units.map(({ code, kind, hasAkim, name }) => [code, kind, hasAkim, name.kk, name.ru])).toEqual([
      ['310000000', 'oblast', true, 'Жамбыл облысы', 'Жамбылская область'],
      ['315400000', 'district', true, 'Мерке ауданы', 'Меркенский район'],
      ['316600000', 'district', true, 'Шу ауданы', 'Шуский район'],
      ['315441000', 'rural-okrug', true, 'Андас батыр ауылдық округі', 'сельский округ Андас батыра'],
      ['316621000', 'district-city', true, 'Шу қаласы', 'город Шу'],
      ['315441100', 'village', false, 'Андас батыр ауылы', 'село Андас батыра'],
      ['316621100', 'populated-place', false, 'Шу қаласы', 'город Шу'],
    ])
    expect([...file.value.refused, ...refused].map(({ line, reason }) => [line, reason.code])).toEqual([
      [10, 'code-contradicts-parts'],
      [11, 'code-contradicts-parts'],
      [9, 'unknown-type'],
    ])
  })
  test('with another header is refused whole', async () => {
    const bytes = await workbook([], ['te', 'ab', 'cd', 'ef', 'name_kaz'])
    expect(readRegisterFile('f.xlsx', bytes)).toEqual({
      ok: false,
      refusal: { code: 'missing-column', file: 'f.xlsx', columns: ['hij', 'name_rus'] },
    })
  })
  test('never gives out what a formula would compute, only the value kept beside it', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('КАТО')
    sheet.addRow(columns)
    sheet.addRow(cells('310000000', '', 'Жамбылская область'))
    sheet.getCell('G2').value = { formula: 'WEBSERVICE("http://localhost/")', result: 'Жамбыл облысы' }
    const file = readRegisterFile('f.xlsx', Buffer.from(await book.xlsx.writeBuffer()))
    expect(file.ok && file.value.rows.map(({ name }) => name.kk)).toEqual(['Жамбыл облысы'])
  })
  test('that was cut off or mutated is answered (P12, short)', async () => {
    const bytes = await workbook([cells('310000000', 'Жамбыл облысы', 'Жамбылская область')])
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.nat(bytes.length - 1), fc.nat(255), (cut, at, put) => {
        const mutated = Buffer.from(bytes)
        mutated[at] = put
        readRegisterFile('f.xlsx', mutated.subarray(0, cut))
        readRegisterFile('f.xlsx', mutated)
      }),
      { numRuns: 300 },
    )
  })
})

/** A ZIP archive of these parts, each with whatever size it claims to have. */
function zipOf(parts: Record<string, { text: Buffer | string; claimed?: number }>): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  for (const [name, { text, claimed }] of Object.entries(parts)) {
    const packed = deflateRawSync(text)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(8, 8)
    head.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(claimed ?? text.length, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(Buffer.concat(locals).length, 42)
    locals.push(head, Buffer.from(name), packed)
    entries.push(entry, Buffer.from(name))
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(Buffer.concat(locals).length, 16)
  return Buffer.concat([...locals, ...entries, end])
}
const bookOf = (sheet: string | Buffer, claimed?: number) =>
  zipOf({
    'xl/workbook.xml': { text: '<workbook><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>' },
    'xl/_rels/workbook.xml.rels': { text: '<R><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></R>' },
    'xl/worksheets/sheet1.xml': { text: sheet, ...(claimed === undefined ? {} : { claimed }) },
  })

describe('a hostile workbook', () => {
  const row = `<row r="1">${columns.map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`).join('')}</row>`
  const answer = (bytes: Buffer) => {
    const file = readRegisterFile('f.xlsx', bytes)
    return file.ok ? 'read' : file.refusal.code === 'not-a-workbook' ? file.refusal.why : file.refusal.code
  }
  test('control: the same archive without malice is read', () => {
    expect(answer(bookOf(`<worksheet><sheetData>${row}</sheetData></worksheet>`))).toBe('read')
  })
  test('a bomb is not unpacked, whatever size it claims', () => {
    const bomb = Buffer.alloc(200 * 1024 * 1024, ' ')
    const before = process.memoryUsage.rss()
    expect(answer(bookOf(bomb))).toBe('xl/worksheets/sheet1.xml is too large')
    expect(answer(bookOf(bomb, 100))).toBe('xl/worksheets/sheet1.xml is too large')
    expect(process.memoryUsage.rss() - before).toBeLessThan(600 * 1024 * 1024)
  })
  test('entities, rows without end and addresses far away are refused or left out', () => {
    expect(
      answer(bookOf(`<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet>${row}</worksheet>`)),
    ).toBe('a part declares entities')
    expect(answer(bookOf('<row/>'.repeat(100_001)))).toBe('too many rows')
    expect(answer(bookOf('<row r="1">'.repeat(1_000)))).toBe('a part breaks off in row')
    expect(
      answer(bookOf(`${row}<row r="2"><c r="ZZZ2"><v>1</v></c></row><mergeCell ref="A1:XFD1048576"/>`)),
    ).toBe('read')
    expect(answer(zipOf({ 'a.txt': { text: 'b' } }))).toBe('no xl/workbook.xml')
  })
})

test.skipIf(!shared)(
  'a workbook of the same rows gives the same units as the CSV (KEZDESU_SHARED)',
  async () => {
    const bytes = readFileSync(join(shared!, 'data/kato.csv'))
    const [head, ...rows] = [...csvRows(bytes.toString())].map(({ cells }) => cells as readonly string[])
    const [code, kk, ru] = ['code', 'src_kk', 'src_ru'].map((name) => head!.indexOf(name)) as [
      number,
      number,
      number,
    ]
    const fromSheet = readRegisterFile(
      'f.xlsx',
      await workbook(rows.map((row) => cells(row[code]!, row[kk]!, row[ru]!))),
    )
    const fromText = readRegisterFile('f.csv', bytes)
    if (!fromSheet.ok || !fromText.ok) throw new Error('refused')
    const sheet = unitsOf(fromSheet.value.rows)
    const text = unitsOf(fromText.value.rows)
    expect(sheet.refused).toEqual([])
    const bare = ({ code, parent, kind, hasAkim }: (typeof text.units)[0]) =>
      [code, parent, kind, hasAkim].join()
    expect(sheet.units.map(bare)).toEqual(text.units.map(bare))
    const byCode = new Map(sheet.units.map((unit) => [unit.code, unit]))
    // Three names differ where the layout left an abbreviation unread: "202 рзд", "ат.ауыл", "ат.а".
    expect(
      text.units.filter((unit) => !sameUnit(unit, byCode.get(unit.code)!)).map(({ code }) => code),
    ).toEqual(['153633114', '156435200', '315042100'])
  },
)
