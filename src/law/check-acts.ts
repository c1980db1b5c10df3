// What one file cannot see: ids that occur twice, names that lead nowhere, gaps and overlaps between editions.
import { addDays } from '#kernel'
import type { Act, Doubt, Provision } from './act.ts'
import { type FactType, factShapes, hasMember } from './fact.ts'
import type { Chosen } from './read-acts.ts'
import type { Located, Sources } from './read-sources.ts'
import type { Path, Source } from './read-yaml.ts'
import type { FactsRule, Rule } from './rule.ts'
import { otherRules } from './take-readings.ts'

export function checkActs(
  acts: readonly Located<Act>[],
  provisions: readonly Located<Provision>[],
  { doubts, files }: Pick<Sources, 'doubts' | 'files'>,
  chosen: Chosen,
): void {
  checkDoubts(doubts)
  checkChosen(doubts.value, chosen)
  const known = {
    acts: new Set(acts.map(({ value }) => value.id)),
    norms: new Map(provisions.map(({ value }) => [value.id, value])),
    doubts: new Map(doubts.value.map((doubt) => [doubt.id, doubt])),
  }
  checkTwice(acts, 'act')
  checkTwice(provisions, 'norm')
  for (const act of acts) checkAct(act, known.acts, known.doubts)
  const actById = new Map(acts.map(({ value }) => [value.id, value]))
  for (const provision of provisions)
    checkProvision(provision, actById.get(provision.value.act)!, known, chosen.readings)
  for (const { source } of files)
    source.value.provisions.forEach((part, i) => {
      for (const other of otherRules(part)) {
        const fault: Fault = (path, reason) => source.fault(['provisions', i, ...path], reason)
        if ('wrong' in other) fault(other.path, other.wrong)
        else checkRule(other.rule, (_, reason) => fault(other.path, reason), known)
      }
    })
  checkEveryReading(doubts, acts, provisions)
}

function checkTwice(all: readonly Located<{ id: string }>[], what: string): void {
  const seen = new Set<string>()
  for (const { value, fault } of all) {
    if (seen.has(value.id)) fault(['id'], `the ${what} ${value.id} is there twice`)
    seen.add(value.id)
  }
}

function checkDoubts({ value, fault }: Source<readonly Doubt[]>): void {
  const seen = new Set<string>()
  value.forEach((doubt, i) => {
    if (seen.has(doubt.id)) fault([i, 'id'], `the doubt ${doubt.id} is there twice`)
    seen.add(doubt.id)
    if (!offers(doubt, doubt.default))
      fault([i, 'default'], `${doubt.default} is none of the readings of ${doubt.id}`)
  })
}

/** An installation can choose only what is offered. */
function checkChosen(doubts: readonly Doubt[], { readings, fault }: Chosen): void {
  for (const [id, reading] of Object.entries(readings)) {
    const doubt = doubts.find((one) => one.id === id)
    if (!doubt) return fault(id, `there is no doubt ${id}`)
    if (!offers(doubt, reading))
      fault(
        id,
        `${reading} is none of the readings of ${id} (${doubt.readings.map((one) => one.id).join(', ')})`,
      )
  }
}

/** Each reading but the default either changes a rule or says why nothing here does, and not both. */
function checkEveryReading(
  { value, fault }: Source<readonly Doubt[]>,
  acts: readonly Located<Act>[],
  provisions: readonly Located<Provision>[],
): void {
  const changed = new Set<string>()
  for (const { value: act } of acts)
    for (const [doubt, days] of Object.entries(act.begins ?? {}))
      for (const reading of Object.keys(days)) changed.add(`${doubt} ${reading}`)
  for (const { value: provision } of provisions)
    for (const { id, changes } of provision.doubts)
      for (const reading of changes) changed.add(`${id} ${reading}`)
  value.forEach((doubt, i) =>
    doubt.readings.forEach(({ id, changes_nothing }, n) => {
      const path = [i, 'readings', n]
      const changes = changed.has(`${doubt.id} ${id}`)
      if (changes && changes_nothing) fault(path, `${id} changes a rule and says that it changes nothing`)
      if (!changes && !changes_nothing && id !== doubt.default)
        fault(path, `no rule says what ${id} would change; give it to a provision, or say changes_nothing`)
    }),
  )
}

