// Reads the folder acts/: every file is checked, and the first fault stops the start with file, line and reason.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Act,
  type Doubt,
  type Edition,
  type Example,
  type Provision,
  actFile,
  doubtsFile,
  examplesFile,
  provisionFile,
} from './act.ts'
import { checkActs } from './check-acts.ts'
import { type Law, compileLaw } from './compile.ts'
import { exampleCase } from './example-case.ts'
import { type Path, type Source, readYaml } from './read-yaml.ts'
import { rule as ruleSchema } from './rule.ts'

export type ReadOptions = {
  /** Readings an installation takes instead of the defaults: doubt → reading. */
  readonly readings?: Readonly<Record<string, string>>
}

/** Where each thing was read, so that later checks can point at it. */
export type Located<T> = { readonly value: T; readonly fault: (path: Path, reason: string) => never }

/** Loads and checks the law; throws an `ActFault` on the first thing wrong. `dir` holds doubts.yaml and one folder an act. */
export function readActs(dir: string, { readings = {} }: ReadOptions = {}): Law {
  const doubts = readYaml(dir, 'doubts.yaml', doubtsFile)
  const shared = readYaml(dir, 'examples.yaml', examplesFile).value
  const acts: Located<Act>[] = []
  const provisions: Located<Provision>[] = []
  for (const folder of foldersIn(dir)) {
    const act = readAct(dir, folder)
    acts.push(act)
    for (const edition of foldersIn(join(dir, folder)))
      for (const file of readdirSync(join(dir, folder, edition))
        .filter((name) => name.endsWith('.yaml'))
        .sort())
        provisions.push(
          ...readProvisions(dir, `${folder}/${edition}/${file}`, act.value, edition, shared, readings),
        )
  }
  checkActs(acts, provisions, doubts, readings)
  const expanded = provisions.map(({ value }) => withExcuses(value, provisions))
  return compileLaw(
    acts.map(({ value }) => value),
    expanded,
    doubts.value as readonly Doubt[],
  )
}

const foldersIn = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()

function readAct(dir: string, folder: string): Located<Act> {
  const file = `${folder}/act.yaml`
  const { value, fault } = readYaml(dir, file, actFile)
  const whole: Edition[] = value.in_force ? [{ id: 'e1', ...value.in_force }] : []
  return { value: { ...value, editions: value.editions ?? whole, folder }, fault }
}

function readProvisions(
  dir: string,
  file: string,
  act: Act,
  edition: string,
  shared: { territory: unknown[]; offices: unknown[] },
  readings: Readonly<Record<string, string>>,
): Located<Provision>[] {
  const source = readYaml(dir, file, provisionFile)
  const { value, fault, lineOf } = source
  if (value.act !== act.id) fault(['act'], `the folder holds ${act.id}, not ${value.act}`)
  if (value.edition !== edition) fault(['edition'], `the folder is ${edition}, not ${value.edition}`)
  return value.provisions.map((part, i) => {
    const at: Path = ['provisions', i]
    const { in_force, examples, doubts, ...rest } = part
    const provision: Provision = {
      ...rest,
      act: act.id,
      edition,
      paragraph: value.paragraph,
      source: value.source ?? act.source,
      inForce: in_force ?? value.in_force,
      doubts: (doubts ?? []).map(({ id, taken }) => ({ id, taken: readings[id] ?? taken })),
      rule: ruleAsRead(part, at, source, readings),
      examples: (examples ?? []).map((example, n): Example => {
        const given = exampleCase(example, shared)
        if (!given.ok)
          fault(
            [...at, 'examples', n],
            `${given.refusal.pointer} ${given.refusal.reason} ${given.refusal.found ?? ''}`,
          )
        return { ...example, given: (given as Extract<typeof given, { ok: true }>).value }
      }),
      file,
      line: lineOf(at),
    }
    return { value: provision, fault: (path, reason) => fault([...at, ...path], reason) }
  })
}

type Part = ReturnType<typeof provisionFile.parse>['provisions'][number]

/** The rule with the parameters of the readings that are taken; every reading offered must make a rule too. */
function ruleAsRead(
  { rule, doubts }: Part,
  at: Path,
  { fault }: Source<unknown>,
  readings: Readonly<Record<string, string>>,
): Part['rule'] {
  let read = rule
  doubts?.forEach(({ id, instead }, n) => {
    for (const [reading, change] of Object.entries(instead ?? {})) {
      const path = [...at, 'doubts', n, 'instead', reading]
      const changed = ruleSchema.safeParse({ ...rule, ...change })
      if (!changed.success) fault(path, changed.error.issues[0]!.message)
      if (readings[id] === reading) read = { ...read, ...change } as Part['rule']
    }
  })
  return strictly(read, readings) as Part['rule']
}

/** Marks the due days whose doubt this installation reads strictly. */
function strictly(value: unknown, readings: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((one) => strictly(one, readings))
  if (typeof value !== 'object' || value === null) return value
  const read = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, strictly(one, readings)]))
  const doubt = read['doubt']
  return 'strict' in read && typeof doubt === 'string' && readings[doubt] === 'strict'
    ? { ...read, strictly: true }
    : read
}

/** `A863-3.*` stands for every provision below paragraph 3. */
function withExcuses(provision: Provision, all: readonly Located<Provision>[]): Provision {
  const { rule } = provision
  if (rule.kind !== 'exemption') return provision
  const ids = all.map(({ value }) => value.id)
  const excuses = rule.excuses.flatMap((excuse) =>
    excuse.endsWith('*') ? ids.filter((id) => id.startsWith(excuse.slice(0, -1))) : [excuse],
  )
  return { ...provision, rule: { ...rule, excuses } }
}
