// Questions and proposals without an account: what is refused, what is kept, what nobody sees.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Instant } from '#kernel'
import { type Demonstration, demonstrationAt } from '../../../../test/demonstration.ts'
import { groupingIntake, testBox } from '../../../../test/intake.ts'
import { siteOver } from '../../../../test/web/site.ts'
import { type Answer, type Fields, Visit } from '../../../../test/web/visit.ts'
import { solveWork } from '../../browser/solve-work.ts'

const now = '2026-11-23T05:00:00.000Z' as Instant
const at = '/ru/places/315400000/ask'
const office = 'akim.315400000'
let house: Demonstration
let intake: ReturnType<typeof groupingIntake>
/** From a place of its own, so that no test waits for another. */
let places = 0
const visitor = () => {
  const address = `10.0.${++places}.1`
  const app = siteOver(
    { ...house, clock: () => now },
    {
      standing: { origin: null, proxies: 1 },
      notices: { box: testBox, channels: ['mail', 'text'] },
      intake,
    },
  )
  const from = {
    ...app,
    request: (path: string, init: RequestInit) => {
      const headers = new Headers(init.headers)
      headers.set('x-forwarded-for', address)
      return app.request(path, { ...init, headers })
    },
  }
  return new Visit(from as typeof app, 'http://localhost')
}
beforeAll(async () => {
  house = await demonstrationAt(now)
  intake = groupingIntake(house.storage, () => now)
})
afterAll(async () => {
  await intake?.idle()
  await house?.close()
})

const typed: Fields = { office, unit: '315400000', elsewhere: '', contact: '', proof: '' }
const fresh = async (visit: Visit, page = at): Promise<Fields> => ({
  ...typed,
  ...(await visit.hidden(page, page)),
})
const codeIn = (body: string) => /id="receipt-code"[^>]*>([^<]+)</.exec(body)?.[1] ?? ''
const send = async (visit: Visit, words: string, more: Fields = {}): Promise<Answer> =>
  visit.post(at, { ...(await fresh(visit)), words, ...more, do: 'send' })
const wayOf = async (visit: Visit, code: string): Promise<Answer> =>
  visit.post('/ru/receipt', { ...(await visit.hidden('/ru/receipt', '/ru/receipt')), code })
const kept = async (like: string) =>
  (
    await house.owner.query<{ words: string; proven: boolean; group_id: string | null; unit: string }>(
      'select words, proven, group_id, unit from requests where words like $1 order by seq',
      [`%${like}%`],
    )
  ).rows

test('words go to the nearest office where somebody sorts them; of the others it is said that they would wait', async () => {
  const [okrug] = (
    await house.owner.query<{ code: string }>(
      "select code from units where kind = 'rural-okrug' and parent = '315400000' and valid_to is null order by code",
    )
  ).rows
  const page = async () => (await visitor().get(`/ru/places/${okrug!.code}/ask`)).body
  const choice = (body: string) => /<fieldset>[^]*?<\/fieldset>/.exec(body)![0]
  const chosen = (body: string) => /value="([^"]+)" checked/.exec(choice(body))?.[1]
  expect(chosen(await page())).toBe(office)
  expect(choice(await page())).toMatch(/сельского округа[^]*здесь пока некому разбирать/)
  expect(choice(await page())).not.toMatch(/Аким Меркенского района[^<]*<span/)
  const own = [`akim.${okrug!.code}`, office]
  await house.owner.query(
    `insert into grants (person, office, role, from_day, given_by, given_at)
     select person, $1, role, from_day, given_by, given_at from grants where office = $2 and role = 'author' limit 1`,
    own,
  )
  expect(chosen(await page())).toBe(own[0])
  await house.owner.query(
    'update grants set revoked_by = given_by, revoked_at = given_at where office = $1',
    own.slice(0, 1),
  )
  expect(chosen(await page())).toBe(office)
})

