// A district brings its earlier list along: refused files, columns, lines with their faults, facts that are asserted.
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCsv } from '#territory'
import { type Desks, openDesks, origin } from '../../../../test/web/desks.ts'
import { readPage, unsound } from '../../../../test/web/read-page.ts'
import type { Visit } from '../../../../test/web/visit.ts'

const office = 'akim.315400000'
const all = `/ru/office/${office}/import`
let desks: Desks
let author: Visit
let place: { code: string; name_kk: string; name_ru: string }

beforeAll(async () => {
  desks = await openDesks('2026-11-23T05:00:00.000Z', '2026-12-20T05:00:00.000Z')
  await desks.house.owner.query(
    `insert into grants (person, office, role, from_day, given_at)
     select person, $1, role, from_day, given_at from grants where role in ('author', 'signer') on conflict do nothing`,
    [office],
  )
  author = await desks.as('author')
  const { rows } = await desks.house.owner.query(
    `select code, name_kk, name_ru from units where parent = '315400000' order by code limit 1`,
  )
  place = rows[0]
})
afterAll(() => desks?.house.close())

const sound = (html: string) => unsound(html).filter((fault) => fault !== 'a script in the page')

async function upload(bytes: string | Uint8Array<ArrayBuffer>, name = 'list.csv', visit = author) {
  const form = new FormData()
  for (const [field, value] of Object.entries(await visit.hidden(all, all))) form.append(field, value)
  form.append('file', new File([bytes], name))
  return visit.send(all, { method: 'POST', body: form, headers: { origin } })
}
const deed = async (file: string, what: string, fields: Record<string, string> = {}) =>
  author.post(`${file}/${what}`, { ...(await author.hidden(file, `${file}/${what}`)), ...fields })
const count = async () => {
  const { rows } = await desks.house.owner.query(
    `select (select count(*)::int from journal where asserted and subject like 'old-%') as facts,
            (select count(*)::int from shown_meetings where id like 'old-%') as shown,
            (select count(*)::int from journal where type = 'old-imported') as imports`,
  )
  return rows[0]
}

const head =
  'Дата;Населённый пункт;Время;Длительность, минут;Состояние;Дата объявления;Где опубликовано;Примечание'
const list = () =>
  [
    head,
    `14.05.2025;${place.name_ru};10:00;90;состоялась;01.05.2025;сайт;=1+1`,
    `15.10.2025;${place.name_kk};11:00;60;отменена;;;`,
    `20.01.2027;${place.code};10:00;90;запланирована;;;`,
    `30.02.2025;${place.name_ru};10:00;90;состоялась;;;=HYPERLINK("x")`.replaceAll('"', ''),
    `14.05.2025;Атлантида;утром;90;состоялась;;;`,
  ].join('\r\n')

describe('a file', () => {
  test.each<[string, () => string | Uint8Array<ArrayBuffer>, string]>([
    ['empty', () => '', 'Файл пуст'],
    ['headings alone', () => head, 'нет ни одной строки'],
    ['an old workbook', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2), 'старый формат XLS'],
    ['a picture called a table', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 1), 'Буквы файла CSV'],
    ['another code page', () => Uint8Array.of(0xc4, 0xe0, 0xf2, 0xe0, 0x3b, 0x0a), 'Буквы файла CSV'],
    ['no workbook in a ZIP', () => 'PK\u0003\u0004 not a workbook', 'не таблица'],
    ['zeros', () => 'a;b\n\0;c', 'не таблица'],
    ['a thousand and one lines', () => `${head}\n${'14.05.2025;x\n'.repeat(1001)}`, 'больше 1000 строк'],
    ['larger than 2 MB', () => `${head}\n${'x'.repeat(2 * 1024 * 1024)}`, 'больше 2 МБ'],
  ])('is refused with the reason: %s', async (_, bytes, reason) => {
    const { status, body } = await upload(bytes())
    expect([status, body.includes(reason), sound(body)]).toEqual([422, true, []])
  })

  test('with a macro is refused whatever it is called', async () => {
    const bytes = await workbook([['Дата', 'Место']])
    // The name of a part in the directory of the archive is all that tells of a macro.
    const text = Buffer.from(bytes).toString('latin1').replaceAll('docProps/core.xml', 'xl/vbaProject.bin')
    const { status, body } = await upload(Uint8Array.from(Buffer.from(text, 'latin1')), 'list.xlsx')
    expect([status, body.includes('есть макрос')]).toEqual([422, true])
  })

  test('is nobody else’s to bring or to see', async () => {
    const { headers } = await upload(list())
    const file = headers.get('location')!
    const stranger = await desks.as('maslikhat')
    for (const path of [all, file, `${file}/faults.csv`, `${all}/template-kk.csv`])
      expect([path, (await stranger.get(path)).status]).toEqual([path, 404])
    expect((await (await desks.as('signer')).get(file)).status).toBe(404)
    const other = file.replace(office, 'akim.310000000')
    expect((await author.get(other)).status).toBe(404)
    expect((await deed(file, 'drop')).status).toBe(303)
    expect((await author.get(file)).status).toBe(404)
  })
})

