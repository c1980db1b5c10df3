// The words of the command line, read once and strictly: an unknown flag is an answer, not a guess.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type LocalDate, parseLocalDate } from '#kernel'
import type { AccountWish } from './account.ts'
import type { MapWish } from './import-map.ts'
import type { RequestsWish } from './import-requests.ts'
import type { PlanWish } from './plan-nation.ts'
import type { PvrpWish } from './plan-pvrp.ts'
import { readPlanNation } from './read-plan-arguments.ts'

export type Command =
  | { name: 'serve'; empty: boolean }
  | { name: 'import-territory'; files: string[]; edition: string | undefined }
  | { name: 'import-points' | 'import-borders'; wish: MapWish }
  | { name: 'import-requests'; wish: RequestsWish }
  | { name: 'account'; wish: AccountWish }
  | { name: 'may' }
  | { name: 'verdicts' }
  | { name: 'analyse'; territory: string | undefined }
  | {
      name: 'verdicts-of-register'
      register: string[]
      facts: string
      asOf: LocalDate
      year: number | undefined
      out: string | undefined
    }
  | { name: 'law-check'; coverage: boolean; acts: string | undefined }
  | {
      name: 'what-if'
      draft: string
      register: string[]
      year: number
      facts: string | undefined
      asOf: LocalDate | undefined
      json: boolean
    }
  | { name: 'law-words' }
  | { name: 'law-export'; format: ExportFormat; out: string }
  | { name: 'plan-pvrp'; wish: PvrpWish }
  | { name: 'plan-nation'; wish: PlanWish }
  | { name: 'help'; wrong?: string }

