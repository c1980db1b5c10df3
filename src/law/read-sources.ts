// The files of acts/, each read against its schema; what depends on the readings taken is made from them later.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Act,
  type Doubt,
  type Edition,
  type Example,
  type ProvisionFile,
  actFile,
  doubtsFile,
  examplesFile,
  provisionFile,
} from './act.ts'
import { exampleCase } from './example-case.ts'
import { type Path, type Source, readYaml } from './read-yaml.ts'

/** Where each thing was read, so that later checks can point at it. */
export type Located<T> = { readonly value: T; readonly fault: (path: Path, reason: string) => never }

export type SourceFile = {
  readonly act: Act
  readonly file: string
  readonly source: Source<ProvisionFile>
  /** Of each provision, read. */
  readonly examples: readonly (readonly Example[])[]
}

/** All files of a folder of acts. */
export type Sources = {
  readonly doubts: Source<readonly Doubt[]>
  readonly shared: Shared
  readonly acts: readonly Located<Act>[]
  readonly files: readonly SourceFile[]
}

/** The small country on which examples are played. */
type Shared = { readonly territory: readonly unknown[]; readonly offices: readonly unknown[] }

export function readSources(dir: string): Sources {
  const doubts = readYaml(dir, 'doubts.yaml', doubtsFile)
  const shared = readYaml(dir, 'examples.yaml', examplesFile).value
  return { doubts, shared, ...readActFolders(dir, shared) }
}

/** The acts of a folder that has no register of doubts of its own. */
export function readActFolders(dir: string, shared: Shared): Pick<Sources, 'acts' | 'files'> {
  const acts: Located<Act>[] = []
  const files: SourceFile[] = []
  for (const folder of foldersIn(dir)) {
    const act = readAct(dir, folder)
    acts.push(act)
    for (const edition of foldersIn(join(dir, folder)))
      for (const file of readdirSync(join(dir, folder, edition))
        .filter((name) => name.endsWith('.yaml'))
        .sort())
        files.push(readFile(dir, `${folder}/${edition}/${file}`, act.value, edition, shared))
  }
  return { acts, files }
}

const foldersIn = (dir: string): string[] =>
  existsSync(dir)
    ? readdirSync(dir, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : []

function readAct(dir: string, folder: string): Located<Act> {
  const file = `${folder}/act.yaml`
  const { value, fault } = readYaml(dir, file, actFile)
  const whole: Edition[] = value.in_force ? [{ id: 'e1', ...value.in_force }] : []
  return { value: { ...value, editions: value.editions ?? whole, folder }, fault }
}

function readFile(dir: string, file: string, act: Act, edition: string, shared: Shared): SourceFile {
  const source = readYaml(dir, file, provisionFile)
  const { value, fault } = source
  if (value.act !== act.id) fault(['act'], `the folder holds ${act.id}, not ${value.act}`)
  if (value.edition !== edition) fault(['edition'], `the folder is ${edition}, not ${value.edition}`)
  const examples = value.provisions.map((part, i) =>
    (part.examples ?? []).map((example, n): Example => {
      const given = exampleCase(example, shared)
      if (given.ok) return { ...example, given: given.value }
      const { pointer, reason, found, allowed } = given.refusal
      const within = pointer.split('/').slice(1)
      const told = `${reason.replaceAll('-', ' ')}${found ? ` ${found}` : ''}${allowed ? `; one of ${allowed.join(', ')}` : ''}`
      return fault(['provisions', i, 'examples', n, ...within], told)
    }),
  )
  return { act, file, source, examples }
}