describe('a list', () => {
  let file: string
  test('is read before anything is written: each line with its meaning or its faults', async () => {
    const { status, headers } = await upload(list(), 'Список 2025.csv')
    file = headers.get('location')!
    expect([status, await count()]).toEqual([303, { facts: 0, shown: 0, imports: 0 }])
    for (const language of ['kk', 'ru', 'en']) {
      const { body } = await author.get(file.replace('/ru/', `/${language}/`))
      expect([language, sound(body)]).toEqual([language, []])
    }
    const page = await readPage({ request: (path) => visit(path) }, file)
    expect(page.text).toContain('Новых встреч: 3. Уже есть: 0. Строк с ошибкой: 2.')
    for (const words of [
      'Дата: «30.02.2025»: такого дня нет',
      '«Атлантида»: на территории аппарата такого места нет',
      'это не время',
      '2025, 2027',
    ])
      expect(page.text).toContain(words)
  })

  test('gives its faults as a file that no spreadsheet runs', async () => {
    const { headers, body } = await author.get(`${file}/faults.csv`)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    // The mark that says UTF-8 is eaten by who reads an answer as text.
    expect(writeCsv([['a', '-1']])).toBe('\ufeff"a";"\'-1"\r\n')
    expect(body.split('\r\n').filter(Boolean)).toHaveLength(3)
    expect(body).toContain(`"'=HYPERLINK(x)"`)
    expect((await author.get(`${all}/template-kk.csv`)).body).toMatch(/^"Күні";"Елді мекен"/)
  })

  test('is read in another way when its columns are said otherwise; wrong ways are named', async () => {
    const columns = { 'column-0': 'day', 'column-1': 'place', 'column-2': 'start', 'column-3': 'minutes' }
    const twice = await deed(file, 'columns', { ...columns, 'column-4': 'day' })
    expect([twice.status, twice.body.includes('для двух столбцов')]).toEqual([422, true])
    expect((await deed(file, 'columns', { 'column-0': 'day', 'column-1': '' })).status).toBe(422)
    expect((await deed(file, 'columns', { ...columns, minutes: '9' })).body).toContain('от 10 до 600')
    const stale = await author.hidden(file, `${file}/columns`)
    const whole = { ...columns, 'column-4': 'status', 'column-5': 'notice-day', 'column-6': 'notice-channel' }
    expect(
      (await deed(file, 'columns', { ...whole, 'column-7': '', past: 'held', 'in-calendar': '1' })).status,
    ).toBe(303)
    const late = await author.post(`${file}/columns`, { ...stale, ...whole, key: 'another-key-of-a-form' })
    expect([late.status, late.body.includes('изменил другой сотрудник')]).toEqual([409, true])
  })

  test('is taken once: asserted facts, public pages that say so, the law judges', async () => {
    const fields = await author.hidden(file, `${file}/take`)
    const [first, again] = [
      await author.post(`${file}/take`, fields),
      await author.post(`${file}/take`, fields),
    ]
    expect([first.status, again.status]).toEqual([303, 303])
    expect(await count()).toEqual({ facts: 4, shown: 3, imports: 1 })
    const { body } = await author.get(first.headers.get('location')!)
    expect([sound(body), body.includes('внесено: 3, уже было: 0, с ошибкой: 2')]).toEqual([[], true])
    const { rows } = await desks.house.owner.query(
      `select subject, payload from journal where type = 'meeting' and asserted and subject like 'old-%' order by at`,
    )
    expect(rows.map(({ payload }) => [payload.day, payload.status, payload.in_calendar])).toEqual([
      ['2025-05-14', 'held', true],
      ['2025-10-15', 'cancelled', true],
      ['2027-01-20', 'planned', true],
    ])
    const shown = await readPage(desks.app, `/ru/meetings/${rows[0].subject}`)
    expect([shown.status, unsound(shown.html)]).toEqual([200, []])
    expect(shown.text).toContain('Внесено из прежнего списка')
    expect((await readPage(desks.app, `/kk/meetings/${rows[2].subject}`)).text).toContain(
      'Бұрынғы тізімнен енгізілген',
    )
    expect((await author.get(`/ru/office/${office}/meetings/${rows[2].subject}`)).status).toBe(200)
  })

  test('brought again changes nothing, as CSV or as a workbook with days as numbers', async () => {
    const before = await count()
    for (const bytes of [
      list(),
      await workbook([
        head.split(';'),
        [45791, place.name_ru, 10 / 24, 90, 'состоялась', 45778, 'сайт', ''],
        [45945, place.name_kk, '11:00', 60, 'отменена', '', '', ''],
      ]),
    ]) {
      const again = (await upload(bytes, 'again')).headers.get('location')!
      const { body } = await author.get(again)
      expect(body).toContain('Новых встреч: 0.')
      expect(body).not.toContain(`${again}/take`)
      const fields = await author.hidden(again, `${again}/drop`)
      expect((await author.post(`${again}/take`, fields)).status).toBe(303)
      const now = await count()
      expect([now.facts, now.shown]).toEqual([before.facts, before.shown])
    }
  })
})

const visit = async (path: string) => {
  const { status, headers, body } = await author.get(path)
  return new Response(body, { status, headers })
}

async function workbook(rows: readonly (readonly (string | number)[])[]): Promise<Uint8Array<ArrayBuffer>> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('a').addRows(rows.map((row) => [...row]))
  return Uint8Array.from(Buffer.from(await book.xlsx.writeBuffer()))
}
