// An act as Akoma Ntoso 3.0 (OASIS LegalDocML): our gists, its editions as events, what it changes and what changed it.
import { type Text, addDays } from '#kernel'
import type { Act, Provision } from './act.ts'
import type { Law } from './compile.ts'
import { type Timeline, amendedBy, timelineOf } from './timeline.ts'
import { type Node, node, write } from './xml.ts'

type Language = keyof Text
const languages = { kk: 'kaz', ru: 'rus', en: 'eng' } as const satisfies Record<Language, string>

/** The Work of an act, as the naming convention of Akoma Ntoso gives it; `nn` stands for a number nobody knows. */
export function workUri({ issuer, date, in_force, number }: Act): string {
  const kind = issuer === 'president' ? 'decree' : 'resolution'
  return `/akn/kz/act/${kind}/${date ?? in_force?.from.slice(0, 4) ?? 'undated'}/${number ?? 'nn'}`
}

/** One document for an act and a language, holding every edition of every provision. */
export function akomaNtoso(law: Law, act: Act, language: Language): string {
  const provisions = law.provisions.filter((one) => one.act === act.id)
  const timeline = timelineOf(law, act, provisions)
  const root = node(
    'akomaNtoso',
    {
      xmlns: 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0',
      'xmlns:kezdesu': 'urn:kezdesu:law',
    },
    node(
      'act',
      { name: act.issuer === 'president' ? 'decree' : 'resolution', contains: 'multipleVersions' },
      node(
        'meta',
        {},
        identification(act, language, timeline),
        node(
          'lifecycle',
          by,
          ...timeline.events.map(({ id, date, type, source }) =>
            node('eventRef', { eId: id, date, type, source: `#${source}` }),
          ),
        ),
        ...analysis(law, act, provisions, timeline),
        ...(timeline.groups.size > 0 ? [temporalData(timeline)] : []),
        references(law, act, provisions, language),
        ...(provisions.some(({ doubts }) => doubts.length > 0) ? [notes(law, provisions, language)] : []),
        ...(provisions.length > 0 ? [rules(provisions)] : []),
      ),
      node('preface', {}, node('longTitle', {}, node('p', {}, node('docTitle', {}, act.gist[language])))),
      node('body', { eId: 'body' }, ...body(provisions, language, timeline)),
    ),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root)}\n`
}

/** Who says what is said in the metadata. */
const by = { source: '#kezdesu' }

function identification(act: Act, language: Language, { events }: Timeline): Node {
  const work = workUri(act)
  const latest = events.findLast(({ type }) => type !== 'repeal') ?? events[0]!
  const expression = `${work}/${languages[language]}@${latest.date}`
  const { date, in_force } = act
  return node(
    'identification',
    by,
    node(
      'FRBRWork',
      {},
      node('FRBRthis', { value: `${work}/!main` }),
      node('FRBRuri', { value: work }),
      node('FRBRdate', { date: date ?? in_force!.from, name: date ? 'signing' : 'in-force' }),
      node('FRBRauthor', { href: `#${act.issuer}`, as: '#author' }),
      node('FRBRcountry', { value: 'kz' }),
      ...(act.number ? [node('FRBRnumber', { value: act.number })] : []),
    ),
    node(
      'FRBRExpression',
      {},
      node('FRBRthis', { value: `${expression}/!main` }),
      node('FRBRuri', { value: expression }),
      node('FRBRdate', { date: latest.date, name: 'edition' }),
      node('FRBRauthor', { href: '#kezdesu', as: '#editor' }),
      node('FRBRlanguage', { language: languages[language] }),
    ),
    node(
      'FRBRManifestation',
      {},
      node('FRBRthis', { value: `${expression}/!main.xml` }),
      node('FRBRuri', { value: `${expression}.akn` }),
      node('FRBRdate', { date: latest.date, name: 'edition' }),
      node('FRBRauthor', { href: '#kezdesu', as: '#editor' }),
      node('FRBRformat', { value: 'application/akn+xml' }),
    ),
  )
}

const groupOf = ({ groups }: Timeline, { inForce }: Provision): string =>
  `#${groups.get(`${inForce.from} ${inForce.until}`)!.id}`

const temporalData = ({ groups }: Timeline): Node =>
  node(
    'temporalData',
    by,
    ...[...groups.values()].map(({ id, from, until }) =>
      node(
        'temporalGroup',
        { eId: id },
        node('timeInterval', {
          start: `#ev_${from}`,
          end: until && `#ev_${addDays(until, 1)}`,
          refersTo: '#inForce',
        }),
      ),
    ),
  )

function analysis(law: Law, act: Act, provisions: readonly Provision[], timeline: Timeline): Node[] {
  const found = modifications(law, act, provisions, timeline)
  return found.length > 0 ? [node('analysis', by, ...found)] : []
}