const offers = (doubt: Doubt, reading: string): boolean => doubt.readings.some(({ id }) => id === reading)

function checkAct(
  { value, fault }: Located<Act>,
  acts: ReadonlySet<string>,
  doubts: ReadonlyMap<string, Doubt>,
): void {
  for (const name of ['repealed_by', 'amends'] as const)
    if (value[name] !== undefined && !acts.has(value[name])) fault([name], `there is no act ${value[name]}`)
  value.doubts?.forEach((id, i) => {
    if (!doubts.has(id)) fault(['doubts', i], `there is no doubt ${id}`)
  })
  for (const [id, days] of Object.entries(value.begins ?? {})) {
    if (!value.doubts?.includes(id)) fault(['begins', id], `${id} is not among the doubts of ${value.id}`)
    for (const reading of Object.keys(days))
      if (!offers(doubts.get(id)!, reading))
        fault(['begins', id, reading], `${reading} is none of the readings of ${id}`)
  }
  const { editions, in_force } = value
  if (value.text === 'encoded' && !in_force) fault(['in_force'], 'an encoded act needs its days')
  if (!in_force || editions.length === 0) return
  if (editions[0]!.from !== in_force.from)
    fault(['editions', 0, 'from'], 'the first edition begins with the act')
  if (editions.at(-1)!.until !== in_force.until)
    fault(['editions', editions.length - 1, 'until'], 'the last edition ends with the act')
  for (let i = 1; i < editions.length; i++)
    checkFollows(editions[i - 1]!.until, editions[i]!.from, (why) => fault(['editions', i, 'from'], why))
}

function checkFollows(
  until: Act['editions'][number]['until'],
  from: string,
  fault: (why: string) => never,
): void {
  if (until === null) fault('overlap: what comes before has no end')
  const next = addDays(until!, 1)
  if (from > next) fault(`gap: nothing is in force from ${next}`)
  if (from < next) fault(`overlap: what comes before runs to ${until}`)
}

type Known = {
  readonly acts: ReadonlySet<string>
  readonly norms: ReadonlyMap<string, Provision>
  readonly doubts: ReadonlyMap<string, Doubt>
}

function checkProvision(
  { value, fault }: Located<Provision>,
  act: Act,
  known: Known,
  readings: Readonly<Record<string, string>>,
): void {
  const { id, kind, rule, inForce, replaces } = value
  if (!id.startsWith(`${act.id}-`) && !new RegExp(`^${act.id}E\\d-`).test(id))
    fault(['id'], `${id} does not belong to ${act.id}`)
  if (act.text !== 'encoded' || !act.in_force) fault(['id'], `${act.id} is known by name only`)
  const edition = act.editions.find((one) => one.id === value.edition)
  if (!edition) fault([], `${act.id} has no edition ${value.edition}`)
  if (inForce.from < act.in_force!.from)
    fault(['in_force'], `begins before ${act.id} (${act.in_force!.from})`)
  if (act.in_force!.until !== null && (inForce.until === null || inForce.until > act.in_force!.until))
    fault(['in_force'], `outlives ${act.id} (${act.in_force!.until})`)
  if (inForce.until !== null && inForce.until < inForce.from) fault(['in_force'], 'ends before it begins')
  if (
    kindsOf[rule.kind] !== undefined
      ? kindsOf[rule.kind] !== kind && rule.kind !== 'declared'
      : kind !== 'D' && kind !== 'L'
  )
    fault(['rule', 'kind'], `a provision of kind ${kind} cannot have a rule of kind ${rule.kind}`)
  if (yieldsResults(rule) && value.bearer === null) fault(['bearer'], 'a duty needs its bearer')
  if (replaces !== undefined) {
    const before = known.norms.get(replaces)
    if (!before) return fault(['replaces'], `there is no norm ${replaces}`)
    checkFollows(before.inForce.until, inForce.from, (why) => fault(['in_force'], why))
  }
  value.doubts.forEach(({ id: doubt, taken, changes }, i) => {
    const found = known.doubts.get(doubt)
    if (!found) return fault(['doubts', i, 'id'], `there is no doubt ${doubt}`)
    if (!offers(found, taken)) fault(['doubts', i, 'taken'], `${taken} is none of the readings of ${doubt}`)
    if (readings[doubt] === undefined && taken !== found.default)
      fault(['doubts', i, 'taken'], `the default of ${doubt} is ${found.default}`)
    for (const reading of changes)
      if (!offers(found, reading)) fault(['doubts', i], `${reading} is none of the readings of ${doubt}`)
  })
  value.examples.forEach(({ readings: played = {} }, n) => {
    for (const [doubt, reading] of Object.entries(played))
      if (!known.doubts.has(doubt) || !offers(known.doubts.get(doubt)!, reading))
        fault(['examples', n, 'readings', doubt], `there is no reading ${reading} of ${doubt}`)
  })
  for (const doubt of doubtsIn(rule))
    if (!value.doubts.some(({ id }) => id === doubt))
      fault(['rule'], `${doubt} stands in the rule and is not among the doubts of ${value.id}`)
  checkRule(rule, fault, known)
}

