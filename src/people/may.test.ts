import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LocalDate, addDays, localDate, parseInstant } from '#kernel'
import { type OfficeId, type UnitCode, akimOffice, maslikhatOffice } from '#territory'
import { describe, expect, test } from 'vitest'
import { type Policy, judge, may, policy } from './may.ts'
import { type Actor, type PersonId, type Role, operatorOffice, roles } from './person.ts'
import { type Rule, type Thing, type Verb, thingStates, verbs } from './policy.ts'

const oblast = '310000000' as UnitCode
const district = '314800000' as UnitCode
const okrug = '314839000' as UnitCode
const village = '314839100' as UnitCode
const beside = '314000000' as UnitCode
const elsewhere = '351000000' as UnitCode

const me = 'person-1' as PersonId
const colleague = 'person-2' as PersonId
const today = localDate('2026-11-22')

const holds: Record<string, OfficeId> = {
  akim: akimOffice(district),
  maslikhat: maslikhatOffice(district),
  operator: operatorOffice,
}
const days: Record<string, LocalDate> = {
  before: localDate('2026-01-31'),
  today,
  after: localDate('2027-01-01'),
}
const relations: Record<string, (held: OfficeId) => Thing> = {
  own: (held) =>
    held === operatorOffice ? { office: held } : { office: held, unit: district, above: [oblast] },
  'own-unit': (held) => ({
    office: held === akimOffice(district) ? maslikhatOffice(district) : akimOffice(district),
    unit: district,
    above: [oblast],
  }),
  child: () => ({ office: akimOffice(okrug), unit: okrug, above: [district, oblast] }),
  grandchild: () => ({ office: akimOffice(village), unit: village, above: [okrug, district, oblast] }),
  sibling: () => ({ office: akimOffice(beside), unit: beside, above: [oblast] }),
  parent: () => ({ office: akimOffice(oblast), unit: oblast, above: [] }),
  'other-region': () => ({
    office: akimOffice(elsewhere),
    unit: elsewhere,
    above: ['350000000' as UnitCode],
  }),
}
const editors: Record<string, readonly PersonId[] | undefined> = {
  self: [me],
  another: [colleague],
  both: [colleague, me],
  nobody: [],
  unknown: undefined,
}

