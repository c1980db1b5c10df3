// The parts of a calendar: written, sent and taken; what a region may do with them, and who sees them.
import { describe, expect, test } from 'vitest'
import { type LocalDate, type Result, addDays, localDate } from '#kernel'
import { type OfficeId, type UnitCode, akimOffice, governmentOffice } from '#territory'
import {
  akim,
  asRegion,
  asked,
  calendar,
  lines,
  on,
  openPartStories,
  revisionOf,
  sent,
} from '../../test/calendar-parts.ts'
import { act, code, done } from '../../test/stories.ts'
import {
  addToPart,
  beginPart,
  dropEntry,
  dropFromPart,
  fillParts,
  moveEntry,
  moveInPart,
  returnPart,
  sendCalendar,
  recallPart,
  sendPart,
  takeAlternative,
  takePart,
} from './index.ts'

const { all, below, house, owing, story } = openPartStories()

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
      expect(filled.length).toBe(owing().length - 1)
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

test('a part is changed by lines: added from a gap, left out with a reason', () =>
  story(all(), async (stores) => {
    await asked(stores)
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

describe('the wall', () => {
  test('the database itself keeps an akim from two places at once and a meeting in its year', async () => {
    const broken = (change: object) =>
      story([akim, ...owing()], async (stores) => {
        await asked(stores)
        const entries = await stores.calendars.entries(calendar)
        await stores.calendars.addEntries([{ ...entries[0]!, id: 'm-forged' as never, ...change }])
      })
    await expect(broken({})).rejects.toThrow(/an_akim_is_in_one_place_at_once/)
    await expect(broken({ day: localDate('2028-02-01') })).rejects.toThrow(
      /a_meeting_is_in_the_year_of_its_period/,
    )
  })

  test('a text that was not sent up is seen by its own office alone', async () => {
    // Kept, and the last to write of this year: another transaction must see it.
    const committed = await house().storage.transaction(
      { person: 'test', offices: [akim, ...owing()] },
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
      house().storage.readOffice({ person: 'test', offices: [office] }, async (stores) => ({
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
    const written = house().storage.transaction({ person: 'test', offices: [akim] }, async (stores) => {
      const entries = await stores.parts.entries(calendar, sentUp)
      await stores.parts.addEntries([
        { ...entries[0]!, id: 'm-forged' as never, day: localDate('2027-12-27') },
      ])
      return { ok: true as const, value: null }
    })
    await expect(written).rejects.toThrow(/row-level security/)
  })
})
