// The lowest level that can solve a problem, by what the problem is and where.
import type { Level } from './lexicon.ts'
import type { SphereRead } from './find-sphere.ts'
import type { Word } from './words-of.ts'

export type LevelRead = { readonly level: Level; readonly words: string }

const lawful =
  /^(парламент|заннама|занди|заниң|законодат|закон$|закона$|законопроект|министр|укимет$|укиметтик|правительств|правителств|президент|межгосударств|укиметарал|республикалик|республиканск)/
const regional = /^(облистик|областн|облис$|облуправлен)/

/**
 * The level of the strongest concept of the sphere. `centre`: the place is the centre of a district, whose streets are
 * the district's; `urban`: a city, where there is no akim of an okrug.
 */
export function findLevel(
  read: SphereRead,
  words: readonly Word[],
  where: { readonly centre: boolean; readonly urban: boolean },
): LevelRead {
  const own = read.evidence.filter(({ sphere }) => sphere === read.sphere)
  const strongest = own[0]
  let level: Level = strongest?.level ?? 'district'
  let why = strongest?.concept ?? ''
  const has = (concept: string) => own.some((one) => one.concept === concept)
  if (read.sphere === 'roads') {
    const street = has('street') || words.some(({ fold }) => /^(кошес|коше$|улиц|ул$)/.test(fold))
    if (has('republican-road')) [level, why] = ['central', 'republican-road']
    else if (has('bridge') || has('intercity-road')) level = 'district'
    else if (
      street &&
      (level === 'district' || level === 'okrug') &&
      ['road', 'road-surface', 'pothole', 'street', 'drainage-culvert'].includes(why)
    )
      level = where.centre ? 'district' : 'okrug'
  }
  const law = words.find(({ fold }) => lawful.test(fold))
  if (
    law &&
    (level === 'region' || read.sphere === 'social-payments' || read.sphere === 'employment') &&
    !/^(министр|республ)/.test(law.fold)
  )
    [level, why] = ['central', law.lower]
  const upper = words.find(({ fold }) => regional.test(fold))
  if (upper && level === 'district' && read.sphere !== 'roads') void upper
  if (where.urban && level === 'okrug') level = 'district'
  return { level, words: why }
}
