import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desks, openDesks } from '../../../../test/web/desks.ts'
import { unsound } from '../../../../test/web/read-page.ts'
import type { Visit } from '../../../../test/web/visit.ts'

const region = 'akim.310000000'
const district = 'akim.315400000'
const calendar = `/kk/office/${region}/calendars/2027`
const plan = `${calendar}/plan`
let desks: Desks
let author: Visit

beforeAll(async () => {
  desks = await openDesks('2026-11-23T05:00:00.000Z', '2026-12-20T05:00:00.000Z')
  author = await desks.as('author')
})
afterAll(() => desks?.house.close())

const facts = async (type: string) =>
  (
    await desks.house.owner.query(`select payload from journal where type = $1 order by seq`, [type])
  ).rows.map(({ payload }) => payload)
const entries = async (): Promise<Record<string, string>[]> =>
  (
    await desks.house.owner.query(
      `select id, day::text, start_time, period, unit from calendar_entries
        where calendar = 'calendar.310000000.2027' and office = $1 order by day, start_time`,
      [district],
    )
  ).rows
/** The fields of the form that takes this way, as they stand on the page. */
async function takeForm(visit: Visit, page: string, way: string) {
  const { body } = await visit.get(page)
  const form = body.split('<form').find((part) => part.includes(`value="${way}"`)) ?? ''
  return Object.fromEntries(
    [...form.split('</form>')[0]!.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name, value]) => [name!, value!],
    ),
  )
}
const sound = (html: string) => unsound(html).filter((fault) => fault !== 'a script in the page')

describe('before a draft', () => {
  test('three alternatives are compared with last year; choosing one makes the draft', async () => {
    const { status, body } = await author.get(plan)
    expect([status, sound(body)]).toEqual([200, []])
    for (const title of ['Жолы ең қысқа', 'Аралығы ең тең', 'Ең аз өзгеріс']) expect(body).toContain(title)
    expect(body).toContain('былтырғы жарияланған күндермен')
    const fields = await takeForm(author, plan, 'least-disturbance')
    const [first, second] = [
      await author.post(`${plan}/take`, fields),
      await author.post(`${plan}/take`, fields),
    ]
    expect([first.status, first.headers.get('location')]).toEqual([303, `${plan}?said=taken`])
    expect([second.status, second.headers.get('location')]).toEqual([303, first.headers.get('location')])
    expect((await facts('calendar-alternative-taken')).map(({ way }) => way)).toEqual(['least-disturbance'])
  })
})

describe('wishes', () => {
  const form = `${plan}/akims/${district}/wishes`
  const good = { 'weekday-4': '1', 'away-0-first': '2027-07-01', 'away-0-last': '2027-07-31' }
  test('are stored, priced and honoured', async () => {
    expect(sound((await author.get(form)).body)).toEqual([])
    const saved = await author.post(form, { ...(await author.hidden(form, form)), ...good })
    expect([saved.status, saved.headers.get('location')]).toEqual([
      303,
      `${plan}/akims/${district}?said=saidWishes`,
    ])
    const { body } = await author.get(`${plan}/akims/${district}`)
    expect(sound(body)).toEqual([])
    expect(body).toContain('апта күні: бейсенбі')
    expect(body).toMatch(/әкім болмайды: 1 шілде – 31 шілде<\/strong> <span[^>]*>қосымша жол жоқ/)
    const fields = await takeForm(author, `${plan}/akims/${district}`, 'most-even')
    expect((await author.post(`${plan}/take`, fields)).status).toBe(303)
    const days = (await entries()).map(({ day }) => new Date(`${day}T00:00:00Z`).getUTCDay())
    expect(days.filter((day) => day === 4).length).toBeGreaterThan(days.length / 2)
  })
  test('that are wrong come back with what was typed, each at its field', async () => {
    const bad = {
      'hours-from': '09:00',
      'hours-to': '10:00',
      'away-0-first': '2027-08-05',
      'away-0-last': '2027-08-01',
      'season-0-place': '999999999',
    }
    const { status, body } = await author.post(form, { ...(await author.hidden(form, form)), ...bad })
    expect([status, body.includes('value="2027-08-05"'), sound(body)]).toEqual([422, true, []])
    for (const words of ['10:00-ден бұрын', '90 минут кейін', 'бұрын болмасын', 'Тізімнен жер'])
      expect(body).toContain(words)
  })
  test('of whoever saw an older state are refused, and nothing typed is lost', async () => {
    const old = await author.hidden(form, form)
    await author.post(form, { ...(await author.hidden(form, form)), ...good })
    const { status, body } = await author.post(form, { ...old, ...good, 'away-0-first': '2027-07-05' })
    expect([status, body.includes('value="2027-07-05"')]).toEqual([409, true])
  })
  test('that make the law impossible are named with the least that would help', async () => {
    const [one] = await entries()
    const season = {
      'season-0-place': one!['unit']!,
      'season-0-first': '2027-01-01',
      'season-0-last': '2027-06-30',
    }
    await author.post(form, { ...(await author.hidden(form, form)), ...good, ...season })
    const { body } = await author.get(`${plan}/akims/${district}`)
    expect(body).toContain('Заңды бұлай орындау мүмкін емес')
    expect(body).toMatch(/заң: [^<]+ аралығында кездесу<\/li><li>[^<]+: 1 қаңтар – 30 маусым жабық/)
    expect(body).toContain('жабық күннің бірін ашу')
    await author.post(form, { ...(await author.hidden(form, form)), ...good })
  })
})

