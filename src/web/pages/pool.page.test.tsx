import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import ExcelJS from 'exceljs'
import * as fc from 'fast-check'
import type { Act, MeetingId } from '#calendar'
import { approveMeetingPool, drawUpPool } from '#flows'
import type { Instant, LocalDate } from '#kernel'
import type { PersonId } from '#people'
import { type GroupId, type LineWords, type RequestId, hashOfPool, writeLine } from '#requests'
import { type OfficeId, type UnitCode, localDay } from '#territory'
import { chance } from '../../../test/demonstration.ts'
import { heap } from '../../../test/pool.ts'
import { type Desks, openDesks } from '../../../test/web/desks.ts'
import { apiApp } from '#api'
import { pool as poolShape, problemIssue } from '../../api/schemas.ts'
import { intake } from '../../../test/intake.ts'
import { writeCsv } from '../pool-files/write-csv.ts'
import { writeXlsx } from '../pool-files/write-xlsx.ts'

const at = '2027-02-03T05:00:00.000Z' as Instant
const office = 'akim.315400000' as OfficeId
const hostile = '=HYPERLINK("https://evil.example";"Ақша") <script>alert(1)</script> _x0041_'
let desks: Desks
let meeting: MeetingId
let unit: UnitCode

const as = (person: string): Act => ({
  actor: {
    person: { id: person as PersonId, name: person },
    grants: [
      {
        person: person as PersonId,
        office,
        role: 'commission-member',
        from: '2027-01-01' as LocalDate,
        to: null,
      },
    ],
    signedInAt: at,
  },
  at,
  today: localDay(at, null),
  asserted: false,
  ...chance,
})
const run = async (
  verb: Parameters<typeof desks.house.storage.transaction<unknown, { code: string }>>[1],
) => {
  const outcome = await desks.house.storage.transaction({ person: 'a', offices: [office] }, verb)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
}
const line = (more: Partial<LineWords>): LineWords => ({
  out: false,
  title: { kk: 'Су құбыры жарылған', ru: 'Прорвало водопровод' },
  unit,
  sphere: 'water',
  level: 'okrug',
  body: null,
  funding: true,
  priority: null,
  quotes: [],
  earlier: [],
  ...more,
})
async function approve(lines: Readonly<Record<string, LineWords>>) {
  await run((stores) => drawUpPool(stores, as('a'), { meeting }))
  for (const [group, words] of Object.entries(lines))
    await run(async (stores) => {
      const draft = (await stores.pools.draft(meeting))!
      const seen = draft.lines.find((one) => one.group === group)!.revision
      return writeLine(stores, as('a'), { meeting, group: group as GroupId, seen, words })
    })
  await run(async (stores) =>
    approveMeetingPool(stores, as('b'), { meeting, revision: (await stores.pools.draft(meeting))!.revision }),
  )
}

beforeAll(async () => {
  desks = await openDesks('2027-02-02T05:00:00.000Z', at)
  const { rows } = await desks.house.owner.query(
    `select id, unit from current_meetings where office = $1 and day > '2027-02-20' order by day, id limit 1`,
    [office],
  )
  ;({ id: meeting, unit } = rows[0])
  const pile = { office, unit, meeting, at, state: 'accepted' as const }
  const words = ['Су құбыры жарылды, телефоным 8 701 123 45 67', hostile]
  await heap(desks.house, { ...pile, group: 'water', sphere: 'water', words })
  await heap(desks.house, {
    ...pile,
    group: 'road',
    sphere: 'roads',
    words: ['Жол бұзылған'],
    channel: 'phone',
  })
  await heap(desks.house, { ...pile, group: 'gas', sphere: 'gas', words: ['Газ жоқ'] })
  const quotes = ['water.0', 'water.1'] as RequestId[]
  await approve({
    water: line({ quotes }),
    road: line({ sphere: 'roads', title: { kk: 'Жол', ru: '+7 дорога' }, funding: false }),
    gas: line({ out: true }),
  })
  await approve({
    water: line({ quotes, title: { kk: 'Су құбыры жарылған, су жоқ', ru: 'Прорвало водопровод, нет воды' } }),
    road: line({ out: true }),
    gas: line({ sphere: 'gas', title: { kk: 'Газ жоқ', ru: 'Нет газа' } }),
  })
})
afterAll(() => desks?.house.close())

