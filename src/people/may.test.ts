import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LocalDate, addDays, localDate, parseInstant } from '#kernel'
import {
  type OfficeId,
  type UnitCode,
  akimOffice,
  authorisedBodyOffice,
  governmentOffice,
  maslikhatOffice,
} from '#territory'
import { describe, expect, test } from 'vitest'
import { type Policy, judge, may, policy } from './may.ts'
import { type Actor, type PersonId, type Role, operatorOffice, roles } from './person.ts'
import { type Need, type Reach, type Rule, type Thing, type Verb, thingStates, verbs } from './policy.ts'

const oblast = '310000000' as UnitCode
const district = '314800000' as UnitCode
const okrug = '314839000' as UnitCode
const village = '314839100' as UnitCode
const beside = '314000000' as UnitCode
const elsewhere = '351000000' as UnitCode
const otherOblast = '350000000' as UnitCode

const me = 'person-1' as PersonId
const colleague = 'person-2' as PersonId
const today = localDate('2026-11-22')

const health: Pick<Thing, 'office' | 'post'> = { office: 'health' as OfficeId, post: 'minister' }
const transport: Pick<Thing, 'office' | 'post'> = { office: 'transport' as OfficeId, post: 'minister' }
const inOblast = { unit: oblast, above: [] }
const inDistrict = { unit: district, above: [oblast] }
const inOkrug = { unit: okrug, above: [district, oblast] }
const inVillage = { unit: village, above: [okrug, district, oblast] }
const government = { office: governmentOffice, post: 'government' as const }

/** Each office held as a thing, and what stands around it. */
const ofDistrict = {
  child: { office: akimOffice(okrug), ...inOkrug },
  grandchild: { office: akimOffice(village), ...inVillage },
  sibling: { office: akimOffice(beside), unit: beside, above: [oblast] },
  parent: { office: akimOffice(oblast), ...inOblast },
  'other-region': { office: akimOffice(elsewhere), unit: elsewhere, above: [otherOblast] },
  'maslikhat-below': { office: maslikhatOffice(okrug), ...inOkrug },
}
const ofRegion = {
  child: { office: akimOffice(district), ...inDistrict },
  grandchild: { office: akimOffice(okrug), ...inOkrug },
  sibling: { office: akimOffice(otherOblast), unit: otherOblast, above: [] },
  parent: government,
  'other-region': { office: akimOffice(elsewhere), unit: elsewhere, above: [otherOblast] },
  'maslikhat-below': { office: maslikhatOffice(district), ...inDistrict },
}
const everywhere = {
  ministry: transport,
  'visit-here': { ...transport, ...inOblast },
  'visit-elsewhere': { ...transport, unit: otherOblast, above: [] },
}
const akimDistrict = { office: akimOffice(district), ...inDistrict }
const maslikhatDistrict = { office: maslikhatOffice(district), ...inDistrict }
const akimOblast = { office: akimOffice(oblast), ...inOblast }
const maslikhatOblast = { office: maslikhatOffice(oblast), ...inOblast }
const ofBody = { 'own-unit': akimDistrict, ...ofDistrict, ...everywhere }
const holds: Record<string, Record<string, Thing> & { own: Thing }> = {
  akim: { own: akimDistrict, 'own-unit': maslikhatDistrict, ...ofDistrict, ...everywhere },
  maslikhat: { own: maslikhatDistrict, 'own-unit': akimDistrict, ...ofDistrict, ...everywhere },
  region: { own: akimOblast, 'own-unit': maslikhatOblast, ...ofRegion, ...everywhere },
  'region-maslikhat': { own: maslikhatOblast, 'own-unit': akimOblast, ...ofRegion, ...everywhere },
  ministry: { own: health, ...ofBody },
  authorised: { own: { office: authorisedBodyOffice, post: 'authorised-body' }, ...ofBody },
  government: { own: government, ...ofBody },
  operator: { own: { office: operatorOffice }, ...ofBody },
}
const days: Record<string, LocalDate> = {
  before: localDate('2026-01-31'),
  today,
  after: localDate('2027-01-01'),
}
const editors: Record<string, readonly PersonId[] | undefined> = {
  another: [colleague],
  self: [me],
  both: [colleague, me],
  nobody: [],
  unknown: undefined,
}
/** Deeds that ask which role is given; to the others none is. */
const giving: readonly Verb[] = ['give-grant', 'revoke-grant', 'invite-person']

