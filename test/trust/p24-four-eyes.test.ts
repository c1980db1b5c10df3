// P24: no way round four eyes. Random histories of writing, signing, publishing, appointing and dismissing, by people
// with several accounts and several tabs; what becomes public is compared with what a model saw them do.
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Act, MeetingId } from '#calendar'
import { type Stores, appoint, dismiss } from '#flows'
import { type Instant, type LocalDate, addDays, instantOf, milliseconds, refuse } from '#kernel'
import {
  type Meeting,
  type Notice,
  plainDetails,
  publishNotice,
  publishSigned,
  signNotice,
  writeDetails,
  writeNotice,
} from '#meetings'
import type { Actor, PersonId, Role } from '#people'
import { type OfficeId, localDay } from '#territory'
import { type Demonstration, chance, demonstrationAt } from '../demonstration.ts'

const office = 'akim.315400000' as OfficeId
const region = 'akim.310000000' as OfficeId
const begin = '2027-02-03T05:00:00.000Z' as Instant
/** Two people; the first has two accounts. */
const accounts = { one: 'p1', other: 'p1', second: 'p2' } as const
type Account = keyof typeof accounts
const above = 'p-above' as PersonId

let house: Demonstration
let meeting: { id: MeetingId; day: LocalDate }
beforeAll(async () => {
  house = await demonstrationAt('2027-02-02T05:00:00.000Z')
  meeting = (
    await house.owner.query(
      `select id, day::text from current_meetings where office = $1 and day > '2027-03-10' order by day, id limit 1`,
      [office],
    )
  ).rows[0]
})
afterAll(() => house?.close())

/** Whose id stands behind an account: the control takes the account for the person. */
type Identity = (account: Account) => PersonId
const byPerson: Identity = (account) => accounts[account] as PersonId
const byAccount: Identity = (account) => account as string as PersonId

type Command =
  | { do: 'write' | 'publish' | 'sign'; as: Account; seen: number }
  | { do: 'appoint' | 'dismiss'; as: Account; role: 'author' | 'signer'; days: number }
  | { do: 'wait'; hours: number }

const who = fc.constantFrom<Account>('one', 'other', 'second')
/** How many revisions old the page in the tab is: mostly none. */
const seen = fc.constantFrom(0, 0, 0, 0, 1, 2)
const commands = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('write' as const), as: who, seen }) },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constantFrom('publish' as const, 'sign' as const), as: who, seen }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constantFrom('appoint' as const, 'appoint' as const, 'dismiss' as const),
        as: who,
        role: fc.constantFrom('author' as const, 'signer' as const),
        // 0: until it is taken back; otherwise an acting holder for so many days.
        days: fc.constantFrom(0, 0, 1, 3),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(1, 20, 80, 400) }),
    },
  ),
  { minLength: 6, maxLength: 24 },
)

