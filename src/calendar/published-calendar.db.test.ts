// What follows a published calendar: its way to the Government, gaps that open in it, sessions that clash with it.
import { expect, test } from 'vitest'
import { demandsOf, dutiesOf, gapsOf, occasionsOf } from '#flows'
import { localDate } from '#kernel'
import { governmentOffice, maslikhatOffice } from '#territory'
import {
  akim,
  asRegion,
  books,
  calendar,
  openPartStories,
  published,
  region,
  revisionOf,
} from '../../test/calendar-parts.ts'
import { act, code, done } from '../../test/stories.ts'
import {
  addEntry,
  calendarWarnings,
  correctCalendar,
  dropEntry,
  forwardCalendars,
  quotaOf,
  receiveCalendar,
} from './index.ts'

const { all, story } = openPartStories()

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
    const duties = await dutiesOf(stores, books.law, governmentOffice, { asOf, horizon: asOf })
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
    const demands = demandsOf(books.law, units, offices, 2027)
    const rows = quotaOf(demands, entries, [])
    const missing = rows.flatMap(({ cells }) => cells.filter((cell) => cell.missing > 0))
    expect(missing.map(({ demand }) => demand.unit)).toEqual([own.unit])

    const command = { region, year: 2027, today, office: akim, entries }
    const [gap, ...rest] = done(await gapsOf(stores, books, command))
    expect(rest).toEqual([])
    expect(gap).toMatchObject({ demand: { unit: own.unit }, date: { day: expect.any(String) } })
    const line = { ...own, ...gap!.date! }
    const added = done(await addEntry(stores, asRegion('2027-01-20'), { ...(await step()), line }))
    // A meeting that was published and left out keeps its id to itself.
    expect(added.id).toBe(`${own.id}-2`)
    const after = await stores.calendars.entries(calendar)
    expect(done(await gapsOf(stores, books, { ...command, entries: after }))).toEqual([])
    const clashes = calendarWarnings(after, books.holidays, today, () => 14, [])
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
    const warned = calendarWarnings(entries, books.holidays, today, () => 0, occasions)
      .filter(({ kind }) => kind === 'maslikhat-session')
      .map(({ meeting }) => meeting)
    expect(warned).toContain(own.id)
    const bound = entries.filter(({ day, office }) => day === own.day && office === akim).map(({ id }) => id)
    expect(warned.toSorted()).toEqual(bound.toSorted())
  }))
