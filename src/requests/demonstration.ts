// The requests of the demonstration, as they stand in data/demonstration/requests.yaml.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Both } from '#meetings'
import type { UnitCode } from '#territory'
import type { RequestChannel } from './request.ts'

export type DemonstrationRequest = {
  readonly unit: UnitCode
  readonly channel: RequestChannel
  /** Days before the first start. */
  readonly days: number
  readonly words: string
  /** A name that a clerk would have noted. */
  readonly who: string | null
}

export type DemonstrationRequests = {
  /** Issues of the approved pool, in its order. */
  readonly pool: readonly {
    readonly title: Both
    readonly funding: boolean
    readonly requests: readonly DemonstrationRequest[]
  }[]
  readonly open: readonly DemonstrationRequest[]
  readonly answered: readonly { readonly request: DemonstrationRequest; readonly answer: Both }[]
  readonly spam: readonly DemonstrationRequest[]
}

type Row = [unit: number, channel: RequestChannel, days: number, words: string, who?: string]
type Pair = [kk: string, ru: string]

/** Reads the file that the product ships; it is ours and is trusted to be well made. */
export function readDemonstrationRequests(path: string): DemonstrationRequests {
  const file = parse(readFileSync(path, 'utf8')) as {
    pool: { title: Pair; funding: boolean; requests: Row[] }[]
    open: Row[]
    answered: { request: Row; answer: Pair }[]
    spam: Row[]
  }
  const request = ([unit, channel, days, words, who]: Row): DemonstrationRequest => ({
    unit: String(unit) as UnitCode,
    channel,
    days,
    words,
    who: who ?? null,
  })
  const both = ([kk, ru]: Pair): Both => ({ kk, ru })
  return {
    pool: file.pool.map(({ title, funding, requests }) => ({
      title: both(title),
      funding,
      requests: requests.map(request),
    })),
    open: file.open.map(request),
    answered: file.answered.map((one) => ({ request: request(one.request), answer: both(one.answer) })),
    spam: file.spam.map(request),
  }
}
