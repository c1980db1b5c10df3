// `kezdesu what-if`: the law in force against a draft, over a register and, where given, over facts.
import { basename } from 'node:path'
import { type LocalDate, done, localDate } from '#kernel'
import {
  ActFault,
  type Counts,
  type Draft,
  type NormChange,
  type WhatIf,
  prepareWorld,
  readDraft,
  verdictWords,
  whatIf,
} from '#law'
import { type Post, type UnitCode, posts } from '#territory'
import { readRegisters } from './read-register.ts'
import { readFactLines } from './verdicts-of-register.ts'

export type WhatIfWish = {
  /** The draft's folder. */
  readonly draft: string
  /** Files of one register. */
  readonly register: readonly string[]
  readonly year: number
  readonly facts: string | undefined
  readonly asOf: LocalDate | undefined
  readonly json: boolean
}
type World = {
  readonly acts: string
  readonly readingsFile?: string | undefined
  readonly print: (line: string) => void
  readonly complain: (line: string) => void
}

/** Prints the comparison as tables or as one JSON object; the exit code is 1 when something cannot be read. */
export async function whatIfCommand(
  wish: WhatIfWish,
  { acts, readingsFile, print, complain }: World,
): Promise<0 | 1> {
  const failed = (why: string): 1 => {
    complain(why)
    return 1
  }
  let draft: Draft
  try {
    draft = readDraft(acts, wish.draft, { readingsFile })
  } catch (problem) {
    if (problem instanceof ActFault) return failed(`${basename(wish.draft)}: ${problem.message}`)
    throw problem
  }
  const register = readRegisters(wish.register)
  if (!register.ok) return failed(register.refusal)
  const { territory, offices, names, refused } = register.value
  if (refused > 0) complain(`${refused} rows of the register are no units and are left out`)
  const read =
    wish.facts === undefined
      ? done({ facts: [], bad: 0 })
      : await readFactLines(wish.facts, register.value, complain)
  if (!read.ok) return failed(read.refusal)
  const world = prepareWorld({ territory, offices, facts: read.value.facts })
  const judgedOn = wish.facts === undefined ? null : (wish.asOf ?? localDate(`${wish.year}-12-31`))
  const result = whatIf(draft.base, draft.law, world, { year: wish.year, asOf: judgedOn })
  if (wish.json)
    print(JSON.stringify({ draft: { id: draft.id, gist: draft.gist, from: draft.from }, ...result }))
  else for (const line of tables(draft, result, names)) print(line)
  return read.value.bad === 0 ? 0 : 1
}

function tables(draft: Draft, result: WhatIf, names: ReadonlyMap<UnitCode, string>): string[] {
  const { year, owed, norms, compliance, asOf } = result
  const lines = [`${draft.gist.en} (${draft.id}), ${year} against the law in force`]
  if (draft.note) lines.push(draft.note.en)
  if (draft.from && draft.from.slice(0, 4) > String(year))
    lines.push(`The draft begins on ${draft.from}: in ${year} nothing changes.`)

  const posts = [...new Set(owed.map(({ post }) => post))].sort((a, b) => order(a) - order(b))
  const sum = (rows: readonly { now: number; drafted: number; offices: number }[]) =>
    rows.reduce(
      (all, one) => ({
        now: all.now + one.now,
        drafted: all.drafted + one.drafted,
        offices: all.offices + one.offices,
      }),
      { now: 0, drafted: 0, offices: 0 },
    )
  const row = (name: string, of: { now: number; drafted: number; offices: number }) => [
    name,
    count(of.offices),
    count(of.now),
    count(of.drafted),
    signed(of.drafted - of.now),
  ]
  lines.push('', 'Meetings owed in the year, at least', '')
  lines.push(
    ...table(
      ['kind of office', 'offices', 'now', 'draft', 'difference'],
      [
        ...posts.map((post) => row(post, sum(owed.filter((one) => one.post === post)))),
        row('together', sum(owed)),
      ],
    ),
  )
  const regions = [...new Set(owed.map(({ region }) => region))]
  const called = (region: UnitCode | null) => (region ? (names.get(region) ?? region) : 'centre')
  lines.push('', 'By region: meetings owed under the draft, in brackets now where it differs', '')
  lines.push(
    ...table(
      ['region', ...posts.map((post) => post.replace(/-akim$/, '')), 'together'],
      regions.map((region) => {
        const own = owed.filter((one) => one.region === region)
        return [
          called(region),
          ...posts.map((post) => cell(sum(own.filter((one) => one.post === post)))),
          cell(sum(own)),
        ]
      }),
    ),
  )
  lines.push('', 'Norm by norm', '')
  if (norms.length === 0) lines.push('No rule differs in this year.')
  for (const change of norms) lines.push(...normLines(change))
  if (compliance) {
    lines.push('', `Offices without anything missed or late among these norms, by ${asOf}`, '')
    lines.push(
      ...table(
        ['kind of office', 'offices', 'now', 'draft', 'difference'],
        [...compliance.byPost].sort((a, b) => order(a.post) - order(b.post)).map((one) => row(one.post, one)),
      ),
    )
    lines.push(
      `${count(compliance.gained.length)} offices would begin to comply, ${count(compliance.lost.length)} would cease to.`,
    )
  }
  return lines
}

function normLines({ was, becomes, how, members, verdicts }: NormChange): string[] {
  const head =
    how === 'ended'
      ? `${was} ends`
      : how === 'new'
        ? `${becomes} is new`
        : how === 'read-otherwise'
          ? `${was} is read otherwise`
          : `${becomes} stands in place of ${was}`
  const told = (value: unknown) => (value === null ? 'nothing' : JSON.stringify(value))
  return [
    head,
    ...members.map((one) => `  ${one.path}: ${told(one.was)} → ${told(one.becomes)}`),
    ...(verdicts
      ? [`  results now: ${counted(verdicts.now)}`, `  draft:       ${counted(verdicts.drafted)}`]
      : []),
  ]
}

const counted = (counts: Counts): string =>
  verdictWords
    .filter((word) => counts[word])
    .map((word) => `${count(counts[word]!)} ${word}`)
    .join(', ') || 'none'

/** From the region down, the centre last: the order in which territory names them. */
const order = (post: Post): number => posts.indexOf(post)

const count = (n: number): string => n.toLocaleString('en-US').replaceAll(',', ' ')
const signed = (n: number): string => (n === 0 ? '0' : `${n < 0 ? '−' : '+'}${count(Math.abs(n))}`)
const cell = ({ now, drafted, offices }: { now: number; drafted: number; offices: number }): string =>
  offices === 0 ? '·' : now === drafted ? count(drafted) : `${count(drafted)} (${count(now)})`

/** Columns as wide as they need to be, the first one to the left. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]!.length)))
  const line = (cells: readonly string[]) =>
    cells
      .map((text, i) => (i === 0 ? text.padEnd(widths[i]!) : text.padStart(widths[i]!)))
      .join('  ')
      .trimEnd()
  return [line(head), ...rows.map(line)]
}
