// `kezdesu analyse < requests.jsonl > predictions.jsonl`: each request read and grouped, one line each.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import {
  type AnalysedRequest,
  type GazetteerPlace,
  type RequestText,
  analyseRequests,
  readKnowledge,
} from '#reading'
import { readRegisterFile, unitsOf } from '#territory'
import { fileWords } from './import-words.ts'
import { linesOf } from './lines.ts'

export type AnalyseOutput = {
  readonly print: (line: string) => void
  readonly complain: (line: string) => void
}

/** A register with more places than one district has is a hint only: its names are those of a whole country. */
const mostOfOneOffice = 600
const longestLine = 8_000_000

/**
 * Reads requests from a file of JSON Lines with `id` and `text` and prints what was understood of each. A line that is
 * broken is told with its number and left out; the result is 1 only when nothing could be read.
 */
export async function analyse(
  input: string,
  territory: string | undefined,
  { print, complain }: AnalyseOutput,
): Promise<number> {
  const gazetteer = territory === undefined ? [] : readGazetteer(territory, complain)
  if (!gazetteer) return 1
  const requests: RequestText[] = []
  const known = new Set<string>()
  for await (const lines of linesOf(input, longestLine))
    for (const { number, text } of lines) {
      const read = readLine(text)
      if (typeof read === 'string') complain(`line ${number}: ${read}`)
      else if (known.has(read.id))
        complain(`line ${number}: the id ${JSON.stringify(read.id.slice(0, 80))} came before`)
      else {
        known.add(read.id)
        requests.push(read)
      }
    }
  const knowledge = { ...readKnowledge(), gazetteer, sure: gazetteer.length <= mostOfOneOffice }
  for (const one of analyseRequests(requests, knowledge)) print(JSON.stringify(predictionOf(one)))
  return 0
}

/** The fields of a prediction; `why` is for people. */
const predictionOf = ({ id, reading, grouping }: AnalysedRequest) => ({
  id,
  lang: reading.language,
  sphere: reading.sphere,
  kind: reading.kind,
  level: reading.level,
  place: reading.place,
  cluster: reading.level === null ? null : grouping.group,
  near_duplicate_of: grouping.copyOf,
  pii: reading.personal,
  why: {
    words: reading.concepts.slice(0, 3).map(({ concept, words }) => `${concept}: ${words}`),
    learnt: reading.learnt.slice(0, 3),
    kind: reading.signs.slice(0, 3).map(({ sign, words }) => (words === '' ? sign : `${sign}: ${words}`)),
    group: grouping.reasons.map(({ kind, what }) => `${kind}: ${what}`),
  },
})

/** Nothing but id and text is looked at. */
function readLine(text: string | null): RequestText | string {
  if (text === null) return `longer than ${longestLine} characters`
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'not JSON'
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not an object'
  const { id, text: words } = value as { id?: unknown; text?: unknown }
  if (typeof id !== 'string' || id === '') return 'has no id'
  if (typeof words !== 'string') return 'has no text'
  return { id, text: words }
}

function readGazetteer(path: string, complain: (line: string) => void): GazetteerPlace[] | undefined {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch {
    complain(`${path}: cannot be read`)
    return undefined
  }
  const file = readRegisterFile(basename(path), bytes)
  if (!file.ok) {
    complain(fileWords(file.refusal))
    return undefined
  }
  return unitsOf(file.value.rows)
    .units.filter(({ kind }) => kind !== 'oblast' && kind !== 'district' && kind !== 'rural-okrug')
    .map(({ code, short }) => ({ id: code, names: [short.kk, short.ru] }))
}
