// An office brings what another system holds: refused files, columns, rows with their faults, receipts, twice is once.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desks, openDesks } from '../../../../test/web/desks.ts'
import { unsound } from '../../../../test/web/read-page.ts'
import type { Fields, Visit } from '../../../../test/web/visit.ts'

const office = 'akim.310000000'
const all = `/ru/office/${office}/requests/import`
const origin = 'https://kezdesu.example'
let desks: Desks
let author: Visit
beforeAll(async () => {
  desks = await openDesks('2026-11-23T05:00:00.000Z')
  author = await desks.as('author')
})
afterAll(() => desks?.house.close())

async function upload(bytes: string, mapping = 'hotline-109', name = 'july.csv', visit = author) {
  const form = new FormData()
  for (const [field, value] of Object.entries(await visit.hidden(all, all))) form.append(field, value)
  form.append('mapping', mapping)
  form.append('file', new File([bytes], name))
  return visit.send(all, { method: 'POST', body: form, headers: { origin } })
}
const deed = async (file: string, what: string, fields: Fields = {}) =>
  author.post(`${file}/${what}`, { ...(await author.hidden(file, `${file}/${what}`)), ...fields })
const count = async () =>
  (
    await desks.house.owner.query(
      `select (select count(*)::int from requests where source is not null) as requests,
              (select count(*)::int from journal where type = 'requests-imported') as facts`,
    )
  ).rows[0]

const head = 'Номер обращения;ФИО;Дата регистрации;Время;Текст обращения;Тип обращения'
const list = [
  head,
  '=1+1;Серик Ахметов;20.11.2026;09:30;"Нет воды, звоните 8 701 123 45 67";Жалоба',
  '2;Серик Ахметов;20.11.2026;10:00;Спасибо за свет;Благодарность',
  '2;Серик Ахметов;20.11.2026;10:00;Спасибо за свет;Благодарность',
  '3;;31.11.2026;10:00;Яма на дороге;',
  '4;;20.11.2026;;;',
].join('\r\n')

describe('a file', () => {
  test.each<[string, string, string]>([
    ['empty', '', 'Файл пуст'],
    ['no list', '{"a":', 'Файл JSON не прочитан'],
    ['too many rows', `${head}\n${'1;;;;;x\n'.repeat(20_001)}`, 'больше 20 000 строк'],
    ['larger than 8 MB', `${head}\n${'x'.repeat(8 * 1024 * 1024)}`, 'больше 8 МБ'],
  ])('is refused with the reason: %s', async (_, bytes, reason) => {
    const { status, body } = await upload(bytes)
    expect([status, body.includes(reason), unsound(body)]).toEqual([422, true, []])
  })

  test('is nobody else’s to bring or to see', async () => {
    const file = (await upload(list)).headers.get('location')!
    for (const login of ['signer', 'maslikhat', 'district', 'commission']) {
      const visit = await desks.as(login)
      for (const path of [all, file, `${file}/faults.csv`, `${file}/receipts.csv`])
        expect([login, path, (await visit.get(path)).status]).toEqual([login, path, 404])
    }
    expect((await deed(file, 'drop')).status).toBe(303)
    expect((await author.get(file)).status).toBe(404)
  })

  test('lies sealed until it is taken in', async () => {
    const file = (await upload(list)).headers.get('location')!
    const { rows } = await desks.house.owner.query(
      `select encode(sealed, 'escape') || headers || reading as all from request_imports`,
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].all).not.toMatch(/Серик|701|Нет воды/)
    await deed(file, 'drop')
  })
})

