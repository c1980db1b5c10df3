// What residents write for everybody is masked before it is shown: numbers and addresses by which somebody is found.
import { type PersonalSpan, findPersonalData, makeNameList, maskPersonalData } from '#reading'

/** No list of first names: an akim is called by his name, and who writes of a neighbour is shown it and asked. */
const noNames = makeNameList([])

export type Masked = { readonly words: string; readonly found: readonly PersonalSpan['type'][] }

/** The words with each phone, personal number, card, address and the like as `•••`. */
export function maskWords(words: string): Masked {
  const spans = findPersonalData(words, noNames)
  return { words: maskPersonalData(words, spans), found: [...new Set(spans.map(({ type }) => type))] }
}