/** What the act does to others, and what others, or its own later editions, do to it. */
function modifications(law: Law, act: Act, provisions: readonly Provision[], timeline: Timeline): Node[] {
  const uri = (id: string) => workUri(law.act(id)!)
  const repealed = law.acts.filter(({ repealed_by }) => repealed_by === act.id)
  const active = [
    ...repealed.map(({ id }) => ({ type: 'repeal', source: '#body', destination: uri(id) })),
    ...(act.amends ? [{ type: 'substitution', source: '#body', destination: uri(act.amends) }] : []),
  ]
  const amendments = amendedBy(law, act)
  const [amending] = amendments
  const replaced = provisions.filter(({ replaces }) => replaces !== undefined)
  const passive = [
    ...replaced.map((one) => ({
      type: 'substitution',
      source: amending ? workUri(amending) : `#${idOf(one)}`,
      destination: `#${idOf(law.provision(one.replaces!)!)}`,
      period: groupOf(timeline, one),
    })),
    ...(replaced.length > 0
      ? []
      : amendments.map((one) => ({ type: 'substitution', source: workUri(one), destination: '#body' }))),
    ...(act.repealed_by ? [{ type: 'repeal', source: uri(act.repealed_by), destination: '#body' }] : []),
  ]
  const told = (
    of: readonly { type: string; source: string; destination: string; period?: string }[],
    prefix: string,
  ) =>
    of.map(({ type, source, destination, period }, i) =>
      node(
        'textualMod',
        { type, eId: `${prefix}_${i + 1}`, period },
        node('source', { href: source }),
        node('destination', { href: destination }),
      ),
    )
  return [
    ...(active.length > 0 ? [node('activeModifications', {}, ...told(active, 'amod'))] : []),
    ...(passive.length > 0 ? [node('passiveModifications', {}, ...told(passive, 'pmod'))] : []),
  ]
}

function references(law: Law, act: Act, provisions: readonly Provision[], language: Language): Node {
  const named = (tag: string, { id, ...one }: Act) =>
    node(tag, { eId: `ref_${id}`, href: workUri({ id, ...one }), showAs: one.gist[language] })
  const active = law.acts.filter(({ id, repealed_by }) => repealed_by === act.id || id === act.amends)
  const passive = [...amendedBy(law, act), ...law.acts.filter(({ id }) => id === act.repealed_by)]
  const posts = new Set(provisions.flatMap(({ bearer }) => bearer ?? []))
  const spoken = (tag: string, kind: string, id: string, eId = id) =>
    node(tag, { eId, href: `/akn/ontology/${kind}/kz/${id}`, showAs: id })
  return node(
    'references',
    by,
    node('original', { eId: 'original', href: workUri(act), showAs: act.gist[language] }),
    ...passive.map((one) => named('passiveRef', one)),
    ...active.map((one) => named('activeRef', one)),
    spoken('TLCOrganization', 'organization', act.issuer === 'president' ? 'president' : 'government'),
    spoken('TLCOrganization', 'organization', 'kezdesu'),
    spoken('TLCConcept', 'concept', 'inForce'),
    ...[...posts].map((post) => spoken('TLCRole', 'role', post, `role_${post}`)),
    spoken('TLCRole', 'role', 'author'),
    spoken('TLCRole', 'role', 'editor'),
  )
}

/** The doubts, with the reading taken. */
function notes(law: Law, provisions: readonly Provision[], language: Language): Node {
  const taken = new Map(provisions.flatMap(({ doubts }) => doubts.map((one) => [one.id, one.taken] as const)))
  return node(
    'notes',
    by,
    ...[...taken].sort().map(([id, reading]) => {
      const doubt = law.doubt(id)!
      const read = doubt.readings.find((one) => one.id === reading)!
      return node(
        'note',
        { eId: `note_${id}` },
        node('p', {}, `${id}. ${doubt.gist[language]} ${read.gist[language]} (${reading})`),
      )
    }),
  )
}

/** Kind, bearer and rule of each provision, in the words of acts/, for whoever would run them. */
const rules = (provisions: readonly Provision[]): Node =>
  node(
    'proprietary',
    by,
    ...provisions.map((one) =>
      node(
        'kezdesu:norm',
        {
          id: one.id,
          href: `#${idOf(one)}`,
          kind: one.kind,
          doubts: one.doubts.map(({ id }) => id).join(' ') || null,
        },
        JSON.stringify(one.rule),
      ),
    ),
  )

/** Paragraphs in the order of the files, each provision a point that is in force for its span. */
function body(provisions: readonly Provision[], language: Language, timeline: Timeline): Node[] {
  if (provisions.length === 0)
    return [node('paragraph', { eId: 'para_none' }, node('content', {}, node('p', {}, notEncoded[language])))]
  const paragraphs = new Map<string, Provision[]>()
  for (const one of provisions) {
    const own = paragraphs.get(one.paragraph)
    if (own) own.push(one)
    else paragraphs.set(one.paragraph, [one])
  }
  return [...paragraphs].map(([name, own]) =>
    node(
      'paragraph',
      { eId: paragraphId(name) },
      node('num', {}, name),
      ...own.map((one) =>
        node(
          'point',
          {
            eId: idOf(one),
            period: groupOf(timeline, one),
            refersTo:
              one.bearer === null
                ? null
                : [one.bearer]
                    .flat()
                    .map((post) => `#role_${post}`)
                    .join(' '),
          },
          node('num', {}, one.id),
          node('content', {}, node('p', {}, one.gist[language])),
        ),
      ),
    ),
  )
}

const notEncoded: Text = {
  kk: 'Мәтіні кодталмаған.',
  ru: 'Текст не закодирован.',
  en: 'The text is not encoded.',
}

const paragraphId = (name: string): string =>
  `para_${name.replaceAll(/[^0-9A-Za-z]+/g, '-').replace(/-$/, '')}`
const idOf = ({ paragraph, id }: Provision): string => `${paragraphId(paragraph)}__point_${id}`
