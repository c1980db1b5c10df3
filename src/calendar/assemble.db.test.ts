import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Stores,
  demandsOf,
  dutiesOf,
  gapsOf,
  occasionsOf,
  proposeCalendar,
  proposedLines,
  publish,
} from '#flows'
import { type Instant, type LocalDate, type Result, addDays, localDate } from '#kernel'
import { meetingOf, writeNotice } from '#meetings'
import type { Actor, PersonId, Role } from '#people'
import { type OfficeId, type UnitCode, akimOffice, governmentOffice, maslikhatOffice } from '#territory'
import { type Demonstration, chance, demonstrationAt } from '../../test/demonstration.ts'
import {
  type Act,
  type CalendarId,
  type OnPart,
  addEntry,
  addToPart,
  answerCalendar,
  approveCalendar,
  beginPart,
  calendarWarnings,
  correctCalendar,
  dropEntry,
  dropFromPart,
  fillParts,
  forwardCalendars,
  giveUpCorrection,
  moveEntry,
  moveInPart,
  quotaOf,
  receiveCalendar,
  releaseDiff,
  returnPart,
  sendCalendar,
  recallPart,
  sendPart,
  submitCalendar,
  takeAlternative,
  takePart,
} from './index.ts'

const region = '310000000' as UnitCode
const calendar = `calendar.${region}.2027` as CalendarId
const akim = akimOffice(region)
let house: Demonstration
let owing: OfficeId[]
beforeAll(async () => {
  house = await demonstrationAt('2026-11-23T05:00:00.000Z')
  await story([akim], async (stores) => {
    owing = (await asked(stores)).map(({ office }) => office)
  })
})
afterAll(() => house?.close())

const act = (office: OfficeId, role: Role, day: string, person = `${role} of ${office}`): Act => {
  const grant = { person: person as PersonId, office, role, from: localDate('2020-01-01'), to: null }
  const at = `${day}T05:00:00.000Z` as Instant
  const actor: Actor = { person: { id: person as PersonId, name: person }, grants: [grant], signedInAt: at }
  return { actor, at, today: day as LocalDate, asserted: false, ...chance }
}
const asRegion = (day: string) => act(akim, 'author', day)

/** What happens in the story is forgotten at its end. */
async function story<T>(offices: readonly OfficeId[], verb: (stores: Stores) => Promise<T>): Promise<T> {
  let seen: T | undefined
  await house.storage.transaction({ person: 'test', offices }, async (stores) => {
    seen = await verb(stores)
    return { ok: false as const, refusal: 'rolled back' }
  })
  return seen as T
}

const all = () => [akim, maslikhatOffice(region), governmentOffice, ...owing]

async function asked(stores: Stores) {
  done(
    await proposeCalendar(stores, house.books, asRegion('2026-12-01'), {
      region,
      year: 2027,
      answerBy: localDate('2026-12-20'),
      demonstration: true,
    }),
  )
  return stores.parts.ofCalendar(calendar)
}

