// What residents write for everybody is masked before it is shown: names, numbers and addresses by which somebody is found.
import { type NameList, type PersonalSpan, findPersonalData, maskPersonalData } from '#reading'

export type Masked = { readonly words: string; readonly spans: readonly PersonalSpan[] }

/** The words with each name of a private person, phone, personal number, address and the like as `•••`. */
export function maskWords(words: string, names: NameList): Masked {
  const spans = findPersonalData(words, names)
  return { words: maskPersonalData(words, spans), spans }
}