/** Plays a history in a transaction that is never kept; the sentences say what became public against the rule. */
async function play(history: readonly Command[], identity: Identity) {
  const found: string[] = []
  let published = 0
  let commandsDone = 0
  await house.storage.transaction<void, 'never kept'>({ person: null, offices: [office] }, async (stores) => {
    let now = begin
    let text = 0
    let tabs: Meeting[] = []
    /** True people who wrote the text as it stands, by the model's own books. */
    let writers = new Set<string>()
    let signature: { by: string; text: number } | null = null

    for (const id of new Set([...Object.keys(accounts).map((a) => identity(a as Account)), above]))
      await stores.people.addPerson({ id, name: 'A' })
    await stores.people.addGrant(
      { person: above, office: region, role: 'signer', from: localDay(begin, null), to: null },
      { by: null, at: begin },
    )
    const act = async (id: PersonId): Promise<Act> => ({
      ...actAt(now),
      actor: await actorOf(stores, id, now),
    })
    const holds = async (account: Account, role: Role) =>
      (await stores.people.grants(identity(account), localDay(now, null))).some(
        (grant) => grant.office === office && grant.role === role,
      )
    const term = { due: addDays(meeting.day, -14), dueStrict: addDays(meeting.day, -15) }
    const tab = (age: number) => tabs.at(-1 - age)?.revision ?? 0
    const judge = (notice: Notice, signer: string) => {
      published++
      if (notice.signed !== 'one-person' && writers.has(signer))
        found.push(`signed by ${signer}, who wrote it, and marked ${notice.signed}`)
      if (notice.signed === 'one-person' && (writers.size !== 1 || !writers.has(signer)))
        found.push(`marked one-person, though ${[...writers].join()} wrote and ${signer} signed`)
      if (
        notice.signed === 'one-person' &&
        milliseconds(now) < milliseconds(`${term.due}T00:00:00Z` as Instant) - 36 * 3_600_000
      )
        found.push('signed alone long before the limit')
      writers = new Set()
    }
    const again = async () => (await stores.meetings.find(meeting.id)) ?? null

    for (const command of history) {
      commandsDone++
      if (command.do === 'wait') {
        now = instantOf(milliseconds(now) + command.hours * 3_600_000)
        const waiting = await again()
        if (!waiting?.signature || waiting.signature.publishAt > now) continue
        const { by } = waiting.signature
        const outcome = await publishSigned(stores, await act(by), { meeting: meeting.id, term })
        if (outcome.ok && outcome.value) {
          if (!signature || signature.text !== text) found.push('the clock published what nobody signed')
          else judge(outcome.value, signature.by)
        }
        signature = null
        continue
      }
      const person = accounts[command.as]
      if ('role' in command) {
        const today = localDay(now, null)
        const { role, days } = command
        const whom = { office, person: identity(command.as), role }
        const to = days === 0 ? null : addDays(today, days - 1)
        await (command.do === 'appoint'
          ? appoint(stores, await act(above), { ...whom, from: today, to })
          : dismiss(stores, await act(above), whom))
        continue
      }
      const mine = await act(identity(command.as))
      const wish = { meeting: meeting.id, revision: tab(command.seen) }
      if (command.do === 'write') {
        text++
        const words = { kk: `Кездесу ${text}`, ru: `Встреча ${text}` }
        const first =
          tabs.length === 0 ? await writeDetails(stores, mine, { ...wish, revision: 0, details }) : null
        const revision = first?.ok ? first.value.revision : wish.revision
        const outcome = await writeNotice(stores, mine, { ...wish, revision, text: words, sayTheSame: false })
        if (first?.ok) tabs.push(first.value)
        if (outcome.ok) tabs.push(outcome.value)
        if (outcome.ok || first?.ok) {
          writers.add(person)
          signature = null
        } else text--
      } else if (command.do === 'sign') {
        const publishAt = instantOf(milliseconds(now) + 20 * 3_600_000)
        const outcome = await signNotice(stores, mine, { ...wish, term, publishAt })
        if (outcome.ok) {
          if (!(await holds(command.as, 'signer'))) found.push(`${person} signs without being a signer`)
          signature = { by: person, text }
          tabs.push(outcome.value)
        }
      } else {
        const outcome = await publishNotice(stores, mine, { ...wish, term })
        if (outcome.ok) {
          if (!(await holds(command.as, 'signer'))) found.push(`${person} publishes without being a signer`)
          judge(outcome.value, person)
          signature = null
        }
      }
      const current = await again()
      if (current && current.revision !== tabs.at(-1)?.revision) tabs = [...tabs, current]
    }
    return refuse('never kept')
  })
  return { found, published, commandsDone }
}

const hall = { kk: 'Клуб', ru: 'Клуб' }
const plain = plainDetails('visiting', 90)
const details = { ...plain, venue: { ...plain.venue, name: hall, address: hall } }
const actAt = (at: Instant) => ({ at, today: localDay(at, null), asserted: false, ...chance })
const actorOf = async (stores: Stores, id: PersonId, at: Instant): Promise<Actor> => ({
  person: { id, name: 'A' },
  grants: await stores.people.grants(id, localDay(at, null)),
  signedInAt: at,
})

/** One person who writes by one account and signs by the other: what the control must show. */
const twoAccounts: readonly Command[] = [
  { do: 'appoint', as: 'one', role: 'author', days: 0 },
  { do: 'appoint', as: 'other', role: 'signer', days: 0 },
  { do: 'write', as: 'one', seen: 0 },
  { do: 'publish', as: 'other', seen: 0 },
]

test('whatever is done in whatever order, nothing becomes public by fewer persons than it says', async () => {
  let [published, count] = [0, 0]
  await fc.assert(
    fc.asyncProperty(commands, async (tail) => {
      const head: Command[] = [
        { do: 'appoint', as: 'one', role: 'author', days: 0 },
        { do: 'appoint', as: 'second', role: 'signer', days: 0 },
        { do: 'write', as: 'one', seen: 0 },
      ]
      const outcome = await play([...head, ...tail], byPerson)
      published += outcome.published
      count += outcome.commandsDone
      expect(outcome.found).toEqual([])
    }),
    { numRuns: Number(process.env['P24_RUNS'] ?? 300) },
  )
  process.stdout.write(`${JSON.stringify({ promise: 'P24', n: count, published, bad: 0 })}\n`)
  expect(published).toBeGreaterThan(10)
})

test('control: were accounts compared and not persons, two accounts of one person would be two pairs of eyes', async () => {
  expect((await play(twoAccounts, byPerson)).found).toEqual([])
  expect((await play(twoAccounts, byPerson)).published).toBe(0)
  expect((await play(twoAccounts, byAccount)).found).toEqual([
    'signed by p1, who wrote it, and marked two-persons',
  ])
})
