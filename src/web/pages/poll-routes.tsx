// A poll on dates, and the votes that residents cast without an account.
import { type Context, Hono } from 'hono'
import type { Stores } from '#flows'
import type { Instant } from '#kernel'
import { type PollId, castVote } from '#meetings'
import { parseReceiptCode, parseRequestKey, receiptCodeOf } from '#receipts'
import { localDay } from '#territory'
import { addresses } from '../address.ts'
import type { Assets } from '../assets.ts'
import { isName } from '../asked.ts'
import { formToken } from '../csrf.ts'
import type { WebHouse } from '../house.ts'
import { newRequestKey } from '../office/deed-form.tsx'
import { type Status, bodyOf, deviceOf, listOf, residents, textOf } from './by-resident.tsx'
import { PollPage, type PollReading } from './poll.tsx'

export function pollRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const { hereFor, show, send } = residents(house, assets)

  const page = (
    c: Context,
    id: string,
    typed: { choice: readonly number[]; code: string },
    wrong: { field: 'choice' | 'code'; words: string } | null,
    status: Status,
  ) =>
    show(
      c,
      (stores) => readPoll(stores, id, house.clock()),
      (reading, here) => (
        <PollPage
          {...reading}
          {...{ here, typed, wrong }}
          at={house.clock()}
          csrf={formToken(c)}
          formKey={newRequestKey()}
        />
      ),
      status,
    )

  routes.get('/polls/:id', (c) => page(c, c.req.param('id'), { choice: [], code: '' }, null, 200))

  routes.post('/polls/:id', async (c) => {
    const here = await hereFor(c)
    const say = here.words.demands.refused
    const id = c.req.param('id') as PollId
    const body = await bodyOf(c)
    const choice = listOf(body['option']).flatMap((text) => (/^\d$/.test(text) ? [Number(text)] : []))
    const code = textOf(body['code'])
    const key = parseRequestKey(body['key'])
    const back = (field: 'choice' | 'code', words: string, status: Status) =>
      page(c, id, { choice, code }, { field, words }, status)
    if (!isName(id) || !key) return back('choice', say.form, 422)
    const given = code === '' ? null : parseReceiptCode(code)
    if (given === undefined) return back('code', say['no-such-code'], 422)
    return send(c, here, {
      budget: 'vote',
      thing: id,
      code: given ?? receiptCodeOf(key),
      verb: (stores, hash) =>
        castVote(stores, {
          poll: id,
          choice,
          code: hash,
          device: given ? null : deviceOf(c, id),
          at: house.clock(),
        }),
      taken: given ? 'replaced' : 'voted',
      to: addresses[here.language].poll(id),
      fresh: !given,
      back: (words, status, why) =>
        back(why === 'no-such-code' || why === 'device-has-voted' ? 'code' : 'choice', words, status),
    })
  })

  return routes
}

async function readPoll(stores: Stores, id: string, at: Instant): Promise<PollReading | null> {
  const poll = isName(id) ? await stores.polls.find(id as PollId) : null
  const office = poll && (await stores.readings.office(poll.office))
  if (!poll || !office) return null
  const lineage = await stores.readings.lineage(poll.unit, localDay(at, poll.unit))
  return lineage.length === 0 ? null : { poll, office, lineage, tally: await stores.polls.tally(poll) }
}
