// The operator's desk over the demonstration: what an administrator changes is there at once, in every process.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desks, openDesks } from '../../../../test/web/desks.ts'
import { unsound } from '../../../../test/web/read-page.ts'
import type { Fields, Visit } from '../../../../test/web/visit.ts'

const desk = '/ru/office/operator'
const holidays = `${desk}/holidays`
const region = 'akim.310000000'
let desks: Desks
let administrator: Visit
/** Two processes over one database. */
let processes: Desks['app'][]

beforeAll(async () => {
  desks = await openDesks('2026-11-23T05:00:00.000Z', '2026-12-20T05:00:00.000Z')
  processes = [desks.app, desks.started()]
  administrator = await desks.as('administrator')
})
afterAll(() => desks?.house.close())

const sound = (html: string) => unsound(html).filter((fault) => fault !== 'a script in the page')
const act: Fields = { act: 'Постановление № 12', 'act-day': '2026-12-18' }

/** The hidden fields of the form of a change. */
async function form(what: string, page = `${holidays}?year=2027`): Promise<Fields> {
  const { body } = await administrator.get(page)
  const own = body.split('<form').find((part) => part.includes(`name="what" value="${what}"`)) ?? ''
  return Object.fromEntries(
    [...own.split('</form>')[0]!.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name, value]) => [name!, value!],
    ),
  )
}
const change = async (what: string, fields: Fields, page?: string) =>
  administrator.post(holidays, { ...(await form(what, page)), ...act, ...fields })

describe('the desk', () => {
  test('is where an administrator arrives; it tells what was imported and set', async () => {
    expect((await administrator.get('/ru/office')).headers.get('location')).toBe(desk)
    for (const language of ['kk', 'ru', 'en']) {
      for (const page of ['', '/holidays', '/holidays?year=2028', '/outbox']) {
        const { status, body } = await administrator.get(`/${language}/office/operator${page}`)
        expect([page, status, sound(body)]).toEqual([page, 200, []])
      }
    }
    const { body } = await administrator.get(desk)
    expect(body).toContain('демонстрационный реестр')
    expect(body).toContain('kezdesu import points FILE')
  })

  test('is nobody else’s, and its administrator is no auditor', async () => {
    const author = await desks.as('author')
    for (const page of [desk, holidays, `${desk}/outbox`, `${desk}/denied`])
      expect([page, (await author.get(page)).status]).toEqual([page, 404])
    expect((await author.post(holidays, {})).status).toBe(403)
    expect((await administrator.get(`${desk}/denied`)).status).toBe(404)
    await desks.house.owner.query(
      `insert into grants (person, office, role, from_day, given_at)
       select person, 'operator', 'auditor', from_day, given_at from grants where role = 'administrator'`,
    )
    const auditor = await desks.as('administrator')
    const { status, body } = await auditor.get(`${desk}/denied`)
    expect([status, sound(body), body.includes('see-office')]).toEqual([200, [], true])
  })
})