test('a form goes by preview to a receipt, and its code finds it again', async () => {
  const visit = visitor()
  const fields = {
    ...(await fresh(visit)),
    words: 'На улице Школьной погас фонарь, звоните +7 701 123 45 67',
  }
  const preview = await visit.post(at, { ...fields, do: 'preview' })
  expect([preview.status, await kept('погас фонарь')]).toEqual([200, []])
  expect(preview.body).toContain('звоните <mark>•••</mark>')
  expect(preview.body).toMatch(/\+7 701 123 45 67<\/span>: телефон/)
  const sent = await visit.post(at, { ...fields, do: 'send' })
  expect([sent.status, sent.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(await kept('погас фонарь')).toMatchObject([{ words: 'На улице Школьной погас фонарь, звоните •••' }])

  const way = await wayOf(visitor(), codeIn(sent.body).toLowerCase())
  expect([way.status, way.headers.get('cache-control')]).toEqual([200, 'no-store'])
  for (const words of [
    'погас фонарь',
    'через сайт',
    'Аким Меркенского района',
    'ещё не утверждён',
    'Пока нет ни ответа',
  ])
    expect(way.body).toContain(words)
  expect(way.body).not.toContain('701')
})

test('sent twice it is one request with one code, and says which words count', async () => {
  const visit = visitor()
  const fields = { ...(await fresh(visit)), words: 'Мост через арык сгнил', do: 'send' }
  const [first, second] = [
    await visit.post(at, fields),
    await visit.post(at, { ...fields, words: 'Другой текст' }),
  ]
  expect(codeIn(second.body)).toBe(codeIn(first.body))
  expect(second.body).toContain('Эту страницу уже отправляли')
  expect(second.body).toContain('Мост через арык сгнил')
  expect([await kept('арык сгнил'), await kept('Другой текст')]).toMatchObject([[{}], []])
})

test('sent twice at the same moment it is one request', async () => {
  const visit = visitor()
  const fields = { ...(await fresh(visit)), words: 'Парк зарос бурьяном', do: 'send' }
  const both = await Promise.all([visit.post(at, fields), visit.post(at, fields)])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  expect(codeIn(both[1].body)).toBe(codeIn(both[0].body))
  expect(await kept('зарос бурьяном')).toHaveLength(1)
})

test('what is wrong comes back with its field and with all that was typed', async () => {
  const visit = visitor()
  const fields = { ...(await fresh(visit)), words: 'Нет воды <b>второй</b> день', contact: 'a@b.kz' }
  for (const [wrong, said] of [
    [{ words: ' \u200b\u202e ' }, 'в чём проблема'],
    [{ words: 'я'.repeat(20_001) }, 'сейчас 20 001'],
    [{ office: 'akim.750000000' }, 'Выберите из списка, кому'],
    [{ unit: '750000000' }, 'такого нет'],
    [{ elsewhere: 'Нетакогосела' }, 'такого нет'],
    [{ elsewhere: 'Акто' }, 'Выберите, какое это место'],
    [{ contact: '12 или a@b' }, 'номер мобильного телефона или адрес почты'],
    [{ key: 'x' }, 'открыта слишком долго'],
  ] as const)
    for (const step of ['preview', 'send']) {
      const { status, body } = await visit.post(at, { ...fields, ...wrong, do: step })
      expect([said, status, body.includes(said)]).toEqual([said, 422, true])
      expect(body).not.toContain('<b>второй')
      if (!('words' in wrong)) expect(body).toContain('Нет воды &lt;b>второй&lt;/b> день')
      if (!('contact' in wrong)) expect(body).toContain('value="a@b.kz"')
    }
  expect(await kept('второй')).toEqual([])
})

test('a place is found by its name among those of the office; of several one is chosen', async () => {
  const visit = visitor()
  const fields = { ...(await fresh(visit)), words: 'В клубе холодно', elsewhere: 'актоган' }
  const several = await visit.post(at, { ...fields, do: 'preview' })
  const codes = [...several.body.matchAll(/type="radio" name="unit" value="(\d{9})"/g)].map(
    ([, code]) => code!,
  )
  expect([several.status, codes.length > 1]).toEqual([422, true])
  const sent = await visit.post(at, { ...fields, unit: codes[1]!, do: 'send' })
  expect([sent.status, (await kept('клубе холодно'))[0]!.unit]).toEqual([200, codes[1]])
})

test('the contact lies sealed, and stands nowhere else', async () => {
  const sent = await send(visitor(), 'Скажите, когда починят насос', { contact: '+7 701 765 43 21' })
  expect(sent.body).toContain('отправлено письмо')
  const { rows } = await house.owner.query<{ address: Buffer; wishes: string[] }>(
    `select address, wishes from seal.subscriptions where topic like 'request:q-%'`,
  )
  expect(rows.map(({ address, wishes }) => [testBox.open(address), wishes])).toEqual([
    ['+77017654321', ['changes']],
  ])
  const { rows: tables } = await house.owner.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('public', 'seal') and table_type = 'BASE TABLE'`,
  )
  for (const { name } of tables) {
    const { rows: found } = await house.owner.query(
      `select from ${name} t where t::text ~ '7017654321|765 ?43 ?21'`,
    )
    expect([name, found.length]).toEqual([name, 0])
  }
})

test('two doors: what was typed goes to the other and comes back', async () => {
  const visit = visitor()
  expect((await visit.get('/ru/ask')).body).toContain('name="q"')
  expect((await visit.get('/ru/ask?q=актоган')).body).toMatch(/href="\/ru\/places\/\d{9}\/ask"/)
  expect((await visit.get('/ru/ask?place=315400000')).body).toContain(`href="${at}"`)
  expect((await visit.get('/ru/ask?place=999999999')).status).toBe(404)
  const fields = { ...(await fresh(visit)), words: 'Требую письменный ответ' }
  const doors = await visit.post(at, { ...fields, do: 'formal' })
  expect(doors.body).toMatch(/<textarea id="typed"[^>]*>Требую письменный ответ</)
  expect(doors.body).toContain('href="https://eotinish.kz"')
  const back = await visit.post(at, { ...fields, do: 'edit' })
  expect(back.body).toMatch(/name="words"[^>]*>Требую письменный ответ</)
  expect(await kept('письменный ответ')).toEqual([])
})

test('whatever a text is made of, it is shown as text or refused in words', async () => {
  const visit = visitor()
  for (const [words, shown] of [
    [`'; drop table requests; -- <script>alert(1)</script>`, '&lt;script>alert(1)&lt;/script>'],
    ['Дорога\u202eв сторону\u202c села\u2066 раз\u200bбита', 'Дорогав сторону села разбита'],
    ['Aкимaт не рaбoтaет: лaтиницa внутри', 'лaтиницa внутри'],
    ['12 - 34 ... !!! ?? 56', '!!! ??'],
    ['\ud83d дыра \u0000\u0007в тексте', 'дыра в тексте'],
    ['=HYPERLINK("http://x";"y")', '=HYPERLINK(&quot;http://x&quot;'],
    ['😀'.repeat(10_000), '😀😀😀'],
    [`${'Иван Ян '.repeat(2_499)}Иван Ян`, ''],
  ] as const) {
    const { status, body } = await send(visit, words)
    expect([words.slice(0, 20), [200, 422].includes(status)]).toEqual([words.slice(0, 20), true])
    if (shown) expect([status, body.includes(shown), body.includes('<script>')]).toEqual([200, true, false])
  }
  const megabyte = await send(visit, '😀'.repeat(250_000))
  expect([413, 422]).toContain(megabyte.status)
  expect(megabyte.body).not.toBe('')
})