const doubtsIn = (rule: Rule): string[] =>
  [...JSON.stringify(rule).matchAll(/"doubt":"(AMB-\d\d)"/g)].map(([, id]) => id!)

const kindsOf: Partial<Record<Rule['kind'], string>> = {
  formal: 'F',
  permission: 'P',
  exemption: 'X',
  declared: 'D',
}
const yieldsResults = (rule: Rule): boolean => kindsOf[rule.kind] === undefined

type Fault = (path: Path, reason: string) => never

function checkRule(rule: Rule, fault: Fault, known: Known): void {
  const norm = (id: string, path: Path) => {
    const found = id.endsWith('*')
      ? [...known.norms.keys()].some((one) => one.startsWith(id.slice(0, -1)))
      : known.norms.has(id)
    if (!found) fault(path, `there is no norm ${id}`)
  }
  if (rule.kind === 'exemption') rule.excuses.forEach((id, i) => norm(id, ['rule', 'excuses', i]))
  if ((rule.kind === 'during' || rule.kind === 'part') && rule.excuse)
    norm(rule.excuse.by, ['rule', 'excuse', 'by'])
  if (rule.kind === 'share' && !rule.at_most === !rule.at_least)
    fault(['rule'], 'a share needs either at_most or at_least')
  if (rule.kind === 'words' && !rule.all === !rule.any) fault(['rule'], 'words need either all or any')
  if (rule.kind === 'every' && !rule.list === !rule.flag)
    fault(['rule'], 'every needs either a list or a flag')
  const walk = (value: unknown, path: Path): void => {
    if (typeof value !== 'object' || value === null) return
    if ('types' in value) checkFacts(value as FactsRule, path, fault)
    if ('strict' in value && !('doubt' in value))
      fault([...path, 'strict'], 'a strict reading needs the doubt it comes from')
    if ('doubt' in value && !known.doubts.has(String(value.doubt)))
      fault([...path, 'doubt'], `there is no doubt ${String(value.doubt)}`)
    for (const [name, inner] of Object.entries(value))
      walk(inner, [...path, Array.isArray(value) ? Number(name) : name])
  }
  walk(rule, ['rule'])
}

/** A misspelt member or channel would silently find no fact. */
function checkFacts(facts: FactsRule, path: Path, fault: Fault): void {
  const member = (name: string, where: string) => {
    for (const type of facts.types)
      if (!hasMember(type, name)) fault([...path, where], `facts of type ${type} have no member ${name}`)
  }
  for (const name of Object.keys(facts.where ?? {})) member(name, 'where')
  for (const name of Object.keys(facts.contains ?? {})) member(name, 'contains')
  for (const name of facts.filled ?? []) member(name, 'filled')
  for (const name of facts.absent ?? []) member(name, 'absent')
  if (facts.own_unit) member(facts.own_unit, 'own_unit')
  if (facts.region_of_meeting) member(facts.region_of_meeting, 'region_of_meeting')
  if (facts.by_bearer) member('office', 'by_bearer')
  for (const channel of facts.channel ?? []) {
    member('channel', 'channel')
    for (const type of facts.types)
      if (!channelsOf(type).includes(channel))
        fault([...path, 'channel'], `facts of type ${type} know no channel ${channel}`)
  }
}

const channelsOf = (type: FactType): readonly string[] =>
  (factShapes[type] as { readonly channel?: readonly string[] }).channel ?? []
