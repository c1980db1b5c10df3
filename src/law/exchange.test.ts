// What the law gives to others: Akoma Ntoso that parses and refers to itself soundly, JSON-LD whose terms all mean something.
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { type Act, akomaNtoso, obligationsLd, readActs } from './index.ts'

const law = readActs(join(import.meta.dirname, '../../acts'))

type Element = {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: Element[]
  text: string
}

/** Throws when the text is not well-formed, namespaces included. */
function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (fault) => {
    throw fault
  })
  parser.on('opentag', ({ name, attributes }) => {
    const own = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]))
    const element: Element = { name, attributes: own, children: [], text: '' }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => (open.at(-1)!.text += text))
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  return root.children[0]!
}

const all = (of: Element): Element[] => [of, ...of.children.flatMap(all)]
const named = (of: Element, name: string) => all(of).filter((one) => one.name === name)
const one = (of: Element, name: string) => named(of, name)[0]!
const documentOf = (act: Act, language: 'kk' | 'ru' | 'en' = 'en') => parse(akomaNtoso(law, act, language))

describe('Akoma Ntoso', () => {
  test.each(law.acts.map((act) => [act.id, act] as const))(
    '%s parses, and each reference inside leads somewhere',
    (_, act) => {
      for (const language of ['kk', 'ru', 'en'] as const) {
        const root = documentOf(act, language)
        expect([root.name, root.children.map(({ name }) => name)]).toEqual(['akomaNtoso', ['act']])
        expect(root.attributes['xmlns']).toBe('http://docs.oasis-open.org/legaldocml/ns/akn/3.0')
        const ids = all(root).flatMap(({ attributes }) => attributes['eId'] ?? [])
        expect(new Set(ids).size).toBe(ids.length)
        const known = new Set(ids)
        for (const { name, attributes } of all(root))
          for (const key of ['href', 'source', 'start', 'end', 'refersTo', 'period', 'as'])
            for (const word of (attributes[key] ?? '').split(' '))
              if (word.startsWith('#'))
                expect([name, key, word, known.has(word.slice(1))]).toEqual([name, key, word, true])
      }
    },
  )

  test('the metadata stand in the order of the standard, with work, expression and manifestation', () => {
    const root = documentOf(law.act('A826')!)
    expect(one(root, 'meta').children.map(({ name }) => name)).toEqual([
      'identification',
      'lifecycle',
      'analysis',
      'temporalData',
      'references',
      'notes',
      'proprietary',
    ])
    expect(one(root, 'act').children.map(({ name }) => name)).toEqual(['meta', 'preface', 'body'])
    const parts = one(root, 'identification').children
    expect(parts.map(({ children }) => children[1]!.attributes['value'])).toEqual([
      '/akn/kz/act/decree/2022-03-03/826',
      '/akn/kz/act/decree/2022-03-03/826/eng@2024-01-01',
      '/akn/kz/act/decree/2022-03-03/826/eng@2024-01-01.akn',
    ])
    expect(one(root, 'FRBRlanguage').attributes).toEqual({ language: 'eng' })
  })

  test('editions are events of the life of the act, and provisions are in force between them', () => {
    const root = documentOf(law.act('A826')!)
    expect(
      named(root, 'eventRef').map(({ attributes }) => [
        attributes['date'],
        attributes['type'],
        attributes['source'],
      ]),
    ).toEqual([
      ['2022-03-03', 'generation', '#original'],
      ['2022-03-07', 'generation', '#original'],
      ['2024-01-01', 'amendment', '#ref_A20231120'],
    ])
    const spans = named(root, 'timeInterval').map(({ attributes: { start, end } }) => [start, end])
    expect(spans).toEqual([
      ['#ev_2022-03-07', undefined],
      ['#ev_2022-03-07', '#ev_2024-01-01'],
      ['#ev_2024-01-01', undefined],
    ])
    const points = named(root, 'point')
    expect(points).toHaveLength(law.provisions.filter(({ act }) => act === 'A826').length)
    const visits = points.filter(({ children }) => children[0]!.text.endsWith('2.1.c'))
    expect(visits.map(({ children, attributes }) => [children[0]!.text, attributes['period']])).toEqual([
      ['A826-2.1.c', '#tg_2'],
      ['A826E2-2.1.c', '#tg_3'],
    ])
    expect(visits[0]!.attributes['refersTo']).toBe('#role_district-akim')
  })

  test('modifications: what it repealed, and what changed or repealed it', () => {
    const a826 = documentOf(law.act('A826')!)
    expect(
      one(a826, 'activeModifications').children.map(({ attributes, children }) => [
        attributes['type'],
        children[1]!.attributes['href'],
      ]),
    ).toEqual([
      ['repeal', '/akn/kz/act/decree/2016-02-05/190'],
      ['repeal', '/akn/kz/act/decree/2020-02-24/272'],
      ['repeal', '/akn/kz/act/decree/2020-09-07/403'],
      ['repeal', '/akn/kz/act/decree/2018-01-10/622'],
    ])
    expect(one(a826, 'passiveModifications').children).toHaveLength(7)
    const a863 = documentOf(law.act('A863')!)
    expect(named(a863, 'eventRef').map(({ attributes }) => [attributes['date'], attributes['type']])).toEqual(
      [
        ['2022-04-07', 'generation'],
        ['2023-04-13', 'amendment'],
        ['2024-01-10', 'repeal'],
      ],
    )
    expect(
      one(a863, 'passiveModifications').children.map(({ children }) => children[0]!.attributes['href']),
    ).toEqual(['/akn/kz/act/decree/2023-04-13/195', '/akn/kz/act/decree/2024-01-09/431'])
  })

  test('marks in a gist are escaped, and a stray one would be found', () => {
    const act = { ...law.act('A826')!, gist: { kk: 'a', ru: 'b', en: 'a < b & "c"' } }
    const xml = akomaNtoso(law, act, 'en')
    expect(one(parse(xml), 'docTitle').text).toBe('a < b & "c"')
    expect(() => parse(xml.replace('a &lt; b', 'a < b'))).toThrow()
    expect(() => parse(xml.replace('</body>', ''))).toThrow()
  })
})