export const exportFormats = ['akn', 'jsonld', 'schema'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Reads the arguments; paths are meant from `cwd`, the folder the caller stands in. */
export function readArguments(args: readonly string[], cwd: string): Command {
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        empty: { type: 'boolean' },
        coverage: { type: 'boolean' },
        edition: { type: 'string' },
        register: { type: 'string', multiple: true },
        territory: { type: 'string' },
        facts: { type: 'string' },
        'as-of': { type: 'string' },
        year: { type: 'string' },
        out: { type: 'string' },
        with: { type: 'string' },
        format: { type: 'string' },
        json: { type: 'boolean' },
        points: { type: 'string', multiple: true },
        source: { type: 'string' },
        map: { type: 'string' },
        meeting: { type: 'string' },
        receipts: { type: 'string' },
        person: { type: 'string' },
        office: { type: 'string' },
        role: { type: 'string' },
        pvrp: { type: 'string' },
        seconds: { type: 'string' },
        seed: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (fault) {
    // Its second sentence is about another trouble.
    return { name: 'help', wrong: (fault as Error).message.split('. ')[0]! }
  }
  const { values, positionals } = parsed
  const [first, second, ...rest] = positionals
  if (values.help || first === undefined || first === 'help') return { name: 'help' }
  if (first === 'serve' && second === undefined) return { name: 'serve', empty: values.empty ?? false }
  if (first === 'analyse' && second === undefined)
    return { name: 'analyse', territory: values.territory && resolve(cwd, values.territory) }
  if (first === 'verdicts' && second === undefined) return readVerdicts(values, cwd)
  if (first === 'law' && second === 'check' && rest.length <= 1)
    return {
      name: 'law-check',
      coverage: values.coverage ?? false,
      acts: rest[0] === undefined ? undefined : resolve(cwd, rest[0]),
    }
  if (first === 'may' && second === undefined) return { name: 'may' }
  if (first === 'law' && second === 'words' && rest.length === 0) return { name: 'law-words' }
  if (first === 'law' && second === 'export' && rest.length === 0) return readLawExport(values, cwd)
  if (first === 'what-if' && second === undefined) return readWhatIf(values, cwd)
  if (first === 'plan' && second === undefined && values.pvrp !== undefined)
    return readPlanPvrp(values.pvrp, values, cwd)
  if (first === 'plan' && second === undefined) return readPlanNation(values, cwd)
  if (first === 'account' && rest.length === 1) return readAccount(second, rest[0]!, values)
  if (first === 'import' && second === 'territory')
    return rest.length > 0
      ? { name: 'import-territory', files: rest.map((file) => resolve(cwd, file)), edition: values.edition }
      : { name: 'help', wrong: 'import territory: name at least one file' }
  if (first === 'import' && (second === 'points' || second === 'borders'))
    return rest.length > 0
      ? {
          name: `import-${second}`,
          wish: { files: rest.map((file) => resolve(cwd, file)), source: values.source?.trim() || undefined },
        }
      : { name: 'help', wrong: `import ${second}: name at least one file` }
  if (first === 'import' && second === 'requests') return readRequestsWish(rest, values, cwd)
  return { name: 'help', wrong: `unknown command: ${positionals.join(' ')}` }
}

type RequestsFlags = { readonly [flag in 'office' | 'map' | 'meeting' | 'receipts']?: string | undefined }

function readRequestsWish(
  files: readonly string[],
  { office, map, meeting, receipts }: RequestsFlags,
  cwd: string,
): Command {
  const [file, ...others] = files
  if (file === undefined || others.length > 0 || !office || !map)
    return { name: 'help', wrong: 'import requests: needs one file, --office and --map' }
  return {
    name: 'import-requests',
    wish: {
      file: resolve(cwd, file),
      office,
      // A name has no ending: shipped mappings are asked for by theirs.
      map: /[./\\]/.test(map) ? { file: resolve(cwd, map) } : { shipped: map },
      meeting,
      receipts: receipts === undefined ? undefined : resolve(cwd, receipts),
    },
  }
}

type PvrpFlags = { seconds?: string | undefined; seed?: string | undefined; out?: string | undefined }

function readPlanPvrp(file: string, { seconds = '10', seed = '1', out }: PvrpFlags, cwd: string): Command {
  if (!(Number(seconds) > 0 && Number(seconds) < Infinity))
    return { name: 'help', wrong: `plan --pvrp: --seconds ${seconds} is not a length of time` }
  if (!/^\d{1,9}$/.test(seed))
    return { name: 'help', wrong: `plan --pvrp: --seed ${seed} is not a whole number` }
  return {
    name: 'plan-pvrp',
    wish: {
      file: resolve(cwd, file),
      seconds: Number(seconds),
      seed: Number(seed),
      out: out === undefined ? undefined : resolve(cwd, out),
    },
  }
}

type AccountFlags = { person?: string | undefined; office?: string | undefined; role?: string | undefined }

function readAccount(
  deed: string | undefined,
  login: string,
  { person, office, role }: AccountFlags,
): Command {
  if (deed === 'password') return { name: 'account', wish: { deed, login } }
  if (deed !== 'add') return { name: 'help', wrong: 'account: add or password' }
  return person && office && role
    ? { name: 'account', wish: { deed, login, person, office, role } }
    : { name: 'help', wrong: 'account add: --person, --office and --role are needed' }
}

type VerdictFlags = {
  register?: string[] | undefined
  facts?: string | undefined
  'as-of'?: string | undefined
  year?: string | undefined
  out?: string | undefined
}

/** Cases on stdin, or a register and its facts: then both files and the day are needed. */
function readVerdicts({ register, facts, year, out, 'as-of': day }: VerdictFlags, cwd: string): Command {
  const given = [register, facts, year, out, day].some((flag) => flag !== undefined)
  if (!given) return { name: 'verdicts' }
  const wrong = (words: string): Command => ({ name: 'help', wrong: `verdicts: ${words}` })
  if (!register || !facts || !day) return wrong('--register, --facts and --as-of belong together')
  const asOf = parseLocalDate(day)
  if (!asOf) return wrong(`--as-of ${day} is not a day (YYYY-MM-DD)`)
  if (year !== undefined && !/^\d{4}$/.test(year)) return wrong(`--year ${year} is not a year (YYYY)`)
  return {
    name: 'verdicts-of-register',
    register: register.map((file) => resolve(cwd, file)),
    facts: resolve(cwd, facts),
    asOf,
    year: year === undefined ? undefined : Number(year),
    out: out === undefined ? undefined : resolve(cwd, out),
  }
}

type WhatIfFlags = VerdictFlags & { with?: string | undefined; json?: boolean | undefined }

function readWhatIf(flags: WhatIfFlags, cwd: string): Command {
  const { with: draft, register, year = '', facts, 'as-of': day, json = false } = flags
  const wrong = (words: string): Command => ({ name: 'help', wrong: `what-if: ${words}` })
  if (draft === undefined || !register || !/^\d{4}$/.test(year))
    return wrong('needs --with FOLDER, --register FILE and --year YYYY')
  if (day !== undefined && facts === undefined)
    return wrong('--as-of asks about facts; give --facts FILE too')
  const asOf = day === undefined ? undefined : parseLocalDate(day)
  if (day !== undefined && !asOf) return wrong(`--as-of ${day} is not a day (YYYY-MM-DD)`)
  return {
    name: 'what-if',
    draft: resolve(cwd, draft),
    register: register.map((file) => resolve(cwd, file)),
    year: Number(year),
    facts: facts === undefined ? undefined : resolve(cwd, facts),
    asOf,
    json,
  }
}

type ExportFlags = { format?: string | undefined; out?: string | undefined }

function readLawExport({ format, out }: ExportFlags, cwd: string): Command {
  const known = exportFormats.find((one) => one === format)
  return known && out !== undefined
    ? { name: 'law-export', format: known, out: resolve(cwd, out) }
    : { name: 'help', wrong: `law export: needs --format ${exportFormats.join('|')} and --out DIR` }
}
