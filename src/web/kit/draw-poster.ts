// The poster as PDF, by typst: words are handed over as data and never become markup.
import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { renderSVG } from 'uqr'
import { dayNumeral } from '../words/format.ts'
import { kitTextsKk } from '../words/kit/told-kk.ts'
import { kitTextsRu } from '../words/kit/told-ru.ts'
import type { Kit } from './kit-facts.ts'
import type { Paper } from './kit-texts.ts'

const file = (name: string) => readFileSync(new URL(name, import.meta.url))
/** About 20 ms, when the first poster is asked for. */
let opened: { readonly compiler: NodeCompiler; readonly template: string } | null = null
const typst = () =>
  (opened ??= {
    compiler: NodeCompiler.create({
      fontArgs: [{ fontBlobs: [file('fonts/golos-regular.ttf'), file('fonts/golos-bold.ttf')] }],
    }),
    template: file('poster.typ').toString(),
  })

/** The same kit gives the same bytes. */
export function drawPoster(kit: Kit, paper: Paper): Uint8Array<ArrayBuffer> {
  const { compiler, template } = typst()
  const { day, start, url, demonstration } = kit.kk
  const data = {
    paper,
    demonstration,
    day: dayNumeral(day),
    start,
    url,
    shownUrl: breakable(url.replace(/^https?:\/\//, '')),
    // Four modules of quiet around it, as readers need them.
    code: renderSVG(url, { ecc: 'M', border: 4 }),
    kk: words(kitTextsKk.poster(kit.kk)),
    ru: words(kitTextsRu.poster(kit.ru)),
  }
  const pdf = compiler.pdf({ mainFileContent: template, inputs: { data: JSON.stringify(data) } })
  // What was laid out long ago is forgotten, or the process would grow with every poster.
  compiler.evictCache(10)
  return new Uint8Array(pdf)
}

/** A word of a hundred letters would run off the sheet: it may break where there is no better place. */
const breakable = (text: string): string => text.replace(/[^\s\u200b]{24}/gu, '$&\u200b')
const words = (told: ReturnType<(typeof kitTextsKk)['poster']>) =>
  Object.fromEntries(
    Object.entries(told).map(([name, value]) => [
      name,
      typeof value === 'string' ? breakable(value) : value.map(breakable),
    ]),
  )
