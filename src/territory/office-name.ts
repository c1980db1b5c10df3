// What the office of a unit is called: "Меркі ауданының әкімі", "Аким Меркенского района", "Akim of Merki district".
import type { Text } from '#kernel'

const offices = {
  akim: { kk: 'әкімі', ru: 'Аким', en: 'Akim' },
  maslikhat: { kk: 'мәслихаты', ru: 'Маслихат', en: 'Maslikhat' },
  'public-council': { kk: 'қоғамдық кеңесі', ru: 'Общественный совет', en: 'Public council' },
} as const satisfies Record<string, Text>

/** Names the akim, the maslikhat or the public council of a unit by the unit's full name, in the genitive where the language has one. */
export const officeName = (office: keyof typeof offices, unit: Text): Text => ({
  kk: `${genitiveKk(unit.kk)} ${offices[office].kk}`,
  ru: `${offices[office].ru} ${genitiveRu(unit.ru)}`,
  en: `${offices[office].en} of ${unit.en}`,
})

/** A village administration is the akim's own apparatus: the akim is the village's. */
const nounsKk: readonly (readonly [RegExp, string])[] = [
  [/ауылдық әкімдігі$/, 'ауылының'],
  [/кенттік әкімдігі$/, 'кентінің'],
  [/(облысы|ауданы|қаласы|ауылы)$/, '$1ның'],
  [/(округі|кенті)$/, '$1нің'],
]

function genitiveKk(name: string): string {
  for (const [noun, genitive] of nounsKk) if (noun.test(name)) return name.replace(noun, genitive)
  return name
}

/** Nouns in the genitive; the adjectives before them follow by their ending. */
const nounsRu: Record<string, string> = {
  область: 'области',
  город: 'города',
  район: 'района',
  округ: 'округа',
  село: 'села',
  посёлок: 'посёлка',
  администрация: 'администрации',
}
const adjectives: readonly (readonly [RegExp, string])[] = [
  [/(?<=[гкхжчшщ])ий$/, 'ого'],
  [/[ыо]й$/, 'ого'],
  [/ий$/, 'его'],
  [/(?<!я)ая$/, 'ой'],
  [/яя$/, 'ей'],
]

/** Declines up to the first noun it knows; what follows is a name in the genitive already, or one that stands still. */
function genitiveRu(name: string): string {
  const words = name.split(' ')
  const noun = words.findIndex((word) => word in nounsRu)
  if (noun < 0) return name
  const before = words.slice(0, noun).map((word) => {
    const ending = adjectives.find(([end]) => end.test(word))
    return ending ? word.replace(...ending) : word
  })
  return [...before, nounsRu[words[noun]!]!, ...words.slice(noun + 1)].join(' ')
}
