// The lowest level that can solve a problem, by what the problem is and where.
import type { Level } from './lexicon.ts'
import type { SphereRead } from './find-sphere.ts'
import type { Word } from './words-of.ts'

const repairs = new Set(['road', 'road-surface', 'pothole', 'street', 'drainage-culvert'])

/** Who answers for a sphere whatever was told of it, where the words speak of another. */
const nearest: Readonly<Record<string, Partial<Record<Level, Level>>>> = {
  health: { okrug: 'region', district: 'region' },
  ecology: { okrug: 'region', district: 'region' },
  heating: { okrug: 'district', region: 'district' },
  water: { region: 'district' },
  kindergartens: { region: 'district' },
  'internet-comms': { okrug: 'region' },
}

type Saying = {
  readonly spheres: readonly string[]
  readonly from: readonly Level[]
  /** The first of them that one of these words tells. */
  readonly words: RegExp
  readonly unless?: RegExp
  readonly level: Level
}
const below: readonly Level[] = ['okrug', 'district', 'region']
/** Words that say whose it is, by sphere. */
const sayings: readonly Saying[] = [
  // Borders, and rivers shared with other states.
  {
    spheres: ['other', 'land', 'transport', 'agriculture'],
    from: below,
    words: /^(шекара|границ|погран|кеден$|кеденде|тамож)/,
    unless: /^(коргау|охран|участк|телим)/,
    level: 'central',
  },
  {
    spheres: ['ecology', 'agriculture', 'water'],
    from: below,
    words:
      /^(китаи$|китаид|китаиг|китаин|китаие|киргизстан|кирг(?:из|изи)$|узбек|озбекстан|россии$|рессеи|трансгранич|трансшекара|мемлекетарал|укиметарал|межгосударств)/,
    level: 'central',
  },
  {
    spheres: ['land'],
    from: below,
    words: /^(городиш|заповедник|заказник|корик(?:$|ти|тин|ша)|нацпарк|улттик$)/,
    level: 'central',
  },
  // The railway is the state's.
  {
    spheres: ['transport'],
    from: below,
    words: /^(поезд|поизд|електричк|вагон|перрон|релс|темиржол|ктж$)/,
    unless: /^(автобус$|автобуст|автобуса|маршрут)/,
    level: 'central',
  },
  {
    spheres: ['social-payments', 'employment'],
    from: below,
    words: /^(вокзал|перрон|поезд|поизд|депо$|депос|депон|депод|темиржол|локомотив|ктж$|вагон)/,
    level: 'central',
  },
  {
    spheres: ['roads'],
    from: below,
    words: /^(шлагбаум|перезд|темиржол$)/,
    level: 'central',
  },
  // Roads that the region keeps.
  {
    spheres: ['roads'],
    from: ['okrug', 'district'],
    words: /^(понтон|паром|переправ|облистик|облистин|област|облуправ|облавто)/,
    level: 'region',
  },
  {
    spheres: ['social-payments'],
    from: ['okrug', 'district'],
    words: /^(колиаск|протез|слухов|есту$|подгузник|жоргек|ипр$|арба|сурдо)/,
    unless: /^(пандус|вокзал)/,
    level: 'region',
  },
  {
    spheres: ['agriculture'],
    from: ['okrug', 'district'],
    words: /^(субсид|квот|лимит)/,
    level: 'region',
  },
  {
    spheres: ['agriculture'],
    from: ['district', 'region'],
    words: /^(иесиз|бродиа|бродит|беспризор|беспривиаз|гулиаиу|каранбаи|бос$|туиел|верблиуд)/,
    unless: /^(субсид|вакцин|екпе|вет|бруцел|ауру|канал|суар|полив|корм|жем|кирил|кишима|дари)/,
    level: 'okrug',
  },
  {
    spheres: ['transport'],
    from: ['okrug', 'district'],
    words: /^(каменогорск|облисарал|межобласт)/,
    level: 'region',
  },
  // Small things of a village, and what a district buys for its schools.
  {
    spheres: ['waste'],
    from: ['district'],
    words: /^(свалк|стихиин|выбрасива|толти$|толди$|толип|калдик|бет?елк|бот?елк)/,
    unless: /^(полигон|вивоз|шигар|контеинер|жашик|тутин|дим|мал$|мола|коми)/,
    level: 'okrug',
  },
  {
    spheres: ['schools'],
    from: ['region'],
    words: /^(столов|асхана|питани|тамак|порци|макарон|буфет)/,
    level: 'district',
  },
  {
    spheres: ['gas'],
    from: ['region'],
    words: /^(балон|пропан)/,
    unless: /^(кубир|труб|откизу)/,
    level: 'district',
  },
  {
    spheres: ['gas'],
    from: ['district', 'okrug'],
    words: /^(подклиуч|врезк|косу$|косуга|косиу|косила|косилу|киргиз|откиз|кубир)/,
    unless: /^(балон|пропан)/,
    level: 'region',
  },
]

/** A hundred kilometres and more are no road of a district. */
const isLong = (words: readonly Word[]): boolean =>
  words.some(
    ({ fold }, at) =>
      /^(?:шакир|километр|км$)/.test(fold) &&
      (/^[1-9]\d\d$/.test(words[at - 1]?.lower ?? '') ||
        /^(?:жуз|двести|триста|двухсот|сто|сотн)/.test(words[at - 1]?.fold ?? '')),
  )

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
  const said = sayings.find(
    ({ spheres, from, words: pattern, unless }) =>
      spheres.includes(read.sphere) &&
      from.includes(level) &&
      words.some(({ fold }) => pattern.test(fold)) &&
      !(unless && words.some(({ fold }) => unless.test(fold))),
  )
  if (said) {
    why = words.find(({ fold }) => said.words.test(fold))!.lower
    level = said.level
  } else if (read.sphere === 'roads' && level !== 'central' && isLong(words)) [level, why] = ['region', 'km']
  level = nearest[read.sphere]?.[level] ?? level
  // A quarter is one of a city.
  if (
    level === 'okrug' &&
    (read.sphere === 'landscaping-lighting' || read.sphere === 'waste') &&
    !words.some(({ fold }) => /^(алан|площадк|оиин|каруссел|карусел)/.test(fold)) &&
    words.some(({ fold }) => /^(мкр|микрораион|молтек|икшам|шагин|калалик$|городско|калас)/.test(fold))
  )
    level = 'district'
  if (where.urban && level === 'okrug') level = 'district'
  return { level, words: why }
}