test('without work a place sends some freely, then more slowly; copies lie in one group', async () => {
  const visit = visitor()
  const fields = await fresh(visit)
  const words = 'Собаки бегают стаями у школы, дети боятся идти на уроки, примите меры'
  const answers: number[] = []
  for (let n = 0; n < 33; n++)
    answers.push(
      (await visit.post(at, { ...fields, key: `copies-of-one-text-${n}`, words, do: 'send' })).status,
    )
  expect(answers).toEqual([...Array(30).fill(200), 429, 429, 429])
  const last = await visit.post(at, { ...fields, key: 'copies-of-one-text-33', words, do: 'send' })
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(last.body).toContain(words)
  await intake.group(office as never)
  const rows = await kept('Собаки бегают стаями')
  expect([rows.length, new Set(rows.map(({ group_id }) => group_id)).size]).toEqual([30, 1])
  expect(rows.every(({ group_id, proven }) => group_id !== null && !proven)).toBe(true)

  // Who has worked for it does not wait for his neighbours.
  expect((await send(visit, words, { proof: await workOf(visit) })).status).toBe(200)
})

test('work counts for one form, and the same form again is no second one', async () => {
  const visit = visitor()
  const proof = await workOf(visit)
  expect(
    (await visit.post(at, { ...(await fresh(visit)), words: 'Крыша', proof, do: 'preview' })).body,
  ).toContain(proof.replaceAll('"', '&quot;'))
  const fields = { ...(await fresh(visit)), proof, do: 'send' }
  for (const words of ['Крыша школы течёт', 'Крыша школы течёт'])
    expect((await visit.post(at, { ...fields, words })).status).toBe(200)
  await send(visit, 'Крыша клуба течёт', { proof })
  await send(visit, 'Крыша бани течёт', { proof: proof.replace(/"counter":\d+/, '"counter":1') })
  expect((await kept('Крыша')).map(({ words, proven }) => [words, proven])).toEqual([
    ['Крыша школы течёт', true],
    ['Крыша клуба течёт', false],
    ['Крыша бани течёт', false],
  ])
})