function done<T>(result: Result<T, { code: string }>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const code = (result: Result<unknown, { code: string }>) => (result.ok ? 'done' : result.refusal.code)

const on = async (stores: Stores, office: OfficeId): Promise<OnPart> => ({
  calendar,
  office,
  revision: (await stores.parts.find(calendar, office))!.revision,
})
const lines = async (stores: Stores, day: string) =>
  done(await proposedLines(stores, house.books, { region, year: 2027, today: day as LocalDate }))

/** The office writes the planner's dates and sends them. */
async function sent(stores: Stores, office: OfficeId) {
  const author = act(office, 'author', '2026-12-05')
  const proposal = await lines(stores, '2026-12-05')
  done(await beginPart(stores, author, { ...(await on(stores, office)), proposal }))
  return done(await sendPart(stores, author, await on(stores, office)))
}

const revisionOf = async (stores: Stores) => (await stores.calendars.find(calendar))!.revision

/** The whole year on its way: two parts taken, the others filled, published and submitted. */
async function published(stores: Stores) {
  await asked(stores)
  for (const office of below().slice(0, 2)) {
    await sent(stores, office)
    done(await takePart(stores, asRegion('2026-12-08'), await on(stores, office)))
  }
  const filled = { calendar, revision: await revisionOf(stores), proposal: await lines(stores, '2026-12-21') }
  done(await fillParts(stores, asRegion('2026-12-21'), filled))
  await toRelease(stores, '2026-12-22')
  const revision = await revisionOf(stores)
  done(await submitCalendar(stores, asRegion('2026-12-23'), { calendar, revision, number: '5' }))
}

async function toRelease(stores: Stores, day: string) {
  const step = async () => ({ calendar, revision: await revisionOf(stores), number: '1-05/7' })
  done(await sendCalendar(stores, asRegion(day), await step()))
  const secretary = act(maslikhatOffice(region), 'maslikhat-secretary', day)
  done(await answerCalendar(stores, secretary, { ...(await step()), part: 'notification' }))
  done(await approveCalendar(stores, act(akim, 'signer', day), await step()))
  return done(await publish(stores, act(akim, 'signer', day), await step()))
}

const below = () => owing.filter((office) => office !== akim)

describe('parts of a calendar', () => {
  test('every office that owes a meeting is asked; the region has its own part filled', () =>
    story(all(), async (stores) => {
      const parts = await asked(stores)
      expect(parts.length).toBeGreaterThanOrEqual(12)
      expect(parts.filter(({ state }) => state === 'planned').map(({ office }) => office)).toEqual([akim])
      const entries = await stores.calendars.entries(calendar)
      expect(new Set(entries.map(({ office }) => office))).toEqual(new Set([akim]))
    }))

  test('a part is written, sent, given back with a reason, sent again and taken word for word', () =>
    story(all(), async (stores) => {
      await asked(stores)
      const [office] = below() as [OfficeId]
      const author = act(office, 'author', '2026-12-05')
      expect(code(await sendPart(stores, author, await on(stores, office)))).toBe('part-empty')
      await sent(stores, office)
      const [line] = await stores.parts.entries(calendar, office)
      const move = { meeting: line!.id, day: addDays(line!.day, 1), start: '11:00', reason: 'мектеп' }
      expect(code(await moveInPart(stores, author, { ...(await on(stores, office)), ...move }))).toBe(
        'part-state',
      )
      const back = { ...(await on(stores, office)), reason: 'наурызда екі кездесу' }
      expect(done(await returnPart(stores, asRegion('2026-12-07'), back))).toMatchObject({
        state: 'returned',
        reason: 'наурызда екі кездесу',
      })
      done(await moveInPart(stores, author, { ...(await on(stores, office)), ...move }))
      done(await sendPart(stores, author, await on(stores, office)))
      done(await takePart(stores, asRegion('2026-12-08'), await on(stores, office)))
      const own = (await stores.calendars.entries(calendar)).filter((entry) => entry.office === office)
      expect(own).toEqual(await stores.parts.entries(calendar, office))
      expect(own.find(({ id }) => id === line!.id)?.day).toBe(move.day)
    }))

  test('an office takes a sent part back, and no more once the region has taken it', () =>
    story(all(), async (stores) => {
      await asked(stores)
      const [office] = below() as [OfficeId]
      const author = act(office, 'author', '2026-12-05')
      await sent(stores, office)
      expect(code(await recallPart(stores, asRegion('2026-12-06'), await on(stores, office)))).toBe(
        'not-allowed',
      )
      expect(done(await recallPart(stores, author, await on(stores, office)))).toMatchObject({
        state: 'asked',
        sentAt: null,
      })
      done(await sendPart(stores, author, await on(stores, office)))
      done(await takePart(stores, asRegion('2026-12-08'), await on(stores, office)))
      expect(code(await recallPart(stores, author, await on(stores, office)))).toBe('part-state')
    }))

  test('the region does not write in a text that an office sent; it does in what the planner filled', () =>
    story(all(), async (stores) => {
      await asked(stores)
      const [office] = below() as [OfficeId]
      await sent(stores, office)
      done(await takePart(stores, asRegion('2026-12-08'), await on(stores, office)))
      const entries = await stores.calendars.entries(calendar)
      const change = async (of: OfficeId) => ({
        calendar,
        revision: await revisionOf(stores),
        meeting: entries.find((entry) => entry.office === of)!.id,
        day: localDate('2027-06-03'),
        start: '17:00',
        reason: 'why',
      })
      expect(code(await moveEntry(stores, asRegion('2026-12-09'), await change(office)))).toBe(
        'not-your-text',
      )
      expect(code(await dropEntry(stores, asRegion('2026-12-09'), await change(office)))).toBe(
        'not-your-text',
      )
      const alternative = {
        calendar,
        revision: await revisionOf(stores),
        way: 'least-travel' as const,
        only: office,
        entries: entries
          .filter((entry) => entry.office === office)
          .map((entry) => ({ ...entry, start: '17:00' })),
        changes: [],
      }
      expect(code(await takeAlternative(stores, asRegion('2026-12-09'), alternative))).toBe('not-your-text')
      expect(code(await moveEntry(stores, asRegion('2026-12-09'), await change(akim)))).toBe('done')
    }))

  test('nothing reaches beside: another office and a region may not write, another region may not take', () =>
    story(all(), async (stores) => {
      await asked(stores)
      const [office, other] = below() as [OfficeId, OfficeId]
      await sent(stores, office)
      const key = await on(stores, office)
      expect(code(await sendPart(stores, act(other, 'author', '2026-12-05'), key))).toBe('not-allowed')
      expect(code(await beginPart(stores, asRegion('2026-12-05'), { ...key, proposal: [] }))).toBe(
        'not-allowed',
      )
      const beside = act(akimOffice('350000000' as UnitCode), 'author', '2026-12-05')
      expect(code(await takePart(stores, beside, key))).toBe('not-allowed')
    }))

  test('the silent are filled after the day they were asked for, and not before; then the draft may go', () =>
    story(all(), async (stores) => {
      await asked(stores)
      const proposal = await lines(stores, '2026-12-20')
      const fill = { calendar, revision: 1, proposal }
      expect(code(await sendCalendar(stores, asRegion('2026-12-20'), { ...fill, number: '1' }))).toBe(
        'parts-open',
      )
      expect(code(await fillParts(stores, asRegion('2026-12-20'), fill))).toBe('answer-day')
      const filled = done(await fillParts(stores, asRegion('2026-12-21'), fill))
      expect(filled.length).toBe(owing.length - 1)
      expect((await stores.calendars.entries(calendar)).length).toBe(proposal.length)
      expect(
        code(await sendCalendar(stores, asRegion('2026-12-21'), { calendar, revision: 2, number: '1' })),
      ).toBe('done')
    }))

  test('of two officers at one part the second is told, and nothing of the first is lost', () =>
    story(all(), async (stores) => {
      await asked(stores)
      const [office] = below() as [OfficeId]
      const proposal = await lines(stores, '2026-12-05')
      const author = act(office, 'author', '2026-12-05')
      done(await beginPart(stores, author, { ...(await on(stores, office)), proposal }))
      const seen = await on(stores, office)
      const [line] = await stores.parts.entries(calendar, office)
      const first = { ...seen, meeting: line!.id, day: line!.day, start: '16:30', reason: 'бірінші' }
      done(await moveInPart(stores, author, first))
      const second = act(office, 'author', '2026-12-05', 'another author')
      expect(await moveInPart(stores, second, { ...first, start: '12:00', reason: 'екінші' })).toEqual({
        ok: false,
        refusal: { code: 'changed-meanwhile', revision: seen.revision + 1 },
      })
      const now = await stores.parts.entries(calendar, office)
      expect(now.find(({ id }) => id === line!.id)).toMatchObject({ start: '16:30', moveReason: 'бірінші' })
    }))

  test('who wrote a part that was taken may not approve the calendar', () =>
    story(all(), async (stores) => {
      await asked(stores)
      const [office] = below() as [OfficeId]
      await sent(stores, office)
      done(await takePart(stores, asRegion('2026-12-08'), await on(stores, office)))
      const { editors } = (await stores.calendars.find(calendar))!
      expect(editors).toContain(`author of ${office}`)
    }))

  test('days that are over or outside the year, and two places at once, are refused', () =>
    story(all(), async (stores) => {
      await asked(stores)
      const [office] = below() as [OfficeId]
      const author = act(office, 'author', '2027-01-03')
      const proposal = await lines(stores, '2026-12-05')
      done(await beginPart(stores, author, { ...(await on(stores, office)), proposal }))
      const [one, two] = await stores.parts.entries(calendar, office)
      const to = async (day: string, start = '10:00') =>
        code(
          await moveInPart(stores, author, {
            ...(await on(stores, office)),
            meeting: one!.id,
            day: day as LocalDate,
            start,
            reason: 'why',
          }),
        )
      expect(await to('2028-01-01')).toBe('outside-the-year')
      expect(await to('2027-01-02')).toBe('day-over')
      expect(await to(two!.day, two!.start)).toBe('akim-elsewhere')
    }))
})

describe('a correction', () => {
  test('is a new release with its reason, the paper and the diff; the old one stays; verdicts follow', () =>
    story(all(), async (stores) => {
      await published(stores)
      const opened = { calendar, revision: await revisionOf(stores), reason: 'жол жөндеу' }
      const { correction } = done(await correctCalendar(stores, asRegion('2027-02-01'), opened))
      // The planner filled the part of this office, so its lines are the region's to correct.
      const filled = below().at(-1)
      const own = (await stores.calendars.entries(calendar)).filter((entry) => entry.office === filled)
      const [moved, dropped] = own as [(typeof own)[0], (typeof own)[0]]
      const step = async () => ({ calendar, revision: await revisionOf(stores), reason: 'жол жөндеу' })
      const day = addDays(moved.day, 14)
      // Its office has begun to write the announcement: the new date reaches it all the same.
      const text = { kk: 'Клубқа келіңіздер', ru: 'Приходите в клуб' }
      const words = { meeting: moved.id, revision: 0, text, sayTheSame: true }
      done(await writeNotice(stores, act(moved.office, 'author', '2027-02-01'), words))
      done(
        await moveEntry(stores, asRegion('2027-02-01'), {
          ...(await step()),
          meeting: moved.id,
          day,
          start: '15:00',
        }),
      )
      done(await dropEntry(stores, asRegion('2027-02-01'), { ...(await step()), meeting: dropped.id }))
      // What is public does not move before the correction is published.
      expect((await stores.calendars.newestRelease(region, 2027))?.number).toBe(1)

      await toRelease(stores, '2027-02-03')
      const [first, second] = await stores.calendars.releases(calendar)
      const diff = releaseDiff(first!.content, second!.content)
      expect(diff.moved.map(({ from, to }) => [from.id, from.day, to.day])).toEqual([
        [moved.id, moved.day, day],
      ])
      expect(diff.dropped.map(({ id }) => id)).toEqual([dropped.id])
      expect(diff.added).toEqual([])
      expect(second!.content.correction).toMatchObject({
        reason: 'жол жөндеу',
        paper: { part: 'notification', number: '1-05/7', day: '2027-02-03' },
      })
      const status = async (id: string) =>
        (await stores.journal.entries({ subject: id, types: ['meeting'] })).at(-1)?.payload
      expect(await status(moved.id)).toMatchObject({ status: 'planned', day })
      expect(await status(dropped.id)).toMatchObject({ status: 'cancelled' })
      expect(await meetingOf(stores.meetings, moved.id)).toMatchObject({ day, start: '15:00', notice: text })
      const asOf = localDate('2027-02-04')
      const duties = await dutiesOf(stores, house.books.law, akim, { asOf, horizon: asOf })
      expect(
        duties?.verdicts.find(
          ({ norm, subject }) => norm === 'A826E2-2.1.cor.l' && subject === correction!.id,
        ),
      ).toMatchObject({ verdict: 'met' })
    }))

  test('that is given up leaves the year as it was published', () =>
    story(all(), async (stores) => {
      await published(stores)
      const before = await stores.calendars.entries(calendar)
      const step = async () => ({ calendar, revision: await revisionOf(stores), reason: 'r' })
      done(await correctCalendar(stores, asRegion('2027-02-01'), await step()))
      const own = before.find((entry) => entry.office === akim)!
      done(await dropEntry(stores, asRegion('2027-02-01'), { ...(await step()), meeting: own.id }))
      done(await giveUpCorrection(stores, asRegion('2027-02-01'), await step()))
      expect(await stores.calendars.entries(calendar)).toEqual(before)
      expect(await stores.calendars.find(calendar)).toMatchObject({ state: 'published', correction: null })
    }))

  test('that changes nothing does not go to the maslikhat', () =>
    story(all(), async (stores) => {
      await published(stores)
      const step = async () => ({ calendar, revision: await revisionOf(stores), reason: 'r', number: '1' })
      done(await correctCalendar(stores, asRegion('2027-02-01'), await step()))
      expect(code(await sendCalendar(stores, asRegion('2027-02-01'), await step()))).toBe('correction-empty')
    }))

  test('leaves an announced meeting to its own office', () =>
    story(all(), async (stores) => {
      await published(stores)
      const own = (await stores.calendars.entries(calendar)).find((entry) => entry.office === akim)!
      const told = {
        asserted: false,
        actor: null,
        corrects: null,
        salt: chance.newSalt(),
        office: akim,
        subject: own.id,
      }
      await stores.journal.append([
        {
          ...told,
          id: chance.newId() as never,
          type: 'notice-published',
          at: '2027-01-20T05:00:00.000Z' as Instant,
          payload: { meeting: own.id, channel: 'official-site' },
        },
      ])
      const step = async () => ({
        calendar,
        revision: await revisionOf(stores),
        reason: 'r',
        meeting: own.id,
      })
      done(await correctCalendar(stores, asRegion('2027-02-01'), await step()))
      expect(code(await dropEntry(stores, asRegion('2027-02-01'), await step()))).toBe('announced')
      const to = { ...(await step()), day: addDays(own.day, 1), start: '10:00' }
      expect(code(await moveEntry(stores, asRegion('2027-02-01'), to))).toBe('announced')
    }))

  test('does not touch a meeting whose day is over', () =>
    story(all(), async (stores) => {
      await published(stores)
      const step = async () => ({ calendar, revision: await revisionOf(stores), reason: 'r' })
      done(await correctCalendar(stores, asRegion('2027-12-30'), await step()))
      const own = (await stores.calendars.entries(calendar)).find((entry) => entry.office === akim)!
      expect(
        code(await dropEntry(stores, asRegion('2027-12-30'), { ...(await step()), meeting: own.id })),
      ).toBe('meeting-over')
    }))
})

test('the Government receives what was submitted, once, and presents it to the Administration', () =>
  story(all(), async (stores) => {
    await published(stores)
    const office = act(governmentOffice, 'author', '2027-01-18')
    expect(code(await forwardCalendars(stores, office, { year: 2027, number: '9' }))).toBe('not-received')
    expect(code(await receiveCalendar(stores, asRegion('2027-01-18'), { calendar, number: '7' }))).toBe(
      'not-allowed',
    )
    done(await receiveCalendar(stores, office, { calendar, number: '7' }))
    expect(code(await receiveCalendar(stores, office, { calendar, number: '8' }))).toBe('already-received')
    done(await forwardCalendars(stores, office, { year: 2027, number: '9' }))
    const asOf = localDate('2027-01-20')
    const duties = await dutiesOf(stores, house.books.law, governmentOffice, { asOf, horizon: asOf })
    expect(
      duties?.verdicts.find(({ norm, period }) => norm === 'A826-5.1' && period === '2027')?.verdict,
    ).toBe('met')
  }))

test('a gap is counted in the matrix and closed by the planner beside everything that stands', () =>
  story(all(), async (stores) => {
    await published(stores)
    const step = async () => ({ calendar, revision: await revisionOf(stores), reason: 'r' })
    done(await correctCalendar(stores, asRegion('2027-01-20'), await step()))
    const own = (await stores.calendars.entries(calendar)).find((entry) => entry.office === akim)!
    done(await dropEntry(stores, asRegion('2027-01-20'), { ...(await step()), meeting: own.id }))
    const entries = await stores.calendars.entries(calendar)
    const today = localDate('2027-01-20')
    const units = await stores.territory.subtree(region, today)
    const offices = await stores.territory.officesBelow(region, today)
    const demands = demandsOf(house.books.law, units, offices, 2027)
    const rows = quotaOf(demands, entries, [])
    const missing = rows.flatMap(({ cells }) => cells.filter((cell) => cell.missing > 0))
    expect(missing.map(({ demand }) => demand.unit)).toEqual([own.unit])

    const command = { region, year: 2027, today, office: akim, entries }
    const [gap, ...rest] = done(await gapsOf(stores, house.books, command))
    expect(rest).toEqual([])
    expect(gap).toMatchObject({ demand: { unit: own.unit }, date: { day: expect.any(String) } })
    const line = { ...own, ...gap!.date! }
    const added = done(await addEntry(stores, asRegion('2027-01-20'), { ...(await step()), line }))
    // A meeting that was published and left out keeps its id to itself.
    expect(added.id).toBe(`${own.id}-2`)
    const after = await stores.calendars.entries(calendar)
    expect(done(await gapsOf(stores, house.books, { ...command, entries: after }))).toEqual([])
    const clashes = calendarWarnings(after, house.books.holidays, today, () => 14, [])
    expect(clashes.filter(({ meeting }) => meeting === added.id)).toEqual([])
  }))

test('sessions of a maslikhat are clashes for the akims and places of its unit', () =>
  story(all(), async (stores) => {
    await published(stores)
    const entries = await stores.calendars.entries(calendar)
    const own = entries.find((entry) => entry.office === akim)!
    await stores.calendars.addSession({ office: maslikhatOffice(region), unit: region, day: own.day })
    const today = localDate('2026-12-24')
    const occasions = await occasionsOf(stores, await stores.territory.subtree(region, today), 2027)
    const warned = calendarWarnings(entries, house.books.holidays, today, () => 0, occasions)
      .filter(({ kind }) => kind === 'maslikhat-session')
      .map(({ meeting }) => meeting)
    expect(warned).toContain(own.id)
    const bound = entries.filter(({ day, office }) => day === own.day && office === akim).map(({ id }) => id)
    expect(warned.toSorted()).toEqual(bound.toSorted())
  }))

describe('the wall', () => {
  test('a text that was not sent up is seen by its own office alone', async () => {
    const committed = await house.storage.transaction(
      { person: 'test', offices: [akim, ...owing] },
      async (stores) => {
        await asked(stores)
        const [mine, sentUp] = below() as [OfficeId, OfficeId]
        const proposal = await lines(stores, '2026-12-05')
        done(
          await beginPart(stores, act(mine, 'author', '2026-12-05'), {
            ...(await on(stores, mine)),
            proposal,
          }),
        )
        await sent(stores, sentUp)
        return { ok: true as const, value: { mine, sentUp } }
      },
    )
    const { mine, sentUp } = done(committed as Result<{ mine: OfficeId; sentUp: OfficeId }, { code: string }>)
    const sees = (office: OfficeId, part: OfficeId) =>
      house.storage.readOffice({ person: 'test', offices: [office] }, async (stores) => ({
        text: (await stores.parts.entries(calendar, part)).length > 0,
        calendar: (await stores.calendars.find(calendar)) !== null,
        draft: new Set((await stores.calendars.entries(calendar)).map((entry) => entry.office)),
      }))
    expect(await sees(mine, mine)).toEqual({ text: true, calendar: true, draft: new Set() })
    expect(await sees(akim, mine)).toEqual({ text: false, calendar: true, draft: new Set([akim]) })
    expect(await sees(akim, sentUp)).toMatchObject({ text: true })
    expect(await sees(sentUp, mine)).toMatchObject({ text: false })
    expect(await sees(governmentOffice, sentUp)).toEqual({ text: false, calendar: false, draft: new Set() })

    // A region that forgot every rule still cannot write in an office's own text.
    const written = house.storage.transaction({ person: 'test', offices: [akim] }, async (stores) => {
      const entries = await stores.parts.entries(calendar, sentUp)
      await stores.parts.addEntries([
        { ...entries[0]!, id: 'm-forged' as never, day: localDate('2027-12-27') },
      ])
      return { ok: true as const, value: null }
    })
    await expect(written).rejects.toThrow(/row-level security/)
  })

  test('the database itself keeps an akim from two places at once and a meeting in its year', async () => {
    const broken = (change: object) =>
      story([akim, ...owing], async (stores) => {
        const entries = await stores.calendars.entries(calendar)
        await stores.calendars.addEntries([{ ...entries[0]!, id: 'm-forged' as never, ...change }])
      })
    await expect(broken({})).rejects.toThrow(/an_akim_is_in_one_place_at_once/)
    await expect(broken({ day: localDate('2028-02-01') })).rejects.toThrow(
      /a_meeting_is_in_the_year_of_its_period/,
    )
  })
})

test('a part is changed by lines: added from a gap, left out with a reason', () =>
  story([akim, ...owing], async (stores) => {
    const [, , office] = below() as [OfficeId, OfficeId, OfficeId]
    const author = act(office, 'author', '2026-12-05')
    const proposal = await lines(stores, '2026-12-05')
    done(await beginPart(stores, author, { ...(await on(stores, office)), proposal }))
    const [line] = await stores.parts.entries(calendar, office)
    const key = await on(stores, office)
    done(await dropFromPart(stores, author, { ...key, meeting: line!.id, reason: 'r' }))
    expect(
      code(
        await addToPart(stores, author, { ...(await on(stores, office)), line: { ...line!, office: akim } }),
      ),
    ).toBe('not-your-text')
    done(await addToPart(stores, author, { ...(await on(stores, office)), line: line! }))
    expect((await stores.parts.entries(calendar, office)).map(({ id }) => id)).toContain(line!.id)
  }))