describe('a locked date', () => {
  test('stays in every alternative and is said to be locked', async () => {
    const [one] = await entries()
    const move = `${calendar}/meetings/${one!['id']}`
    const lock = `${plan}/locks/${one!['id']}`
    expect((await author.post(lock, await author.hidden(move, lock))).status).toBe(303)
    expect((await author.get(move)).body).toContain('Құлыпты алу')
    const form = `${plan}/akims/${district}/wishes`
    const away = { 'away-0-first': one!['day']!, 'away-0-last': one!['day']! }
    await author.post(form, { ...(await author.hidden(form, form)), ...away })
    const sameDay = (await entries()).filter(({ day }) => day === one!['day'])
    const { body } = await author.get(`${plan}/changes?way=least-disturbance`)
    expect(sound(body)).toEqual([])
    expect(body.match(/әкім болмайды/g)?.length).toBe(sameDay.length - 1)
    const fields = await takeForm(author, `${plan}/changes?way=least-disturbance`, 'least-disturbance')
    expect((await author.post(`${plan}/take`, fields)).status).toBe(303)
    const after = await entries()
    expect(after.find(({ id }) => id === one!['id'])!['day']).toBe(one!['day'])
    expect(after.filter(({ day }) => day === one!['day'])).toHaveLength(1)
    expect((await facts('calendar-entry-locked')).map(({ meeting }) => meeting)).toEqual([one!['id']])
    expect((await author.post(lock, await author.hidden(move, lock))).status).toBe(303)
    expect((await author.get(move)).body).not.toContain('Құлыпты алу')
  })
})

describe('what a move would do', () => {
  test('is answered in sentences, and the page without script says the same', async () => {
    const one = (await entries()).find(({ period }) => period === '2027-H1')!
    const move = `${calendar}/meetings/${one['id']}`
    const moment = { day: '2027-09-12', start: '11:00' }
    const { status, body } = await author.get(
      `${plan}/effect?${new URLSearchParams({ meeting: one['id']!, ...moment })}`,
    )
    const effect = JSON.parse(body)
    expect([status, effect.can, effect.title]).toEqual([200, true, '12 қыркүйек, жексенбі, 11:00 болса'])
    expect(effect.breaks).toEqual(
      expect.arrayContaining([
        'Заң бұзылады: 1 қаңтар мен 30 маусым аралығында 1 кездесу керек, 0 қалады.',
        'Демалыс күні.',
      ]),
    )
    expect(effect.costs.some((line: string) => line.startsWith('Тең аралықтан ауытқу'))).toBe(true)
    const before = (await entries()).find(({ id }) => id === one['id'])
    const look = await author.post(`${plan}/look/${one['id']}`, {
      ...(await author.hidden(move, move)),
      ...moment,
      reason: 'Көру',
    })
    expect([look.status, sound(look.body), look.body.includes('value="Көру"')]).toEqual([200, [], true])
    for (const line of [...effect.breaks, ...effect.costs]) expect(look.body).toContain(line)
    expect((await entries()).find(({ id }) => id === one['id'])).toEqual(before)
  })
  test('onto another meeting of the akim cannot be saved, and is told so', async () => {
    const [one, two] = await entries()
    const asked = { meeting: one!['id']!, day: two!['day']!, start: two!['start_time']! }
    const effect = JSON.parse((await author.get(`${plan}/effect?${new URLSearchParams(asked)}`)).body)
    expect([effect.can, effect.breaks.at(-1)]).toEqual([false, 'Бұл күнді сақтауға болмайды.'])
  })
  test('of a day or meeting that is none is not there; a wrong day is named at its field', async () => {
    const [one] = await entries()
    for (const asked of [
      { meeting: one!['id']!, day: '2027-02-30', start: '10:00' },
      { meeting: one!['id']!, day: '2027-02-03', start: '99:00' },
      { meeting: 'none', day: '2027-02-03', start: '10:00' },
    ])
      expect((await author.get(`${plan}/effect?${new URLSearchParams(asked)}`)).status).toBe(404)
    const move = `${calendar}/meetings/${one!['id']}`
    const { status, body } = await author.post(`${plan}/look/${one!['id']}`, {
      ...(await author.hidden(move, move)),
      day: 'x',
      start: '10:00',
    })
    expect([status, body.includes('Мұндай күн жоқ')]).toEqual([422, true])
  })
})