const get = async (path: string) => {
  const answer = await desks.app.request(`https://kezdesu.example${path}`)
  return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.text() }
}
const bytes = async (name: string) =>
  Buffer.from(
    await (await desks.app.request(`https://kezdesu.example/meetings/${meeting}/${name}`)).arrayBuffer(),
  )

describe('the public pool', () => {
  test('shows the newest version: issues, sums, who approved, hash, what changed', async () => {
    const { status, body } = await get(`/ru/meetings/${meeting}/pool`)
    expect(status).toBe(200)
    expect(body).toContain('Прорвало водопровод, нет воды')
    expect(body).toContain('Всего поступило: 4 запроса; в пуле — 3')
    expect(body).toContain('два человека: один составил, другой утвердил')
    const [version] = await desks.house.storage.readPublic(({ pools }) => pools.versions(meeting))
    expect(body).toContain(hashOfPool(version!.content))
    expect(body).toContain('Добавлено: <ins lang="ru">Нет газа</ins>')
    expect(body).toContain('Убрано: <del lang="ru">+7 дорога</del>')
    expect(body).toContain('<svg viewBox')
    expect(body).not.toContain('<script>alert')
    for (const language of ['kk', 'ru', 'en'])
      expect((await get(`/${language}/meetings/${meeting}/pool`)).body).not.toMatch(/701|undefined|NaN/)
  })
  test('keeps its earlier versions, and says that they are', async () => {
    const { body } = await get(`/ru/meetings/${meeting}/pool?version=1`)
    expect(body).toContain('Это прежняя версия пула')
    expect(body).toContain('+7 дорога')
    expect((await get(`/ru/meetings/${meeting}/pool?version=3`)).status).toBe(404)
    expect((await get(`/ru/meetings/${meeting}/pool?version=x`)).status).toBe(400)
  })
  test('leads from meeting and place to problems, and to what was left out', async () => {
    const problems = await desks.house.storage.readPublic((stores) => stores.problems.ofMeeting(meeting))
    expect(problems.map(({ group, state }) => [group, state])).toEqual([
      ['water', 'pooled'],
      ['gas', 'pooled'],
      ['road', 'left-out'],
    ])
    for (const page of [`/kk/meetings/${meeting}`, `/kk/places/${unit}`, `/kk/meetings/${meeting}/pool`])
      expect((await get(page)).body).toContain(`href="/kk/problems/${problems[0]!.id}"`)
    expect((await get(`/kk/meetings/${meeting}`)).body).not.toContain(problems[2]!.id)
    expect((await get(`/kk/problems/${problems[2]!.id}`)).body).toContain('пулдан шығарылған')
    expect((await get(`/kk/problems/${problems[0]!.id}`)).body).toContain('Су құбыры жарылды')
    expect((await get('/kk/problems/nothing')).status).toBe(404)
  })
  test('is nowhere before it is approved', async () => {
    const { rows } = await desks.house.owner.query(
      `select id from current_meetings where office = $1 and id <> $2 limit 1`,
      [office, meeting],
    )
    expect((await get(`/kk/meetings/${rows[0].id}/pool`)).status).toBe(404)
    expect((await get(`/meetings/${rows[0].id}/pool.csv`)).status).toBe(404)
  })
})

