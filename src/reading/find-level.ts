// The lowest level that can solve a problem, by what the problem is and where.
import type { Level } from './lexicon.ts'
import type { SphereRead } from './find-sphere.ts'
import type { Word } from './words-of.ts'

const repairs = new Set(['road', 'road-surface', 'pothole', 'street', 'drainage-culvert'])

export type LevelRead = { readonly level: Level; readonly words: string }

const lawful =
  /^(парламент|заннама|занди|заниң|законодат|закон$|закона$|законопроект|министр|укимет$|укиметтик|правительств|правителств|президент|межгосударств|укиметарал|республикалик|республиканск)/

/**
 * The level of the strongest concept of the sphere. `centre`: the place is the centre of a district, whose streets are
 * the district's; `far`: a city elsewhere is named; `urban`: a city, where there is no akim of an okrug.
 */
export function findLevel(
  read: SphereRead,
  words: readonly Word[],
  where: { readonly centre: boolean; readonly urban: boolean; readonly far: boolean },
): LevelRead {
  const own = read.evidence.filter(({ sphere }) => sphere === read.sphere)
  const strongest = own[0]
  let level: Level = strongest?.level ?? 'district'
  let why = strongest?.concept ?? ''
  const has = (concept: string) => own.some((one) => one.concept === concept)
  if (read.sphere === 'roads') {
    const street = has('street') || words.some(({ fold }) => /^(кошес|коше$|улиц|ул$)/.test(fold))
    // A quarter is one of a city, which has no akim of an okrug.
    const quarter = words.some(({ fold }) => /^(мкр|микрораион|молтек|икшам|шагин|квартал)/.test(fold))
    const small = words.some(({ fold }) =>
      /^(гравии|шебен|отсип|грейдер|греидер|киирш|топирак|кииршик)/.test(fold),
    )
    if (has('republican-road')) [level, why] = ['central', 'republican-road']
    else if (
      has('highway') &&
      !street &&
      !words.some(({ fold }) => /^(аудандик|раионн?ого|ауиларалик|подезд)/.test(fold))
    )
      [level, why] = ['central', 'highway']
    else if (has('bridge') || has('intercity-road')) level = 'district'
    else if (street && (level === 'district' || level === 'okrug') && repairs.has(why))
      level = (where.centre || quarter) && !small ? 'district' : 'okrug'
  }
  // Police and big enterprises answer to nobody below the region.
  for (const [sphere, concept] of [
    ['public-safety', 'police'],
    ['employment', 'enterprise'],
  ])
    if (read.sphere === sphere && level === 'district' && has(concept!)) [level, why] = ['region', concept!]
  if (read.sphere === 'transport' && where.far && level === 'district' && (why === 'bus' || why === 'fare'))
    [level, why] = ['region', 'fare']
  if (read.sphere === 'internet-comms' && words.some(({ fold }) => /^(роуминг|шекара|границ)/.test(fold)))
    [level, why] = ['central', 'border']
  const law = words.find(({ fold }) => lawful.test(fold))
  if (
    law &&
    (level === 'region' || read.sphere === 'social-payments' || read.sphere === 'employment') &&
    !/^(министр|республ)/.test(law.fold)
  )
    [level, why] = ['central', law.lower]
  if (where.urban && level === 'okrug') level = 'district'
  return { level, words: why }
}
