// `kezdesu law export`: the law for other programs, as files in a folder.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Law, akomaNtoso, factsSchema, obligationsLd } from '#law'
import type { ExportFormat } from './arguments.ts'

/** Writes the files and prints what was written; the exit code is 1 when the folder cannot take them. */
export function lawExport(law: Law, format: ExportFormat, out: string, print: (line: string) => void): 0 | 1 {
  const files = filesOf(law, format)
  try {
    mkdirSync(out, { recursive: true })
    for (const [name, text] of files) writeFileSync(join(out, name), text)
  } catch (fault) {
    print(`${out}: ${(fault as Error).message}`)
    return 1
  }
  print(`${files.length} ${files.length === 1 ? 'file' : 'files'} in ${out}`)
  return 0
}

function filesOf(law: Law, format: ExportFormat): [name: string, text: string][] {
  switch (format) {
    case 'akn':
      return law.acts.flatMap((act) =>
        (['kk', 'ru', 'en'] as const).map((language): [string, string] => [
          `${act.id.toLowerCase()}.${language}.xml`,
          akomaNtoso(law, act, language),
        ]),
      )
    case 'jsonld':
      return [['obligations.jsonld', json(obligationsLd(law))]]
    case 'schema':
      return [['facts.schema.json', json(factsSchema())]]
  }
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`