describe('the pages', () => {
  test('of the draft load one small module from an address made of its content; what is no draft loads none', async () => {
    const { body } = await author.get(calendar)
    const [, address] = /<script type="module" src="([^"]+)"><\/script>/.exec(body)!
    expect(address).toMatch(/^\/assets\/move-by-drag\.[A-Z0-9]{8}\.js$/)
    const script = await desks.app.request(address!, { headers: { 'accept-encoding': 'br' } })
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect((await script.arrayBuffer()).byteLength).toBeLessThan(15_000)
    expect((await author.get(calendar.replace('2027', '2026'))).body).not.toContain('<script')
  })
  test('of a trip draw it in order with its km; of a day without one there is none', async () => {
    const byDay = Map.groupBy(await entries(), ({ day }) => day)
    const [day] = [...byDay].find(([, { length }]) => length > 1)!
    const { status, body } = await author.get(`${plan}/days/${day}?akim=${district}`)
    expect([status, sound(body)]).toEqual([200, []])
    expect(body.match(/class="trip-stop"/g)?.length).toBe(byDay.get(day)!.length)
    expect(body).toMatch(/Барлығы [\d\s]+ км/u)
    expect((await author.get(`${plan}/days/2027-01-03?akim=${district}`)).status).toBe(404)
  })
  test('speak three languages', async () => {
    for (const [language, words] of [
      ['ru', 'Меньше всего дороги'],
      ['en', 'Least travel'],
    ])
      expect((await author.get(`/${language}${plan.slice(3)}`)).body).toContain(words)
  })
  test('are the region’s own: not its maslikhat’s, not another region’s, not of a year that cannot be planned', async () => {
    const maslikhat = await desks.as('maslikhat')
    for (const path of [
      plan,
      plan.replace(region, 'maslikhat.310000000'),
      plan.replace(region, 'akim.110000000'),
    ])
      expect((await maslikhat.get(path)).status).toBe(404)
    expect((await author.get(plan.replace('2027', '2031'))).status).toBe(404)
    expect((await author.get(`${plan}/akims/akim.110000000`)).status).toBe(404)
  })
  test('offer a signer the comparison without the buttons, and refuse what is sent all the same', async () => {
    const signer = await desks.as('signer')
    const { status, body } = await signer.get(plan)
    expect([status, body.includes(`action="${plan}/take"`)]).toEqual([200, false])
    const fields = await takeForm(author, plan, 'least-travel')
    const own = await signer.hidden(plan, '/kk/sign-out')
    const sent = await signer.post(`${plan}/take`, { ...fields, ...own })
    expect(sent.status).toBe(403)
  })
})

describe('own wishes of an office below the region', () => {
  const form = `/kk/office/${district}/calendars/2027/wishes`
  test('are written by its author and seen by the region', async () => {
    await desks.house.owner.query(
      `insert into grants (person, office, role, from_day, given_at)
       select person, $1, role, from_day, given_at from grants where role = 'author' on conflict do nothing`,
      [district],
    )
    const own = await desks.as('author')
    const { status, body } = await own.get(form)
    expect([status, sound(body)]).toEqual([200, []])
    expect((await own.get(`/kk/office/${district}/calendars`)).body).toContain(`href="${form}"`)
    const wrong = await own.post(form, { ...(await own.hidden(form, form)), 'hours-from': '11:00' })
    expect([wrong.status, wrong.body.includes('value="11:00"')]).toEqual([422, true])
    const wish = { 'weekday-2': '1', 'away-0-first': '2027-03-01', 'away-0-last': '2027-03-05' }
    const saved = await own.post(form, { ...(await own.hidden(form, form)), ...wish })
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${form}?said=saidWishes`])
    expect((await own.get(`${plan}/akims/${district}`)).body).toContain('апта күні: сейсенбі')
  })
  test('of a year that nobody can plan yet are answered in words; a stranger finds nothing', async () => {
    const own = await desks.as('author')
    const far = await own.get(`/kk/office/${district}/calendars/2031/wishes`)
    expect([far.status, far.body.includes('демалыс күндері әлі белгісіз')]).toEqual([200, true])
    expect((await (await desks.as('maslikhat')).get(form)).status).toBe(404)
    expect((await own.get(`/kk/office/${region}/calendars/2027/wishes`)).status).toBe(404)
  })
})
