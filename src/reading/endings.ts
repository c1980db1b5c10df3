// What may follow a stem, in folded letters: chains of Kazakh suffixes, endings of Russian nouns and adjectives.

const plural = '(?:лар|лер|дар|дер|тар|тер)'
const possessive = '(?:имиз|миз|иниз|низ|ин|им|м|си|и|н)'
const grammaticalCase =
  '(?:нин|дин|тин|ни|ди|ти|н|га|ге|ка|ке|на|не|нда|нде|да|де|та|те|дан|ден|тан|тен|нан|нен|мен|бен|пен|а|е)'
const located = '(?:ндаги|ндеги|даги|деги|таги|теги|ниги|дики|тики|ники)'
const derived = '(?:лик|лиг|дик|диг|тик|тиг|ли|ти|ди|сиз|шилар|ши|дас|дес|дай|дей|даи|деи|таи|теи)'
const person = '(?:мин|пин|бин|син|сиз|миз|пиз|биз|миздар|сиздер)'

const kazakh = new RegExp(
  `^${derived}?${plural}?${possessive}?${grammaticalCase}?(?:${located}${plural}?${possessive}?${grammaticalCase}?)?${person}?$`,
)

/** Endings as they are spelt, without signs; folded below. */
// prettier-ignore
const russian = new Set(
  ['', 'а', 'я', 'ы', 'и', 'у', 'ю', 'е', 'о', 'ой', 'ей', 'ом', 'ем', 'ам', 'ям', 'ами', 'ями', 'ах', 'ях', 'ов', 'ев',
    'ый', 'ий', 'ая', 'яя', 'ое', 'ее', 'ые', 'ие', 'ого', 'его', 'ому', 'ему', 'ым', 'им', 'ую', 'юю', 'ых', 'их',
    'ыми', 'ими', 'ою', 'ею', 'ии', 'ию', 'ия', 'ье', 'ья', 'ью', 'ьев']
    .map((ending) => foldEnding(ending)),
)

function foldEnding(ending: string): string {
  return ending
    .replace(/[ыий]/g, 'и')
    .replaceAll('ь', '')
    .replaceAll('ю', 'иу')
    .replaceAll('я', 'иа')
    .replace(/(.)\1+/g, '$1')
}

/** Whether the rest of a folded word is a chain of Kazakh suffixes (none is one too). */
export const isKazakhEnding = (rest: string): boolean => rest.length <= 14 && kazakh.test(rest)

/** Whether the rest of a folded word is an ending of a Russian noun or adjective (none is one too). */
export const isRussianEnding = (rest: string): boolean => russian.has(rest)

/** Suffixes in the order of stripping, outermost first; folded. */
const layers: readonly (readonly string[])[] = [
  ['миздар', 'сиздер', 'сиз', 'миз', 'мин', 'пин', 'бин', 'син'],
  ['ндаги', 'ндеги', 'даги', 'деги', 'таги', 'теги', 'ники', 'дики', 'тики'],
  [
    'нда',
    'нде',
    'нан',
    'нен',
    'дан',
    'ден',
    'тан',
    'тен',
    'мен',
    'бен',
    'пен',
    'нин',
    'дин',
    'тин',
    'да',
    'де',
    'та',
    'те',
    'ни',
    'ди',
    'ти',
    'га',
    'ге',
    'ка',
    'ке',
    'на',
    'не',
  ],
  ['имиз', 'иниз', 'си', 'им', 'ин', 'и'],
  ['лар', 'лер', 'дар', 'дер', 'тар', 'тер'],
]

/** The stem of a Kazakh word in folded letters: personal, case, possessive and plural suffixes taken off. */
export function kazakhStem(fold: string): string {
  let stem = fold
  for (const suffixes of layers)
    for (const suffix of suffixes)
      if (
        stem.length - suffix.length >= 3 &&
        stem.endsWith(suffix) &&
        /[аеиоуэ]/.test(stem.slice(0, -suffix.length))
      ) {
        stem = stem.slice(0, -suffix.length)
        break
      }
  return stem.replace(/б$/, 'п').replace(/г$/, 'к')
}