describe('a day off', () => {
  const newest = async () =>
    (
      await desks.house.owner.query(
        `select payload from journal where type = 'holidays-changed' order by seq`,
      )
    ).rows.map(({ payload }) => payload)
  /** A working day of 2027 on which the draft of the region has meetings. */
  const taken = async (): Promise<string> =>
    (
      await desks.house.owner.query(
        `select day::text from calendar_entries where calendar = 'calendar.310000000.2027'
         group by day order by count(*) desc, day limit 1`,
      )
    ).rows[0].day

  test('that is wrong comes back with what was typed, each at its field', async () => {
    const answer = await change('off', {
      date: '2027-02-30',
      'name-kk': 'Күн',
      'name-ru': '',
      'act-day': '2027-01-01',
    })
    expect([answer.status, sound(answer.body)]).toEqual([422, []])
    expect(answer.body).toContain('value="Күн"')
    for (const id of ['off-date-error', 'off-name-ru-error', 'off-act-day-error'])
      expect(answer.body).toContain(`id="${id}"`)
    const over = await change('off', { date: '2026-12-01', 'name-kk': 'а', 'name-ru': 'б' })
    expect([over.status, over.body.includes('Прошедший день не меняется')]).toEqual([422, true])
    const far = await change('ordinary', { date: '2028-05-05' })
    expect([far.status, far.body.includes('Этот год ещё не введён')]).toEqual([422, true])
    expect(await newest()).toEqual([])
  })

  test('moves no due day, touches the draft of its region at once, and is offered a new plan', async () => {
    const author = await desks.as('author')
    const calendar = `/ru/office/${region}/calendars/2027`
    if (!(await author.get(calendar)).body.includes('id="meetings"')) {
      const fields = await author.hidden(calendar, `${calendar}/draft`)
      expect((await author.post(`${calendar}/draft`, fields)).status).toBe(303)
      // The clock of this test stands still; the change has to come after the draft.
      await desks.house.owner.query(`update calendars set drafted_at = drafted_at - interval '1 hour'`)
    }
    const day = await taken()
    expect((await author.get(calendar)).body).not.toContain('days-off-changed')
    const fields = { ...(await form('off')), ...act, date: day, 'name-kk': 'Демалыс', 'name-ru': 'Выходной' }
    const [first, again] = [
      await administrator.post(holidays, fields),
      await administrator.post(holidays, fields),
    ]
    expect([first.status, again.status]).toEqual([303, 303])
    expect(await newest()).toMatchObject([
      { revision: 1, act: act['act'], days: [{ date: day, kind: 'day-off' }] },
    ])

    const { body } = await administrator.get(first.headers.get('location')!)
    expect(sound(body)).toEqual([])
    for (const words of ['Изменение сохранено', 'Сроки исполнения не сдвинулись', 'Постановление № 12'])
      expect(body).toContain(words)
    // The other process was not told; it reads the new days all the same.
    for (const [at, process] of processes.entries()) {
      const seen = (await (await desks.as('author', process)).get(calendar)).body
      expect([at, seen.includes('days-off-changed')]).toEqual([at, true])
      expect(seen).toContain(`${calendar}/plan/changes?way=least-disturbance`)
    }
    const plan = await author.get(`${calendar}/plan/changes?way=least-disturbance`)
    expect([plan.status, sound(plan.body)]).toEqual([200, []])
    expect(plan.body).toContain('<li')
  })

  test('of two administrators the second sees what the first did', async () => {
    const stale = await form('ordinary')
    const day = await taken()
    expect((await change('ordinary', { date: day })).status).toBe(303)
    const late = await administrator.post(holidays, { ...stale, ...act, date: '2027-03-08' })
    expect([late.status, late.body.includes('изменил другой администратор')]).toEqual([409, true])
    expect(late.body).toContain('value="2027-03-08"')
    const { body } = await (await desks.as('author')).get(`/ru/office/${region}/calendars/2027`)
    expect(body).not.toContain('days-off-changed')
  })

  test('of a published meeting is named to the operator', async () => {
    const { rows } = await desks.house.owner.query(
      `select id, day::text from current_meetings where day > '2026-12-21' and day < '2027-01-01' limit 1`,
    )
    const [meeting] = rows
    const answer = await change('off', { date: meeting?.day ?? '2026-12-24', 'name-kk': 'а', 'name-ru': 'б' })
    expect(answer.status).toBe(303)
    const { body } = await administrator.get(holidays)
    if (meeting) expect(body).toContain(`/ru/meetings/${meeting.id}`)
    else expect(body).toContain('Ни одна опубликованная встреча')
  })
})

describe('a year that does not ship', () => {
  test('is entered whole, and then it can be planned', async () => {
    const author = await desks.as('author')
    const wishes = `/ru/office/${region}/calendars/2028`
    const page = `${holidays}?year=2028`
    expect((await administrator.get(page)).body).toContain('не введён')
    const wrong = await change('year', { 'kurban-ait': '2027-05-05' }, page)
    expect([wrong.status, wrong.body.includes('внутри этого года')]).toEqual([422, true])
    const draft = async () => author.post(`${wishes}/draft`, await author.hidden(wishes, `${wishes}/draft`))
    expect((await draft()).status).toBe(422)
    expect((await change('year', { 'kurban-ait': '2028-05-05' }, page)).status).toBe(303)
    expect((await administrator.get(page)).body).toContain('3 января')
    expect((await draft()).status).toBe(303)
  })
})