describe('JSON-LD', () => {
  const document = JSON.parse(JSON.stringify(obligationsLd(law))) as {
    '@context': Record<string, unknown>
    '@graph': Record<string, unknown>[]
  }
  const graph = document['@graph']

  test('every term and type is explained by the context', () => {
    const terms = new Set(Object.keys(document['@context']))
    for (const node of graph) {
      for (const term of Object.keys(node)) expect([term, terms.has(term)]).toEqual([term, true])
      expect([node['type'], terms.has(node['type'] as string)]).toEqual([node['type'], true])
    }
    const prefixes = JSON.stringify(document['@context']).matchAll(/"([a-z]+):[A-Za-z_]+"/g)
    for (const [, prefix] of prefixes) expect([prefix, terms.has(prefix!)]).toEqual([prefix, true])
  })

  test('ids are one for each provision and edition, and what is referred to is there', () => {
    const ids = graph.map((node) => node['id'] as string)
    expect(new Set(ids).size).toBe(law.acts.length + law.provisions.length)
    for (const node of graph)
      for (const term of ['partOf', 'replaces', 'repealedBy', 'amends'])
        if (term in node)
          expect([term, node[term], ids.includes(node[term] as string)]).toEqual([term, node[term], true])
    expect(graph.find(({ norm }) => norm === 'A826E2-2.1.c')).toMatchObject({
      id: '/eli/kz/decree/2022/826/2.1.c/2024-01-01',
      type: 'Limit',
      replaces: '/eli/kz/decree/2022/826/2.1.c/2022-03-07',
      partOf: '/eli/kz/decree/2022/826',
      bearer: ['district-akim'],
      period: 'half-year',
      doubt: expect.arrayContaining([
        { id: 'urn:kezdesu:doubt:AMB-08', type: 'Doubt', reading: 'lower-tier' },
      ]),
    })
  })
})