const columns = [
  'role',
  'holds',
  'verb',
  'when',
  'relation',
  'state',
  'edited_by',
  'gives',
  'expect',
] as const
type Row = readonly (readonly string[])[]
const expected: Row[] = readFileSync(join(import.meta.dirname, 'may.expect.csv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map((line) => line.split(',').map((cell) => cell.split('|')))
const says = (row: Row, column: (typeof columns)[number], value: string) => {
  const cell = row[columns.indexOf(column)]!
  return cell[0] === '*' || cell.includes(value)
}

type Cell = { is: string; actor: Actor; verb: Verb; thing: Thing; on: LocalDate; row: Row | undefined }

/** Every cell of a verb: roles × offices held × relations × states × writers × roles given, and other days. */
function* cellsOf(verb: Verb): Generator<Cell> {
  const ofVerb = expected.filter((row) => says(row, 'verb', verb))
  for (const role of roles)
    for (const [held, things] of Object.entries(holds)) {
      const actor = actorOf(role, things.own.office)
      const ofActor = ofVerb.filter((row) => says(row, 'role', role) && says(row, 'holds', held))
      for (const [when, on] of Object.entries(days))
        for (const [relation, where] of Object.entries(things)) {
          const ofPlace = ofActor.filter((row) => says(row, 'when', when) && says(row, 'relation', relation))
          for (const state of when === 'today' ? thingStates : (['drafted'] as const)) {
            const ofState = ofPlace.filter((row) => says(row, 'state', state))
            for (const [editor, editedBy] of Object.entries(editors)) {
              const ofEditor = ofState.filter((row) => says(row, 'edited_by', editor))
              for (const given of giving.includes(verb) ? (['none', ...roles] as const) : (['none'] as const))
                yield {
                  is: [role, held, verb, when, relation, state, editor, given].join(),
                  actor,
                  verb,
                  thing: {
                    ...where,
                    state,
                    ...(editedBy && { editedBy }),
                    ...(given !== 'none' && { role: given }),
                  },
                  on,
                  row: ofEditor.find((row) => says(row, 'gives', given)),
                }
            }
          }
        }
    }
}

function actorOf(role: Role, office: OfficeId, person = me): Actor {
  return {
    person: { id: person, name: 'A' },
    grants: [{ person, office, role, from: localDate('2026-02-01'), to: localDate('2026-12-31') }],
    signedInAt: parseInstant('2026-11-22T05:00:00Z')!,
  }
}

const isAsExpected = (by: Policy, { actor, verb, thing, on, row }: Cell): boolean => {
  const answer = judge(by, actor, verb, thing, on)
  return row?.[8]?.[0] === (answer.yes ? 'yes' : answer.no.code)
}

/** Whether the table shows that a policy is wrong; only the verbs that it can change are asked. */
const isCaught = (mutant: Policy, of: readonly Verb[]): boolean =>
  of.some((verb) => cellsOf(verb).some((cell) => !isAsExpected(mutant, cell)))

type Mutant = readonly [policy: Policy, of: readonly Verb[]]
const withRules = (verb: Verb, change: (rules: Rule[]) => Rule[]): Mutant => [
  { ...policy, rules: change([...policy.rules]) },
  [verb],
]
const changed = (role: Role, verb: Verb, change: Partial<Rule>): Mutant =>
  withRules(verb, (rules) =>
    rules.map((rule) => (rule.role === role && rule.verb === verb ? { ...rule, ...change } : rule)),
  )
const added = (rule: Rule): Mutant => withRules(rule.verb, (rules) => [...rules, rule])
const withReach = (name: Reach, reach: Policy['reaches'][Reach]): Mutant => [
  { ...policy, reaches: { ...policy.reaches, [name]: reach } },
  [...new Set(policy.rules.filter((rule) => rule.reach === name).map(({ verb }) => verb))],
]
const withNeed = (name: Need, need: Policy['needs'][Need]): Mutant => [
  { ...policy, needs: { ...policy.needs, [name]: need } },
  [...new Set(policy.rules.filter((rule) => rule.needs.includes(name)).map(({ verb }) => verb))],
]
const ruleOf = (role: Role, verb: Verb): Rule =>
  policy.rules.find((rule) => rule.role === role && rule.verb === verb)!
/** What another role is given of a rule. */
const lent = (from: Role, verb: Verb, role: Role, change: Partial<Rule> = {}): Mutant =>
  added({ ...ruleOf(from, verb), role, ...change })

/** The control: each of these policies is wrong in one place, and the table must show it. */
const mutants: Record<string, Mutant> = {
  'author approves': lent('signer', 'approve-calendar', 'author'),
  'author publishes a calendar': lent('signer', 'publish-calendar', 'author'),
  'author publishes a notice': lent('signer', 'publish-notice', 'author', { needs: [] }),
  'author cancels a meeting': lent('signer', 'cancel-meeting', 'author', { needs: [] }),
  'author decides a demand': lent('signer', 'decide-demand', 'author'),
  'author gives everyday roles': lent('signer', 'give-grant', 'author'),
  'author agrees to a visit': lent('signer', 'agree-visit', 'author'),
  'author approves a pool': lent('signer', 'approve-pool', 'author', { needs: [] }),
  'author opens a name': lent('signer', 'unseal', 'author'),
  'the commission opens a name': lent('signer', 'unseal', 'commission-member'),
  'the commission forms itself': lent('author', 'form-commission', 'commission-member'),
  'the commission reads drafts of meetings': lent('author', 'see-meetings', 'commission-member'),
  'an auditor reads requests': lent('author', 'see-requests', 'auditor'),
  'a region reads the requests below': changed('author', 'see-requests', { reach: 'own-unit-and-below' }),
  'signer drafts': lent('author', 'draft-calendar', 'signer'),
  'signer writes notices': lent('author', 'write-notice', 'signer'),
  'administrator reads calendars': lent('author', 'see-calendar', 'administrator'),
  'administrator gives roles': lent('signer', 'give-grant', 'administrator', {
    reach: 'operator',
    needs: [],
  }),
  'auditor reads calendars': lent('author', 'see-calendar', 'auditor'),
  'auditor takes grants back': lent('signer', 'revoke-grant', 'auditor'),
  'author sees who was refused': lent('auditor', 'see-denied', 'author', { reach: 'own-office' }),
  'author records for the maslikhat': lent('maslikhat-secretary', 'record-maslikhat', 'author', {
    reach: 'own-office',
  }),
  'maslikhat edits a calendar': lent('author', 'move-entry', 'maslikhat-secretary', {
    reach: 'maslikhat-of-the-unit',
  }),
  'approved without the maslikhat': changed('signer', 'approve-calendar', { states: ['sent', 'answered'] }),
  'published without approval': changed('signer', 'publish-calendar', { states: ['answered', 'approved'] }),
  'an entry moves after sending': changed('author', 'move-entry', { states: ['drafted', 'sent'] }),
  'a published calendar is recalled': changed('author', 'recall-calendar', {
    states: ['sent', 'answered', 'published'],
  }),
  'a part is taken before it is sent': changed('author', 'assemble-calendar', {
    states: ['drafted', 'sent'],
  }),
  'a held meeting is cancelled': changed('signer', 'cancel-meeting', {
    states: ['drafted', 'announced', 'held'],
  }),
  'an open poll is decided': changed('signer', 'decide-poll', { states: ['open', 'closed'] }),
  'a region drafts for those below': changed('author', 'draft-calendar', { reach: 'own-unit-and-below' }),
  'a region writes the parts below': changed('author', 'draft-part', { reach: 'akim-of-the-region' }),
  'a region publishes for those below': changed('signer', 'publish-calendar', {
    reach: 'own-unit-and-below',
  }),
  'a notice is published from above': changed('signer', 'publish-notice', { reach: 'office-above' }),
  'a region reads the pages of offices below': changed('author', 'see-office', {
    reach: 'own-unit-and-below',
  }),
  'a district assembles': changed('author', 'assemble-calendar', { reach: 'own-unit-and-below' }),
  'an akim proposes visits': changed('author', 'propose-visits', { reach: 'own-office' }),
  'a ministry assembles the schedule': changed('author', 'assemble-schedule', { reach: 'own-office' }),
  'anybody approves a schedule of his own': changed('signer', 'approve-schedule', { reach: 'own-office' }),
  'the authorised body approves its schedule': changed('signer', 'approve-schedule', {
    reach: 'authorised-body',
  }),
  'an akimat agrees for its neighbours': changed('signer', 'agree-visit', { reach: 'own-unit-and-below' }),
  'counts stop at the own office': changed('signer', 'see-counts', { reach: 'own-office' }),
  'a local administrator imports the register': changed('administrator', 'import-register', {
    reach: 'own-office',
  }),
  'a local auditor sees the country': changed('auditor', 'see-denied', { reach: 'operator' }),
  'an office resets its own factors': added({ ...ruleOf('signer', 'reset-factor'), reach: 'own-office' }),
  'own office is any office': withReach('own-office', () => true),
  'any maslikhat will do': withReach('maslikhat-of-the-unit', (grant) =>
    grant.office.startsWith('maslikhat.'),
  ),
  'the maslikhat of a unit above will do': withReach(
    'maslikhat-of-the-unit',
    policy.reaches['own-unit-and-below'],
  ),
  'a region is whatever lies above': withReach('own-unit-and-below', (_grant, thing) => Boolean(thing.above)),
  'any akim is of the region': withReach('akim-of-the-region', policy.reaches['own-unit-and-below']),
  'any region will do': withReach('akim-of-the-region', (grant) => grant.office === akimOffice(oblast)),
  'every body is a central one': withReach('own-central-body', policy.reaches['own-office']),
  'every office is the authorised body': withReach('authorised-body', () => true),
  'every office is the Government': withReach('government', () => true),
  'an office stands above itself': withReach(
    'office-above',
    (grant, thing) => grant.office === thing.office || policy.reaches['office-above'](grant, thing),
  ),
  'akims stand above maslikhats': withReach('office-above', policy.reaches['own-unit-and-below']),
  'the Government stands above all': withReach(
    'office-above',
    (grant, thing) => grant.office === governmentOffice || policy.reaches['office-above'](grant, thing),
  ),
  'every office is the operator': withReach('operator', () => true),
  'grants never end': [{ ...policy, inForce: (grant, on) => grant.from <= on }, verbs],
  'grants have always held': [
    { ...policy, inForce: (grant, on) => grant.to === null || on <= grant.to },
    verbs,
  ],
  'unknown writers count as others': withNeed(
    'another-person-wrote',
    (actor, thing) => !thing.editedBy?.includes(actor.person.id),
  ),
  'only the last writer counts': withNeed('another-person-wrote', (actor, thing) =>
    Boolean(thing.editedBy?.[0] && thing.editedBy[0] !== actor.person.id),
  ),
  'signers are made by signers': withNeed('everyday-role', (_actor, thing) => thing.role !== 'administrator'),
  'a role left unsaid is an everyday one': withNeed(
    'everyday-role',
    (actor, thing) => thing.role === undefined || policy.needs['everyday-role'](actor, thing),
  ),
}

/** And each rule left out, widened to any state, or freed of its needs. */
const damaged: [string, Mutant][] = policy.rules.flatMap((rule): [string, Mutant][] => {
  const name = `${rule.role} ${rule.verb} ${rule.reach}`
  const instead = (other: Rule[]) =>
    withRules(rule.verb, (rules) => rules.flatMap((one) => (one === rule ? other : [one])))
  return [
    [`${name}: left out`, instead([])],
    ...(rule.states === 'any'
      ? []
      : [[`${name}: in any state`, instead([{ ...rule, states: 'any' }])] as [string, Mutant]]),
    ...(rule.needs.every((need) => need === 'fresh-factor')
      ? []
      : [[`${name}: without needs`, instead([{ ...rule, needs: [] }])] as [string, Mutant]]),
  ]
})

describe('the whole table', () => {
  test('every line of the expectation speaks of known words', () => {
    expect(expected.filter((row) => row.length !== columns.length)).toEqual([])
    const known: Record<string, readonly string[]> = {
      role: roles,
      holds: Object.keys(holds),
      verb: verbs,
      when: Object.keys(days),
      relation: Object.keys(holds['akim']!),
      state: thingStates,
      edited_by: Object.keys(editors),
      gives: ['none', ...roles],
    }
    const unknown = expected.flatMap((row) =>
      columns
        .slice(0, 8)
        .flatMap((column, at) => row[at]!.filter((word) => word !== '*' && !known[column]!.includes(word))),
    )
    expect(unknown).toEqual([])
  })
  test('all cells answer as the hand-written expectation says, and each of its lines is needed', () => {
    const wrong: string[] = []
    const used = new Set<Row>()
    let count = 0
    for (const verb of verbs)
      for (const cell of cellsOf(verb)) {
        count++
        if (cell.row) used.add(cell.row)
        if (!isAsExpected(policy, cell)) wrong.push(`${cell.is}: ${cell.row?.[8]?.[0]} expected`)
      }
    expect(wrong.slice(0, 20)).toEqual([])
    expect(expected.filter((row) => !used.has(row))).toEqual([])
    expect(count).toBeGreaterThan(1_000_000)
  })
  test.each(Object.entries(mutants))('control: %s', (_name, mutant) => expect(isCaught(...mutant)).toBe(true))
  test(`control: ${damaged.length} damaged rules`, () => {
    expect(damaged.filter(([, mutant]) => !isCaught(...mutant)).map(([name]) => name)).toEqual([])
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
  test('weighty acts want a fresh factor of those who have one, and nothing else does', () => {
    const weighty = verbs.filter((verb) =>
      [...cellsOf(verb)].some((cell) => {
        const [fresh, stale] = (['fresh', 'stale'] as const).map((factor) =>
          may({ ...cell.actor, factor }, verb, cell.thing, cell.on),
        )
        return fresh!.yes && !stale!.yes && stale!.no.code === 'fresh-factor-needed'
      }),
    )
    expect(weighty.toSorted()).toEqual(
      [
        'approve-calendar',
        'publish-calendar',
        'approve-schedule',
        'publish-notice',
        'publish-procedure',
        'publish-schedule',
        'move-meeting',
        'cancel-meeting',
        'decide-demand',
        'approve-pool',
        'unseal',
        'give-grant',
        'revoke-grant',
        'invite-person',
        'reset-factor',
        'import-register',
      ].toSorted(),
    )
  })
  test('the authorised body gets its signer from the Government', () => {
    const body: Thing = { office: authorisedBodyOffice, post: 'authorised-body', role: 'signer' }
    const from = (office: OfficeId) => may(actorOf('signer', office), 'give-grant', body, today).yes
    expect([governmentOffice, authorisedBodyOffice, akimOffice(oblast)].map(from)).toEqual([
      true,
      false,
      false,
    ])
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
