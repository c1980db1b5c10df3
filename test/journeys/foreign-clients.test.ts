// Calendars of others subscribe to an office: vdirsyncer fetches the feed over HTTP, khal shows what came, and a meeting
// that is moved and one that is cancelled are seen there as they are seen here.
import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LocalDate, addDays } from '#kernel'
import type { Product } from '../product.ts'
import { usedProduct } from '../used-product.ts'
import { HttpVisit } from './http-visit.ts'

const has = (program: string) => spawnSync(program, ['--version']).status === 0
const office = 'akim.315400000'

describe.skipIf(!has('khal') || !has('vdirsyncer'))(
  'khal and vdirsyncer follow an office (skipped where they are not installed)',
  () => {
    let house: Product
    let client: ReturnType<typeof subscriber>
    beforeAll(async () => {
      house = await usedProduct()
      client = subscriber(`${house.url}/feeds/offices/${office}.ics?lang=ru`)
    })
    afterAll(async () => {
      client?.close()
      await house?.close()
    })

    test('moved and cancelled meetings', { timeout: 120_000 }, async () => {
      const [author, signer] = [new HttpVisit(house.url), new HttpVisit(house.url)]
      await author.signIn('district', passwordOf(house, 'district'))
      await signer.signIn('district-signer', passwordOf(house, 'district-signer'))
      const meeting = await meetingAhead(author)
      await client.sync()
      const planned = client.event(meeting)
      expect(planned.status).toBe('CONFIRMED')
      expect(await client.shown(planned.day, meeting)).toContain(planned.start)

      const to = addDays(planned.day, -1)
      await change(author, signer, meeting, 'move', { day: to, start: '09:30' })
      await client.sync()
      const moved = client.event(meeting)
      expect(moved).toMatchObject({ day: to, start: '09:30', status: 'CONFIRMED' })
      expect(moved.sequence).toBeGreaterThan(planned.sequence)
      expect(await client.shown(to, meeting)).toContain('09:30')
      expect(await client.shown(planned.day, meeting)).toBeUndefined()

      await change(author, signer, meeting, 'cancel', {})
      await client.sync()
      const cancelled = client.event(meeting)
      expect(cancelled).toMatchObject({ day: to, status: 'CANCELLED' })
      expect(cancelled.sequence).toBeGreaterThan(moved.sequence)
      expect(await client.shown(to, meeting)).toContain('CANCELLED')
    })
  },
)

const passwordOf = (house: Product, login: string) =>
  house.accounts.find((account) => account.login === login)!.password

/** A meeting that nobody has written of yet, the last of them: it is not too near to be moved. */
async function meetingAhead(author: HttpVisit): Promise<string> {
  const { body } = await author.get(`/ru/office/${office}/meetings`)
  const rows = body.split('<li').filter((row) => row.includes('объявление не написано'))
  return rows.flatMap((row) => /\/meetings\/(m[^"/?]+)"/.exec(row)?.[1] ?? []).at(-1)!
}

/** Written down by one, signed by the other, through the forms of the office. */
async function change(
  author: HttpVisit,
  signer: HttpVisit,
  meeting: string,
  kind: 'move' | 'cancel',
  to: { day?: LocalDate; start?: string },
) {
  const page = `/ru/office/${office}/meetings/${meeting}`
  const wish = { 'reason.kk': 'Мектеп жөндеуде', 'reason.ru': 'Школа на ремонте', ...to }
  expect((await author.fill(`${page}/${kind}`, `${page}/${kind}`, wish)).status).toBe(303)
  expect((await signer.fill(page, `${page}/sign-change`, {})).status).toBe(303)
}

/** Somebody's own calendar: a folder that vdirsyncer keeps beside the feed and khal reads. */
function subscriber(feed: string) {
  const home = mkdtempSync(join(tmpdir(), 'kezdesu-client-'))
  const [events, sync, khal] = ['events', 'vdirsyncer.conf', 'khal.conf'].map((name) => join(home, name))
  mkdirSync(events!)
  writeFileSync(
    sync!,
    [
      '[general]',
      `status_path = "${home}/status/"`,
      '[pair meetings]',
      'a = "feed"',
      'b = "own"',
      'collections = null',
      'conflict_resolution = "a wins"',
      '[storage feed]',
      'type = "http"',
      `url = "${feed}"`,
      '[storage own]',
      'type = "filesystem"',
      `path = "${events}"`,
      'fileext = ".ics"',
      '',
    ].join('\n'),
  )
  writeFileSync(
    khal!,
    [
      '[calendars]',
      '[[meetings]]',
      `path = ${events}`,
      '[locale]',
      'timeformat = %H:%M',
      'dateformat = %Y-%m-%d',
      'longdateformat = %Y-%m-%d',
      'datetimeformat = %Y-%m-%d %H:%M',
      'longdatetimeformat = %Y-%m-%d %H:%M',
      'local_timezone = Asia/Almaty',
      'default_timezone = Asia/Almaty',
      '[sqlite]',
      `path = ${home}/khal.db`,
      '',
    ].join('\n'),
  )
  const env = { ...process.env, HOME: home, LC_ALL: 'C.UTF-8', XDG_CACHE_HOME: home, XDG_DATA_HOME: home }
  // The product answers in this very process: whoever waits here must not stop it.
  const run = async (program: string, ...args: string[]) =>
    (await promisify(execFile)(program, args, { env, timeout: 60_000 })).stdout
  return {
    async sync() {
      await run('vdirsyncer', '-c', sync!, 'discover', 'meetings')
      await run('vdirsyncer', '-c', sync!, 'sync')
    },
    /** The line in which khal shows the meeting on that day; undefined when it shows none. */
    async shown(day: LocalDate, meeting: string): Promise<string | undefined> {
      const format = '{url} {start-date} {start-time} {status}'
      return (await run('khal', '-c', khal!, 'list', '--format', format, day, '1d'))
        .split('\n')
        .find((line) => line.includes(`/meetings/${meeting} `) && line.includes(` ${day} `))
    },
    /** The one event of a meeting, as it lies in the folder; vdirsyncer gives every event a UID of its own making. */
    event(meeting: string) {
      const texts = readdirSync(events!).map((name) =>
        readFileSync(join(events!, name), 'utf8').replaceAll(/\r?\n[ \t]/g, ''),
      )
      const own = texts.filter((text) => new RegExp(`^URL.*/meetings/${meeting}\r?$`, 'm').test(text))
      expect(own).toHaveLength(1)
      const value = (name: string) =>
        new RegExp(`^${name}[^:\\r\\n]*:(.*?)\\r?$`, 'm').exec(own[0]!.split('BEGIN:VEVENT')[1]!)?.[1] ?? ''
      const [, y, m, d, hours, minutes] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)/.exec(value('DTSTART'))!
      return {
        day: `${y}-${m}-${d}` as LocalDate,
        start: `${hours}:${minutes}`,
        status: value('STATUS'),
        sequence: Number(value('SEQUENCE')),
      }
    },
    close: () => rmSync(home, { recursive: true, force: true }),
  }
}