describe('a list', () => {
  let file: string
  let receipts: string
  test('is read before anything is written, its words masked, its faults told', async () => {
    const { status, headers } = await upload(list)
    file = headers.get('location')!
    expect([status, await count()]).toEqual([303, { requests: 0, facts: 0 }])
    for (const language of ['kk', 'ru', 'en']) {
      const { body } = await author.get(file.replace('/ru/', `/${language}/`))
      expect([language, unsound(body)]).toEqual([language, []])
      expect(body).not.toMatch(/Серик|701 123/)
    }
    const { body: text } = await author.get(file)
    expect(text).toContain('Новых запросов: 2. Уже есть: 1. Строк с ошибкой: 2.')
    expect(text).toContain('31.11.2026 10:00')
    const faults = await author.get(`${file}/faults.csv`)
    expect(faults.body.split('\r\n').filter(Boolean)).toHaveLength(3)
    expect((await author.get(`${file}/receipts.csv`)).status).toBe(404)
  })

  test('with columns that cannot be is not read so', async () => {
    const fields = {
      source: 'hotline-109',
      channel: 'hotline-109',
      zone: 'local',
      format: '',
      closes: '',
      place: '',
    }
    const refused = async (more: Fields) => {
      const { status, body } = await deed(file, 'columns', {
        ...fields,
        'column-2': 'received',
        'column-4': 'words',
        ...more,
      })
      return [status, /role="alert">\s*([^<]+)/.exec(body)?.[1]?.slice(0, 12) ?? '']
    }
    expect(await refused({ source: '<b>' })).toEqual([422, 'Название ист'])
    expect(await refused({ format: 'D.M.Y' })).toEqual([422, 'В записи дня'])
    expect(await refused({ 'column-0': 'words' })).toEqual([422, 'Одно значени'])
    expect(await refused({ 'column-4': '' })).toEqual([422, 'Укажите, в к'])
    expect(await count()).toEqual({ requests: 0, facts: 0 })
  })

  test('is taken in once, with a receipt for each row and a fact of the whole', async () => {
    const hidden = await author.hidden(file, `${file}/take`)
    const taken = await author.post(`${file}/take`, hidden)
    expect([taken.status, taken.headers.get('location')]).toEqual([303, `${file}?said=imported`])
    const { body } = await author.get(`${file}?said=imported`)
    expect(unsound(body)).toEqual([])
    expect(body).toContain('внесено: 2, уже было: 1, с ошибкой: 2')
    expect(await count()).toEqual({ requests: 2, facts: 1 })
    receipts = (await author.get(`${file}/receipts.csv`)).body
    const lines = receipts.split('\r\n').filter(Boolean)
    expect(lines).toHaveLength(4)
    // Nothing that a spreadsheet would run.
    expect(lines[1]).toMatch(/^"2";"'=1\+1";"(\w{4} ){3}\w{4}";"внесено";"не к определённой встрече"$/)
    const { rows } = await desks.house.owner.query(
      `select i.sealed, r.words, r.kind, r.entered_by is not null as entered
       from request_imports i, requests r where r.external_id = '=1+1'`,
    )
    expect(rows).toEqual([
      { sealed: null, words: expect.not.stringMatching(/701/), kind: 'complaint', entered: true },
    ])
    expect((await author.post(`${file}/take`, hidden)).status).toBe(303)
    expect(await count()).toEqual({ requests: 2, facts: 1 })
  })

  test('brought again is known, with the same receipts', async () => {
    const again = (await upload(list)).headers.get('location')!
    expect((await author.get(again)).body).not.toContain(`action="${again}/take"`)
    const other = (await upload(`${list}\r\n5;;21.11.2026;;Нет автобуса;`, '', 'other.csv')).headers.get(
      'location',
    )!
    // Another system at first, but this office has read these columns before.
    expect((await author.get(other)).body).toContain('Новых запросов: 1.')
    expect((await deed(other, 'take')).status).toBe(303)
    const later = (await author.get(`${other}/receipts.csv`)).body
    const codeOf = (csv: string, line: number) => csv.split('\r\n')[line]!.split(';')[2]
    expect(codeOf(later, 1)).toBe(codeOf(receipts, 1))
    expect(await count()).toEqual({ requests: 3, facts: 2 })
  })

  test('is for the chosen meeting; what stood there before stays where it was, and is told so', async () => {
    const more = (await upload(`${list}\r\n6;;21.11.2026;;Нет школы;`)).headers.get('location')!
    const { body } = await author.get(more)
    const [, meeting, name] = /<select id="meeting"[^]*?<option value="([^"]+)">([^<]+)/.exec(body)!
    expect(body).toContain('уже есть, не изменится')
    expect([(await deed(more, 'take', { meeting: 'none' })).status, (await count()).requests]).toEqual([
      422, 3,
    ])
    await deed(more, 'take', { meeting: meeting! })
    const { body: told } = await author.get(more)
    expect(told).toContain(`Новые строки внесены к встрече: ${name}`)
    expect(told).toMatch(/внесённых раньше к другой встрече или в аппарат: 3/)
    const lines = (await author.get(`${more}/receipts.csv`)).body.split('\r\n')
    expect(lines.slice(0, 2).map((line) => line.split(';').at(-1))).toEqual([
      '"К какой встрече"',
      '"не к определённой встрече"',
    ])
    expect(lines.at(-2)).toContain(`"внесено";"${name}"`)
    const { rows } = await desks.house.owner.query(`select external_id from requests where meeting = $1`, [
      meeting,
    ])
    expect(rows).toContainEqual({ external_id: '6' })
    // Known now for this meeting, whatever is chosen.
    const again = (await upload(`${list}\r\n6;;21.11.2026;;Нет школы;`, '', 'again.csv')).headers.get(
      'location',
    )!
    expect((await author.get(again)).body).not.toContain(`action="${again}/take"`)
  })

  test('sent at once for a meeting and for none, it is taken in once and told so', async () => {
    const twice = (await upload(`${head}\r\n7;;21.11.2026;;Нет моста;`)).headers.get('location')!
    const [, meeting] = /<select id="meeting"[^]*?<option value="([^"]+)">/.exec(
      (await author.get(twice)).body,
    )!
    const hidden = await author.hidden(twice, `${twice}/take`)
    const before = await count()
    await Promise.all(
      [meeting!, meeting!, ''].map((one) => author.post(`${twice}/take`, { ...hidden, meeting: one })),
    )
    expect((await author.get(twice)).body).toContain('внесено: 1, уже было: 0, с ошибкой: 0')
    expect(await count()).toEqual({ requests: before.requests + 1, facts: before.facts + 1 })
  })

  test('of things in JSON whose columns nobody knows is told by its author', async () => {
    const things = JSON.stringify([{ n: 1, when: '11/20/2026', what: 'Жарық жоқ' }])
    const json = (await upload(things, '', 'odd.json')).headers.get('location')!
    expect((await author.get(json)).body).not.toContain(`action="${json}/take"`)
    const told = await deed(json, 'columns', {
      source: 'Кіші портал',
      channel: 'other',
      zone: 'local',
      format: 'MM/DD/YYYY',
      closes: '2026-11-19',
      place: '',
      'column-0': 'external-id',
      'column-1': 'received',
      'column-2': 'words',
    })
    expect(told.status).toBe(303)
    expect((await author.get(json)).body).toContain('Написано после закрытия блога: 1')
    await deed(json, 'take')
    const { rows } = await desks.house.owner.query(
      `select channel from requests where source = 'Кіші портал'`,
    )
    expect(rows).toEqual([{ channel: 'other' }])
  })
})