/** Done as the browser does it, of the challenge that stands in the form. */
async function workOf(visit: Visit): Promise<string> {
  const { body } = await visit.get(at)
  const challenge = /data-challenge="([^"]+)"/.exec(body)![1]!.replaceAll('&quot;', '"')
  const solution = await solveWork(challenge, 10_000, async () => {})
  return JSON.stringify({ challenge: JSON.parse(challenge), solution })
}

test('a request goes to the meeting from whose page it came; when that is over, to an office', async () => {
  const visit = visitor()
  const { rows } = await house.owner.query<{ id: string; day: string }>(
    `select id, day::text from released_meetings where unit = '315430100' order by day`,
  )
  const [past, coming] = [
    rows.find(({ day }) => day < '2026-11-23')!,
    rows.find(({ day }) => day > '2026-11-23')!,
  ]
  const to = `/ru/meetings/${coming.id}/ask`
  const own = /name="office" value="([^"]+)"/.exec((await visit.get(to)).body)![1]!
  const fields = {
    ...(await fresh(visit, to)),
    unit: '315430100',
    office: own,
    words: 'Спрошу о стадионе',
    do: 'send',
  }
  const sent = await visit.post(to, fields)
  expect(sent.status).toBe(200)
  const way = await wayOf(visit, codeIn(sent.body))
  expect(way.body).toContain(`href="/ru/meetings/${coming.id}"`)

  const over = `/ru/meetings/${past.id}/ask`
  const page = await visit.get(over)
  expect(page.body).toContain('уже прошла или не состоится')
  const refused = await visit.post(over, { ...fields, key: 'over-over-over' })
  expect([refused.status, refused.body.includes('Спрошу о стадионе')]).toEqual([409, true])
  expect(refused.body).toContain('action="/ru/places/315430100/ask"')
  expect((await visit.get('/ru/meetings/nothing/ask')).status).toBe(404)
})

test('a minister is asked at his meeting as an akim is', async () => {
  const visit = visitor()
  const { body } = await visit.get('/ru/places/315400000')
  const id = /href="\/ru\/meetings\/([^"]+)">Министерство/.exec(body)![1]!
  const to = `/ru/meetings/${id}/ask`
  const page = await visit.get(to)
  const own = /name="office" value="([^"]+)"/.exec(page.body)![1]!
  const words = 'Когда пустят поезд до нашей станции?'
  for (const step of ['preview', 'send']) {
    const fields = {
      ...(await fresh(visit, to)),
      office: own,
      words,
      elsewhere: 'Меркенский район',
      do: step,
    }
    expect((await visit.post(to, fields)).status).toBe(200)
  }
  expect(await kept('пустят поезд')).toMatchObject([{ unit: '315400000' }])
})

test('a code that is none, or of nothing, is told apart and tells nothing', async () => {
  const visit = visitor()
  const [none, unknown] = [await wayOf(visit, '<b>'), await wayOf(visit, '0000 0000 0000 0000')]
  expect([none.status, unknown.status]).toEqual([422, 422])
  expect(none.body).toContain('В коде 16 знаков')
  expect(none.body).not.toContain('<b>')
  expect(unknown.body).toContain('Такого кода нет')
})

test('the way tells what became of it: an answer, why it was set aside, that somebody else wrote it down', async () => {
  const visit = visitor()
  const code = codeIn((await send(visit, 'Библиотека закрыта с весны')).body)
  const set = (what: string) =>
    house.owner.query(
      `update requests set fate_at = '2026-11-25T05:00Z', group_id = null, ${what}
       where words like 'Библиотека закрыта%'`,
    )
  await intake.idle()
  await set(`fate = 'answered', fate_words = '{"answer": {"kk": "Ашамыз", "ru": "Откроем в марте"}}'`)
  const answered = (await wayOf(visit, code)).body
  for (const words of ['Дан ответ', 'Откроем в марте', '25 ноября']) expect(answered).toContain(words)
  await set(`fate = 'set-aside', fate_words = '{"reason": "not-of-this-office", "note": "Это школа"}'`)
  const aside = (await wayOf(visit, code)).body
  for (const words of ['Не взято в работу', 'решает другой орган', 'Это школа'])
    expect(aside).toContain(words)
  await set(`channel = 'phone', entered_by = 'somebody'`)
  expect((await wayOf(visit, code)).body).toMatch(/внёс сотрудник аппарата: Аким Меркенского района/)
})
