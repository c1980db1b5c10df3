// `kezdesu verdicts --register … --facts …`: a whole register with a year of facts in, one result a line out.
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { type LocalDate, type Result, done, refuse } from '#kernel'
import {
  type Fact,
  type FactRefusal,
  type Law,
  type OfficeInput,
  type PlaceInput,
  type RegisterInput,
  type Verdict,
  type VerdictWord,
  evaluateInSteps,
  factIntake,
  prepareWorld,
  verdictWords,
} from '#law'
import { number } from './import-words.ts'
import { linesOf } from './lines.ts'
import { readRegister } from './read-register.ts'
import { written } from './verdicts.ts'

export type RegisterWish = {
  /** Units and offices as JSON Lines, or the official classifier; of several files the later one adds or replaces. */
  readonly register: readonly string[]
  readonly facts: string
  readonly asOf: LocalDate
  readonly year: number | undefined
}

/** Judges all offices of a register. Bad lines are named on `errors`, counted, and left out; then the exit code is 1. */
export async function verdictsOfRegister(
  law: Law,
  { register: paths, facts: path, asOf, year }: RegisterWish,
  output: Writable,
  errors: Writable,
): Promise<0 | 1> {
  const say = (line: string) => void errors.write(`${line}\n`)
  const register = registerOf(paths)
  if (!register.ok) {
    say(`${register.refusal}; nothing was judged`)
    return 1
  }
  const { territory, offices, rows } = register.value
  if (rows > 0) say(`${number(rows)} rows of the register are no units and are left out`)
  const read = await readFactLines(path, register.value, say)
  if (!read.ok) {
    say(`${read.refusal}; nothing was judged`)
    return 1
  }
  const { facts, bad } = read.value
  const counts = new Map<string, Map<VerdictWord, number>>()
  await write(output, (take) =>
    evaluateInSteps(law, prepareWorld({ territory, offices, facts }), { asOf, year }, (verdict) => {
      count(counts, verdict)
      take(JSON.stringify(written(verdict)))
    }),
  )
  for (const line of summary(counts)) say(line)
  say(`${number(offices.length)} offices, ${number(facts.length)} facts, ${number(bad)} lines refused`)
  return bad + rows === 0 ? 0 : 1
}

/** Several files as one register; the refusal is a sentence for the operator. */
function registerOf(paths: readonly string[]): Result<RegisterInput & { readonly rows: number }, string> {
  const territory = new Map<string, PlaceInput>()
  const offices = new Map<string, OfficeInput>()
  let rows = 0
  for (const path of paths) {
    const read = readRegister(path)
    if (!read.ok) return read
    rows += read.value.refused
    for (const unit of read.value.territory) territory.set(unit.code, unit)
    for (const office of read.value.offices) offices.set(office.id, office)
  }
  return done({ territory: [...territory.values()], offices: [...offices.values()], rows })
}

/** So many refused lines are named; the rest are only counted. */
const named = 100

type ReadFacts = { readonly facts: readonly Fact[]; readonly bad: number }

/** Reads facts line by line; those that are none are named by `say`, counted, and left out. */
export async function readFactLines(
  path: string,
  register: RegisterInput,
  say: (line: string) => void,
): Promise<Result<ReadFacts, string>> {
  const intake = factIntake(register)
  const lines: number[] = []
  let bad = 0
  const refused = (line: number, { pointer, reason, found }: FactRefusal) => {
    bad++
    if (bad <= named) say(`line ${line}: ${pointer || '/'} ${reason}${found ? ` (${found})` : ''}`)
    else if (bad === named + 1) say('… and more')
  }
  try {
    for await (const batch of linesOf(path))
      for (const { number, text } of batch) {
        const refusal = text === null ? tooLong : take(intake.take, text)
        if (refusal) refused(number, refusal)
        else lines.push(number)
      }
  } catch (fault) {
    return refuse(`${path}: ${(fault as Error).message}`)
  }
  const { facts, refused: left } = intake.finish()
  for (const { turn, refusal } of left) refused(lines[turn]!, refusal)
  return done({ facts, bad })
}

const tooLong: FactRefusal = { pointer: '', reason: 'too-long' }

function take(of: (value: unknown) => FactRefusal | undefined, line: string): FactRefusal | undefined {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { pointer: '', reason: 'not-json' }
  }
  return of(value)
}

/** Writes lines as they come, waiting whenever the reader cannot follow. */
async function write(
  output: Writable,
  work: (take: (line: string) => void) => Iterable<void>,
): Promise<void> {
  let waiting = ''
  for (const _ of work((line) => (waiting += `${line}\n`))) {
    if (waiting.length < 1 << 17) continue
    if (!output.write(waiting)) await once(output, 'drain')
    waiting = ''
  }
  output.write(waiting)
}

function count(counts: Map<string, Map<VerdictWord, number>>, { norm, verdict }: Verdict): void {
  let of = counts.get(norm)
  if (!of) counts.set(norm, (of = new Map()))
  of.set(verdict, (of.get(verdict) ?? 0) + 1)
}

function summary(counts: ReadonlyMap<string, ReadonlyMap<VerdictWord, number>>): string[] {
  const total = new Map<VerdictWord, number>()
  const row = (name: string, of: ReadonlyMap<VerdictWord, number>) =>
    `${name.padEnd(17)}${verdictWords.map((word) => number(of.get(word) ?? 0).padStart(Math.max(word.length, 9) + 1)).join('')}`
  const head = `${''.padEnd(17)}${verdictWords.map((word) => word.padStart(Math.max(word.length, 9) + 1)).join('')}`
  const rows = [...counts].map(([norm, of]) => {
    for (const [word, n] of of) total.set(word, (total.get(word) ?? 0) + n)
    return row(norm, of)
  })
  return [head, ...rows, row('all', total)]
}
