// Who holds the receipt sees who asked to open what he wrote, has it erased, and takes his request back.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desks, openDesks } from '../../../../test/web/desks.ts'
import { unsound } from '../../../../test/web/read-page.ts'
import { Visit } from '../../../../test/web/visit.ts'

const at = '/kk/places/315400000/ask'
let desks: Desks
let visit: Visit
beforeAll(async () => {
  desks = await openDesks('2026-11-23T05:00:00.000Z')
  visit = new Visit(desks.app, 'https://kezdesu.example')
})
afterAll(() => desks?.house.close())

async function sent(words: string): Promise<{ code: string; id: string }> {
  const fields = {
    office: 'akim.315400000',
    unit: '315400000',
    elsewhere: '',
    contact: '',
    ...(await visit.hidden(at, at)),
    words,
  }
  const { body } = await visit.post(at, { ...fields, do: 'send' })
  const { rows } = await desks.house.owner.query(`select id from requests order by seq desc limit 1`)
  return { code: /id="receipt-code"[^>]*>([^<]+)</.exec(body)![1]!, id: rows[0].id }
}
const page = async (code: string, deed?: string) =>
  visit.post('/kk/receipt', {
    ...(await visit.hidden('/kk/receipt', '/kk/receipt')),
    code,
    ...(deed ? { do: deed } : {}),
  })

test('an unsealing stands on the page of the receipt with its purpose; erasing leaves nothing to open', async () => {
  const { code, id } = await sent('Су жоқ, хабарласыңыз: 8 701 123 45 67')
  expect((await page(code)).body).toContain('Әзірге оны ешкім ашуды сұраған жоқ.')
  await desks.house.owner.query(
    `insert into request_unsealings (id, request, office, purpose, asked_by, asked_at)
     select 'u-1', id, office, 'call-back', 'somebody', '2026-11-23T05:00:00Z' from requests where id = $1`,
    [id],
  )
  const seen = await page(code)
  expect([seen.status, unsound(seen.body)]).toEqual([200, []])
  expect(seen.body).toContain('Себебі: Тұрғынға хабарласып, жауап беру.')
  expect(seen.body).not.toContain('somebody')
  const erased = await page(code, 'erase')
  expect([erased.status, erased.body.includes('Жасырылған деректер өшірілді.')]).toEqual([200, true])
  expect(erased.body).not.toContain('value="erase"')
  const { rowCount } = await desks.house.owner.query(
    'select from seal.request_originals where request = $1',
    [id],
  )
  expect(rowCount).toBe(0)
  const facts = await desks.house.owner.query('select type from journal where subject = $1 order by seq', [
    id,
  ])
  expect(facts.rows.map(({ type }) => type)).toEqual(['request-received', 'original-erased'])
})

test('a request is taken back once; what was answered is not', async () => {
  const { code, id } = await sent('Жолды жөндеңіз')
  const taken = await page(code, 'withdraw')
  expect([taken.status, unsound(taken.body)]).toEqual([200, []])
  expect(taken.body).toContain('Жазғаныңыз қайтарып алынды.')
  for (const hope of ['Әлі ешбір топқа', 'әлі бекітілген жоқ', 'Шыққанда осында'])
    expect(taken.body).not.toContain(hope)
  expect((await page(code, 'withdraw')).status).toBe(200)
  const answered = await sent('Көпір керек')
  await desks.house.owner.query(
    `update requests set fate = 'answered', group_id = null, fate_words = '{"answer": {"kk": "Иә", "ru": "Да"}}', fate_at = now()
     where id = $1`,
    [answered.id],
  )
  expect((await page(answered.code, 'withdraw')).status).toBe(409)
  expect((await page('0000 0000 0000 0000', 'withdraw')).status).toBe(422)
  const { rows } = await desks.house.owner.query(
    'select fate from requests where id = any($1) order by seq',
    [[id, answered.id]],
  )
  expect(rows.map(({ fate }) => fate)).toEqual(['withdrawn', 'answered'])
})
