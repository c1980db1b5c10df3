// Two engines from the registry, on the part of the law that they can express: comparisons of numbers that somebody has
// already found. Choosing editions, periods, objects and the facts that count is done for them beforehand and not timed.
import { Engine as RulesEngine } from 'json-rules-engine'
import Engine from 'publicodes'
import type { VerdictWord } from '#law'

/** One question of the subset, as numbers. Days are counted; a missing day or minute is null. */
export type Item =
  | {
      readonly kind: 'notice'
      readonly meeting: number
      readonly ahead: number
      readonly notice: number | null
    }
  | { readonly kind: 'quarter'; readonly planned: number; readonly told: number }
  | { readonly kind: 'fixed'; readonly due: number; readonly done: number | null }

const words = ['met', 'boundary', 'late', 'missed'] as const

/** Rules of the subset in the language of publicodes; a verdict is the position of its word. */
const rules = {
  'meeting day': 'oui',
  ahead: 'oui',
  'notice day': 'oui',
  'planned minutes': 'oui',
  'told minutes': 'oui',
  'fixed day': 'oui',
  'done day': 'oui',
  'notice verdict': byDay('notice day', 'meeting day - ahead', 'meeting day - ahead - 1'),
  'quarter verdict': {
    variations: [{ si: 'told minutes * 4 <= planned minutes', alors: 0 }, { sinon: 3 }],
  },
  'fixed verdict': byDay('done day', 'fixed day', 'fixed day - 1'),
}

function byDay(done: string, due: string, strict: string) {
  return {
    variations: [
      { si: `${done} = -1`, alors: 3 },
      { si: `${done} <= ${strict}`, alors: 0 },
      { si: `${done} <= ${due}`, alors: 1 },
      { sinon: 2 },
    ],
  }
}

const situationOf = (item: Item): Record<string, number> => {
  switch (item.kind) {
    case 'notice':
      return { 'meeting day': item.meeting, ahead: item.ahead, 'notice day': item.notice ?? -1 }
    case 'quarter':
      return { 'planned minutes': item.planned, 'told minutes': item.told }
    case 'fixed':
      return { 'fixed day': item.due, 'done day': item.done ?? -1 }
  }
}

export function publicodes(): (items: readonly Item[]) => VerdictWord[] {
  const { 'notice verdict': notice, 'quarter verdict': quarter, 'fixed verdict': fixed, ...inputs } = rules
  const numbers = Object.fromEntries(Object.keys(inputs).map((name) => [name, { 'par défaut': 0 }]))
  const engine = new Engine({
    ...numbers,
    'notice verdict': notice,
    'quarter verdict': quarter,
    'fixed verdict': fixed,
  } as never)
  return (items) =>
    items.map((item) => {
      engine.setSituation(situationOf(item) as never)
      return words[engine.evaluate(`${item.kind} verdict`).nodeValue as number]!
    })
}

export function jsonRulesEngine(): (items: readonly Item[]) => Promise<VerdictWord[]> {
  const engine = new RulesEngine([], { allowUndefinedFacts: true })
  const fact = (name: string) => ({ fact: name })
  engine.addFact(
    'notice due',
    async (_, facts) =>
      (await facts.factValue<number>('meeting day')) - (await facts.factValue<number>('ahead')),
  )
  engine.addFact('notice strict', async (_, facts) => (await facts.factValue<number>('notice due')) - 1)
  engine.addFact('fixed strict', async (_, facts) => (await facts.factValue<number>('fixed day')) - 1)
  engine.addFact('told four times', async (_, facts) => (await facts.factValue<number>('told minutes')) * 4)
  const add = (kind: string, verdict: VerdictWord, conditions: object[]) =>
    engine.addRule({
      conditions: { all: [{ fact: 'kind', operator: 'equal', value: kind }, ...conditions] } as never,
      event: { type: verdict },
    })
  const byDay = (kind: string, done: string, due: string, strict: string) => {
    const isDone = { fact: done, operator: 'greaterThanInclusive', value: 0 }
    add(kind, 'missed', [{ fact: done, operator: 'lessThan', value: 0 }])
    add(kind, 'met', [isDone, { fact: done, operator: 'lessThanInclusive', value: fact(strict) }])
    add(kind, 'boundary', [
      { fact: done, operator: 'greaterThan', value: fact(strict) },
      { fact: done, operator: 'lessThanInclusive', value: fact(due) },
    ])
    add(kind, 'late', [{ fact: done, operator: 'greaterThan', value: fact(due) }])
  }
  byDay('notice', 'notice day', 'notice due', 'notice strict')
  byDay('fixed', 'done day', 'fixed day', 'fixed strict')
  const told = { fact: 'told four times', value: fact('planned minutes') }
  add('quarter', 'met', [{ ...told, operator: 'lessThanInclusive' }])
  add('quarter', 'missed', [{ ...told, operator: 'greaterThan' }])
  return async (items) => {
    const verdicts: VerdictWord[] = []
    for (const item of items) {
      const { events } = await engine.run({ kind: item.kind, ...situationOf(item) })
      verdicts.push(events[0]!.type as VerdictWord)
    }
    return verdicts
  }
}
