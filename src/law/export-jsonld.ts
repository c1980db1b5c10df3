// The obligations of the acts as linked data: JSON-LD with terms of our own beside those of ELI (European Legislation Identifier).
import type { Text } from '#kernel'
import type { Act, Provision } from './act.ts'
import type { Law } from './compile.ts'
import { postsOf } from './rule.ts'

/** What every term means; gists are strings by language. */
export const context = {
  '@version': 1.1,
  eli: 'http://data.europa.eu/eli/ontology#',
  kz: 'urn:kezdesu:law#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  id: '@id',
  type: '@type',
  Act: 'eli:LegalResource',
  Obligation: 'kz:Obligation',
  Limit: 'kz:Limit',
  Permission: 'kz:Permission',
  Exemption: 'kz:Exemption',
  Formal: 'kz:Formal',
  gist: { '@id': 'kz:gist', '@container': '@language' },
  number: 'eli:number',
  signed: { '@id': 'eli:date_document', '@type': 'xsd:date' },
  inForceFrom: { '@id': 'eli:first_date_entry_in_force', '@type': 'xsd:date' },
  inForceUntil: { '@id': 'eli:date_no_longer_in_force', '@type': 'xsd:date' },
  partOf: { '@id': 'eli:is_part_of', '@type': '@id' },
  repealedBy: { '@id': 'eli:repealed_by', '@type': '@id' },
  amends: { '@id': 'eli:amends', '@type': '@id' },
  replaces: { '@id': 'kz:replaces', '@type': '@id' },
  source: { '@id': 'eli:based_on', '@type': '@id' },
  norm: 'kz:norm',
  paragraph: 'kz:paragraph',
  bearer: { '@id': 'kz:bearer', '@container': '@set' },
  ruleKind: 'kz:ruleKind',
  period: 'kz:period',
  rule: { '@id': 'kz:rule', '@type': '@json' },
  doubt: { '@id': 'kz:doubt', '@container': '@set' },
  Doubt: 'kz:Doubt',
  reading: 'kz:reading',
} as const

type Node = { readonly [term: string]: unknown }

/** `/eli/kz/decree/2022/826`; an act without number is told by its id. */
export function eliOf({ issuer, date, in_force, number, id }: Act): string {
  const kind = issuer === 'president' ? 'decree' : 'resolution'
  return `/eli/kz/${kind}/${(date ?? in_force?.from ?? 'undated').slice(0, 4)}/${number ?? id.toLowerCase()}`
}

/** The provision, and the day from which it reads so: `/eli/kz/decree/2022/826/2.1.c/2024-01-01`. */
const eliOfProvision = (law: Law, { id, act, inForce }: Provision): string =>
  `${eliOf(law.act(act)!)}/${id.slice(id.indexOf('-') + 1)}/${inForce.from}`

/** All acts and provisions as one document. */
export const obligationsLd = (law: Law): Node => ({
  '@context': context,
  '@graph': [
    ...law.acts.map((act) => actNode(law, act)),
    ...law.provisions.map((one) => provisionNode(law, one)),
  ],
})

const actNode = (law: Law, act: Act): Node => ({
  id: eliOf(act),
  type: 'Act',
  gist: act.gist,
  ...given('number', act.number),
  ...given('signed', act.date),
  ...given('inForceFrom', act.in_force?.from),
  ...given('inForceUntil', act.in_force?.until),
  ...given('repealedBy', act.repealed_by && eliOf(law.act(act.repealed_by)!)),
  ...given('amends', act.amends && eliOf(law.act(act.amends)!)),
  ...given('source', act.source),
})

const types = { D: 'Obligation', L: 'Limit', P: 'Permission', X: 'Exemption', F: 'Formal' } as const

const provisionNode = (law: Law, one: Provision): Node => ({
  id: eliOfProvision(law, one),
  type: types[one.kind],
  norm: one.id,
  gist: one.gist satisfies Text,
  partOf: eliOf(law.act(one.act)!),
  paragraph: one.paragraph,
  inForceFrom: one.inForce.from,
  ...given('inForceUntil', one.inForce.until),
  ...given('replaces', one.replaces && eliOfProvision(law, law.provision(one.replaces)!)),
  bearer: one.bearer === null ? [] : postsOf(one.bearer),
  ruleKind: one.rule.kind,
  ...given('period', 'period' in one.rule ? one.rule.period : null),
  rule: one.rule,
  doubt: one.doubts.map(({ id, taken }) => ({
    id: `urn:kezdesu:doubt:${id}`,
    type: 'Doubt',
    reading: taken,
  })),
})

const given = (term: string, value: unknown): Node =>
  value === null || value === undefined || value === '' ? {} : { [term]: value }
