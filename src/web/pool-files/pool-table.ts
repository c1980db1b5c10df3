// The pool as a table: one row an issue, in both languages of the state.
import { bodiesOn } from '#territory'
import type { PublicPool } from '../pages/read-pool.ts'
import { catalogues } from '../words/index.ts'
import type { PoolColumn } from '../words/pool/kk.ts'
import type { Cell } from './write-xlsx.ts'
import { sphereTitle } from '../parts/sphere-name.ts'

const [kk, ru] = [catalogues.kk, catalogues.ru]
const columns = Object.keys(kk.pool.columns) as PoolColumn[]
const both = (a: string, b: string): string => (a === b ? a : `${a} / ${b}`)

/** The head and the rows. */
export function poolTable({ pool, meeting, units, problems }: PublicPool): Cell[][] {
  const head = columns.map((column) => both(kk.pool.columns[column], ru.pool.columns[column]))
  const bodies = bodiesOn(meeting.day)
  const rows = pool.content.issues.map((issue, at): Cell[] => {
    const unit = units.get(issue.unit)?.name
    const body = bodies.find(({ id }) => id === issue.body)?.name
    const row: Record<PoolColumn, Cell> = {
      number: at + 1,
      titleKk: issue.title.kk,
      titleRu: issue.title.ru,
      place: unit ? both(unit.kk, unit.ru) : issue.unit,
      code: issue.unit,
      sphere: both(
        sphereTitle({ language: 'kk' }, issue.sphere),
        sphereTitle({ language: 'ru' }, issue.sphere),
      ),
      level: both(kk.ask.levels[issue.level], ru.ask.levels[issue.level]),
      body: body ? both(body.kk, body.ru) : '',
      funding: issue.funding
        ? both(kk.pool.needsMoney, ru.pool.needsMoney)
        : both(kk.pool.needsNoMoney, ru.pool.needsNoMoney),
      voices: issue.voices,
      channels: issue.channels
        .map((one) => both(kk.ask.receipt.channels[one], ru.ask.receipt.channels[one]))
        .join('; '),
      first: issue.first,
      last: issue.last,
      priority: issue.priority,
      again: issue.earlier.length,
      quotes: issue.quotes.map(({ words }) => words).join('\n'),
      problem: problems.get(issue.group)?.id ?? '',
    }
    return columns.map((column) => row[column])
  })
  return [head, ...rows]
}