describe('the pool for machines', () => {
  const ask = async (path: string) => {
    const api = apiApp({ ...desks.house, intake, clock: () => at, report: () => 'F' })
    const answer = await api.request(path)
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
  test('is what is hashed, word for word', async () => {
    const { status, body } = await ask(`/v1/meetings/${meeting}/pool`)
    expect(status).toBe(200)
    const pool = poolShape.strict().parse(body)
    expect(hashOfPool(body['content'] as never)).toBe(pool.sha256)
    expect(pool.versions.map(({ number }) => number)).toEqual([2, 1])
    expect((await ask('/v1/meetings/nothing/pool')).status).toBe(404)
  })
  test('lists problems by place, sphere and state; what was left out only when asked for', async () => {
    const listed = async (query: string) => {
      const { body } = await ask(`/v1/problems?unit=${unit}${query}`)
      return (body['problems'] as unknown[])
        .map((one) => problemIssue.strict().parse(one).title.ru)
        .toSorted()
    }
    expect(await listed('')).toEqual(['Нет газа', 'Прорвало водопровод, нет воды'])
    expect(await listed('&sphere=gas')).toEqual(['Нет газа'])
    // What lies below a place is its own: the region, the district, and not the district next to it.
    for (const [above, there] of [
      ['310000000', true],
      ['315400000', true],
      ['315453300', false],
    ] as const) {
      const { body } = await ask(`/v1/problems?unit=${above}&sphere=gas`)
      expect([above, (body['problems'] as unknown[]).length > 0]).toEqual([above, there])
      const page = (await get(`/ru/places/${above}`)).body
      expect([above, /id="issues"[^]*?Нет газа/.test(page)]).toEqual([above, there])
    }
    expect(await listed('&state=left-out')).toEqual(['+7 дорога'])
    expect((await ask('/v1/problems?sphere=magic')).status).toBe(400)
    expect((await ask('/v1/problems?after=nothing')).status).toBe(404)
    const { body } = await ask('/v1/openapi.json')
    expect(Object.keys(body['paths'] as object)).toContain('/v1/problems')
  })
})

test('the calendar of the country is chosen by a sphere of the pools', async () => {
  const found = async (sphere: string) => {
    const { body } = await get(`/ru/calendar?sphere=${sphere}&from=2027-02-01`)
    return [body.includes(`href="/ru/meetings/${meeting}"`), body.includes('selected')]
  }
  expect(await found('gas')).toEqual([true, true])
  expect(await found('roads')).toEqual([false, true])
  expect((await found('magic'))[1]).toBe(false)
})

describe('the pool as files', () => {
  test('is two PDFs with the words of each language, the same bytes each time', async () => {
    const [kk, ru] = [await bytes('pool-kk.pdf'), await bytes('pool-ru.pdf')]
    expect(kk.subarray(0, 5).toString()).toBe('%PDF-')
    expect(ru.equals(await bytes('pool-ru.pdf'))).toBe(true)
    expect(ru.equals(kk)).toBe(false)
  })
  test('is a workbook without formulas, and a table of texts', async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await bytes('pool.xlsx')) as never)
    const sheet = book.worksheets[0]!
    expect(sheet.rowCount).toBe(3)
    expect(sheet.getRow(2).getCell(10).value).toBe(2)
    const quotes = sheet.getRow(2).getCell(16)
    expect(quotes.type).toBe(ExcelJS.ValueType.String)
    // ExcelJS leaves the sign by which workbooks say an underscore; spreadsheets read it.
    expect(String(quotes.value).replaceAll('_x005F_', '_')).toContain(hostile)
    const csv = await bytes('pool.csv')
    expect(csv.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(csv.toString()).toContain('Нет газа')
    expect((await get(`/meetings/${meeting}/pool.docx`)).status).toBe(404)
  })
  test('reads back whatever was written, and runs none of it', async () => {
    const beginnings = fc.constantFrom('=', '+', '-', '@', '\t=', '\r\n=', ' =', '\u200b=', '|', '＝', '')
    const text = fc
      .tuple(beginnings, fc.string({ unit: 'binary', maxLength: 40 }))
      .map(([first, rest]) => first + rest)
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (cells) => {
        const book = new ExcelJS.Workbook()
        await book.xlsx.load(writeXlsx({ name: 'Пул', rows: [cells] }) as never)
        const row = book.worksheets[0]!.getRow(1)
        for (const [at, cell] of cells.entries()) {
          const read = row.getCell(at + 1)
          expect([ExcelJS.ValueType.String, ExcelJS.ValueType.Null]).toContain(read.type)
          const kept = cell.replace(/(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '')
          if (read.type === ExcelJS.ValueType.String)
            expect(String(read.value).replaceAll('_x005F_', '_')).toBe(kept)
        }
        const line = writeCsv([cells]).slice(1)
        for (const field of line.slice(0, -2).match(/"(?:[^"]|"")*"/g) ?? [])
          expect(field.slice(1)).not.toMatch(/^[\s\u200b]*[=+\-@|＝]/)
      }),
      { numRuns: 15 },
    )
  })
  test('control: a cell written as it is would be a formula', () => {
    expect('"=1+1"'.slice(1)).toMatch(/^[\s\u200b]*[=+\-@|＝]/)
  })
})
