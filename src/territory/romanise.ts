// English names, romanised by rule from the Kazakh ones: a convenience for readers, never an official spelling.
import type { UnitKind } from './unit.ts'

// prettier-ignore
const letters: Record<string, string> = {
  а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'zh', з: 'z', и: 'i', й: 'y',
  к: 'k', қ: 'k', л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o', ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u',
  ұ: 'u', ү: 'u', ф: 'f', х: 'kh', һ: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', і: 'i',
  ь: '', э: 'e', ю: 'yu', я: 'ya',
}

/** Writes Kazakh or Russian Cyrillic in plain Latin letters; what is no Cyrillic letter stays as it is. */
export function romanise(text: string): string {
  let out = ''
  for (const letter of text) {
    const small = letter.toLowerCase()
    const latin = letters[small]
    if (latin === undefined) out += letter
    else out += small === letter ? latin : latin.slice(0, 1).toUpperCase() + latin.slice(1)
  }
  return out
}

/** Where English has a name of its own and not a romanised one. */
const english: Record<string, string> = {
  Абай: 'Abai',
  'Солтүстік Қазақстан': 'North Kazakhstan',
  'Батыс Қазақстан': 'West Kazakhstan',
  'Шығыс Қазақстан': 'East Kazakhstan',
  Қарағанды: 'Karaganda',
}

const nouns: Record<UnitKind, string> = {
  oblast: 'region',
  'republican-city': 'city',
  capital: 'city',
  district: 'district',
  'oblast-city': 'city',
  'city-district': 'district',
  'district-city': 'city',
  settlement: 'settlement',
  village: 'village',
  'rural-okrug': 'rural okrug',
  microdistrict: 'microdistrict',
  'populated-place': '',
}
const placeNouns: Record<string, string> = {
  city: 'city',
  city_district: 'district',
  station: 'station',
  siding: 'siding',
}

/** The bare name in English ("Merki", "North Kazakhstan"). */
export const englishShortName = (shortKk: string): string => english[shortKk] ?? romanise(shortKk)

/** The full name in English ("Merki district"); a place of no kind known to the law keeps its own full name. */
export function englishName(kind: UnitKind, sourceType: string, shortKk: string, nameKk: string): string {
  const noun = nouns[kind] || placeNouns[sourceType]
  return noun ? `${englishShortName(shortKk)} ${noun}` : romanise(nameKk)
}
