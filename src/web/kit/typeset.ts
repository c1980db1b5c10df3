// Sheets as PDF, by typst: words are handed to a template as data and never become markup.
import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const font = (name: string) => readFileSync(new URL(`fonts/${name}`, import.meta.url))
/** About 20 ms, when the first sheet is asked for. */
let opened: NodeCompiler | null = null

/** The template reads the data as `json(bytes(sys.inputs.data))`. The same template and data give the same bytes. */
export function typeset(template: string, data: object): Uint8Array<ArrayBuffer> {
  opened ??= NodeCompiler.create({
    fontArgs: [{ fontBlobs: [font('golos-regular.ttf'), font('golos-bold.ttf')] }],
  })
  const pdf = opened.pdf({ mainFileContent: template, inputs: { data: JSON.stringify(data) } })
  // What was laid out long ago is forgotten, or the process would grow with every sheet.
  opened.evictCache(10)
  return new Uint8Array(pdf)
}

/** A word of a hundred letters would run off the sheet: it may break where there is no better place. */
export const breakable = (text: string): string => text.replace(/[^\s\u200b]{24}/gu, '$&\u200b')