const columns = ['role', 'holds', 'verb', 'when', 'relation', 'state', 'edited_by', 'expect'] as const
const expected = readFileSync(join(import.meta.dirname, 'may.expect.csv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map((line) => line.split(',').map((cell) => cell.split('|')))

type Cell = {
  is: readonly string[]
  actor: Actor
  verb: Verb
  thing: Thing
  on: LocalDate
  expect: string | undefined
}

/** Every cell of roles × offices held × verbs × days × relations × states × writers. */
const cells: Cell[] = roles.flatMap((role) =>
  Object.entries(holds).flatMap(([held, office]) =>
    verbs.flatMap((verb) =>
      Object.entries(days).flatMap(([when, on]) =>
        Object.entries(relations).flatMap(([relation, thingOf]) =>
          thingStates.flatMap((state) =>
            Object.entries(editors).map(([editor, editedBy]) => {
              const is = [role, held, verb, when, relation, state, editor]
              return {
                is,
                actor: actorOf(role, office),
                verb,
                thing: { ...thingOf(office), state, ...(editedBy && { editedBy }) },
                on,
                expect: expected.find((row) =>
                  is.every((value, at) => row[at]!.includes('*') || row[at]!.includes(value)),
                )?.[7]?.[0],
              }
            }),
          ),
        ),
      ),
    ),
  ),
)

function actorOf(role: Role, office: OfficeId, person = me): Actor {
  return {
    person: { id: person, name: 'A' },
    grants: [{ person, office, role, from: localDate('2026-02-01'), to: localDate('2026-12-31') }],
    signedInAt: parseInstant('2026-11-22T05:00:00Z')!,
  }
}

const codeOf = (by: Policy, { actor, verb, thing, on }: Cell): string => {
  const answer = judge(by, actor, verb, thing, on)
  return answer.yes ? 'yes' : answer.no.code
}

const withRules = (change: (rules: Rule[]) => Rule[]): Policy => ({
  ...policy,
  rules: change([...policy.rules]),
})
const changed = (role: Role, verb: Verb, change: Partial<Rule>): Policy =>
  withRules((rules) =>
    rules.map((rule) => (rule.role === role && rule.verb === verb ? { ...rule, ...change } : rule)),
  )
const added = (rule: Rule): Policy => withRules((rules) => [...rules, rule])
const dropped = (role: Role, verb: Verb): Policy =>
  withRules((rules) => rules.filter((rule) => rule.role !== role || rule.verb !== verb))

/** The control: each of these policies is wrong in one place, and the table must show it. */
const mutants: Record<string, Policy> = {
  'author may no longer draft': dropped('author', 'draft-calendar'),
  'signer may no longer publish': dropped('signer', 'publish-calendar'),
  'author approves': added({ ...ruleOf('signer', 'approve-calendar'), role: 'author' }),
  'author publishes': added({ ...ruleOf('signer', 'publish-calendar'), role: 'author' }),
  'signer drafts': added({ ...ruleOf('author', 'draft-calendar'), role: 'signer' }),
  'administrator reads calendars': added({ ...ruleOf('author', 'see-calendar'), role: 'administrator' }),
  'author records for the maslikhat': added({
    ...ruleOf('maslikhat-secretary', 'record-maslikhat'),
    role: 'author',
    reach: 'own-office',
  }),
  'maslikhat edits a calendar': added({
    ...ruleOf('maslikhat-secretary', 'record-maslikhat'),
    verb: 'move-entry',
    states: ['drafted'],
  }),
  'one pair of eyes approves': changed('signer', 'approve-calendar', { needs: [] }),
  'approved without the maslikhat': changed('signer', 'approve-calendar', { states: ['sent', 'answered'] }),
  'published without approval': changed('signer', 'publish-calendar', { states: ['answered', 'approved'] }),
  'an entry moves after sending': changed('author', 'move-entry', { states: ['drafted', 'sent'] }),
  'an approved calendar is drafted anew': changed('author', 'draft-calendar', { states: 'any' }),
  'a published calendar is recalled': changed('author', 'recall-calendar', {
    states: ['sent', 'answered', 'published'],
  }),
  'submitted before approval': changed('signer', 'submit-calendar', { states: 'any' }),
  'the maslikhat reads drafts': changed('maslikhat-secretary', 'see-calendar', { states: 'any' }),
  'a region drafts for those below': changed('author', 'draft-calendar', { reach: 'own-unit-and-below' }),
  'a region publishes for those below': changed('signer', 'publish-calendar', {
    reach: 'own-unit-and-below',
  }),
  'a region reads the pages of offices below': changed('author', 'see-office', {
    reach: 'own-unit-and-below',
  }),
  'counts stop at the own office': changed('signer', 'see-counts', { reach: 'own-office' }),
  'a local administrator imports the register': changed('administrator', 'import-register', {
    reach: 'own-office',
  }),
  'own office is any office': withReach('own-office', () => true),
  'any maslikhat will do': withReach('maslikhat-of-the-unit', (grant) =>
    grant.office.startsWith('maslikhat.'),
  ),
  'the maslikhat of a unit above will do': withReach(
    'maslikhat-of-the-unit',
    policy.reaches['own-unit-and-below'],
  ),
  'a region is whatever lies above': withReach('own-unit-and-below', (_grant, thing) => Boolean(thing.above)),
  'grants never end': { ...policy, inForce: (grant, on) => grant.from <= on },
  'grants have always held': { ...policy, inForce: (grant, on) => grant.to === null || on <= grant.to },
  'unknown writers count as others': {
    ...policy,
    needs: { 'another-person-wrote': (actor, thing) => !thing.editedBy?.includes(actor.person.id) },
  },
  'only the last writer counts': {
    ...policy,
    needs: {
      'another-person-wrote': (actor, thing) =>
        Boolean(thing.editedBy?.[0] && thing.editedBy[0] !== actor.person.id),
    },
  },
}

function ruleOf(role: Role, verb: Verb): Rule {
  return policy.rules.find((rule) => rule.role === role && rule.verb === verb)!
}
function withReach(name: keyof Policy['reaches'], reach: Policy['reaches']['own-office']): Policy {
  return { ...policy, reaches: { ...policy.reaches, [name]: reach } }
}

describe('the whole table', () => {
  test('every line of the expectation speaks of known words and is needed by some cell', () => {
    expect(expected.filter((row) => row.length !== columns.length)).toEqual([])
    const unused = expected.filter(
      (row) =>
        !cells.some((cell) =>
          cell.is.every((value, at) => row[at]!.includes('*') || row[at]!.includes(value)),
        ),
    )
    expect(unused).toEqual([])
  })
  test(`${cells.length} cells answer as the hand-written expectation says`, () => {
    const wrong = cells.filter((cell) => codeOf(policy, cell) !== cell.expect)
    expect(
      wrong.map((cell) => [...cell.is, cell.expect, codeOf(policy, cell)].join(',')).slice(0, 20),
    ).toEqual([])
  })
  test.each(Object.entries(mutants))('control: %s', (_name, mutant) => {
    expect(cells.some((cell) => codeOf(mutant, cell) !== cell.expect)).toBe(true)
  })
})

describe('beside the table', () => {
  const calendar: Thing = {
    office: akimOffice(district),
    unit: district,
    above: [oblast],
    state: 'answered',
    editedBy: [me],
  }
  test('nobody may do anything without having signed in', () => {
    for (const verb of verbs)
      expect(may(null, verb, calendar, today)).toEqual({ yes: false, no: { code: 'not-signed-in' } })
  })
  test('a word that is no verb is refused, not a fault', () => {
    const verb = 'constructor' as Verb
    expect(may(actorOf('author', akimOffice(district)), verb, calendar, today)).toEqual({
      yes: false,
      no: { code: 'not-your-role', verb, roles: [] },
    })
  })
  test('a thing without a state is no thing yet', () => {
    const { state: _, ...unborn } = calendar
    const may0 = (verb: Verb) => may(actorOf('author', akimOffice(district)), verb, unborn, today).yes
    expect(['draft-calendar', 'move-entry', 'send-calendar'].map((verb) => may0(verb as Verb))).toEqual([
      true,
      false,
      false,
    ])
  })
  test('a grant lives from its first day to its last', () => {
    const actor = actorOf('author', akimOffice(district))
    const on = (day: LocalDate) => may(actor, 'see-office', calendar, day).yes
    const [from, to] = [localDate('2026-02-01'), localDate('2026-12-31')]
    expect([addDays(from, -1), from, to, addDays(to, 1)].map(on)).toEqual([false, true, true, false])
  })
  test("another person's grant lends nothing", () => {
    const actor = { ...actorOf('author', akimOffice(district), colleague), person: { id: me, name: 'A' } }
    expect(may(actor, 'see-office', calendar, today).yes).toBe(false)
  })
  test('of several grants the one that allows counts, else the nearest reason is told', () => {
    const both = (other: OfficeId): Actor => {
      const here = actorOf('signer', akimOffice(district))
      return { ...here, grants: [...actorOf('signer', other).grants, ...here.grants] }
    }
    const approve = (thing: Thing) => may(both(akimOffice(oblast)), 'approve-calendar', thing, today)
    expect(approve({ ...calendar, editedBy: [colleague] })).toEqual({ yes: true })
    expect(approve(calendar)).toEqual({
      yes: false,
      no: { code: 'another-person-needed', verb: 'approve-calendar' },
    })
    expect(approve({ ...calendar, state: 'sent' })).toEqual({
      yes: false,
      no: { code: 'wrong-state', verb: 'approve-calendar', state: 'sent', allowed: ['answered'] },
    })
  })
})
