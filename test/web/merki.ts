// A small register for page tests: the regions, and one real rural district of Zhambyl at village depth.
import type { Text } from '#kernel'
import type { Unit, UnitCode, UnitKind } from '#territory'

type Row = readonly [code: string, kk: string, ru: string, en: string]

const regions: readonly Row[] = [
  ['100000000', 'Абай облысы', 'область Абай', 'Abai region'],
  ['110000000', 'Ақмола облысы', 'Акмолинская область', 'Aqmola region'],
  ['150000000', 'Ақтөбе облысы', 'Актюбинская область', 'Aqtobe region'],
  ['190000000', 'Алматы облысы', 'Алматинская область', 'Almaty region'],
  ['230000000', 'Атырау облысы', 'Атырауская область', 'Atyrau region'],
  ['270000000', 'Батыс Қазақстан облысы', 'Западно-Казахстанская область', 'West Kazakhstan region'],
  ['310000000', 'Жамбыл облысы', 'Жамбылская область', 'Zhambyl region'],
  ['330000000', 'Жетісу облысы', 'область Жетісу', 'Zhetisu region'],
  ['350000000', 'Қарағанды облысы', 'Карагандинская область', 'Qaragandy region'],
  ['390000000', 'Қостанай облысы', 'Костанайская область', 'Qostanai region'],
  ['430000000', 'Қызылорда облысы', 'Кызылординская область', 'Qyzylorda region'],
  ['470000000', 'Маңғыстау облысы', 'Мангистауская область', 'Mangystau region'],
  ['550000000', 'Павлодар облысы', 'Павлодарская область', 'Pavlodar region'],
  ['590000000', 'Солтүстік Қазақстан облысы', 'Северо-Казахстанская область', 'North Kazakhstan region'],
  ['610000000', 'Түркістан облысы', 'Туркестанская область', 'Turkistan region'],
  ['620000000', 'Ұлытау облысы', 'область Ұлытау', 'Ulytau region'],
  ['630000000', 'Шығыс Қазақстан облысы', 'Восточно-Казахстанская область', 'East Kazakhstan region'],
  ['710000000', 'Астана қаласы', 'город Астана', 'Astana city'],
  ['750000000', 'Алматы қаласы', 'город Алматы', 'Almaty city'],
  ['790000000', 'Шымкент қаласы', 'город Шымкент', 'Shymkent city'],
]

/** Okrugs of Merki district, each with villages: bare names. */
const okrugs: readonly (readonly [Row, readonly Row[]])[] = [
  [['315430000', 'Мерке', 'Меркенский', 'Merke'], [['315430100', 'Мерке', 'Мерке', 'Merke']]],
  [
    ['315431000', 'Ақермен', 'Акерменский', 'Aqermen'],
    [
      ['315431100', 'Ақермен', 'Акермен', 'Aqermen'],
      ['315431300', 'Ақкөз-Қайнар', 'Аккоз-Кайнар', 'Aqkoz-Qainar'],
      ['315431500', 'Алтынарық', 'Алтынарык', 'Altynaryq'],
    ],
  ],
  [
    ['315432000', 'Ақтоған', 'Актоганский', 'Aqtogan'],
    [
      ['315432100', 'Ақтоған', 'Актоган', 'Aqtogan'],
      ['315432500', 'Қазақдиқан', 'Казахдикан', 'Qazaqdiqan'],
    ],
  ],
  [
    ['315437000', 'Кеңес', 'Кенесский', 'Kenes'],
    [
      ['315437100', 'Кеңес', 'Кенес', 'Kenes'],
      ['315437700', 'Жауғаш', 'Жаугаш', 'Zhaugash'],
    ],
  ],
  [
    ['315445000', 'Сарымолдаев', 'Сарымолдаевский', 'Sarymoldaev'],
    [
      ['315445100', 'Сарымолдаев', 'Сарымолдаева', 'Sarymoldaev'],
      ['315445300', 'Екпінді', 'Екпенды', 'Ekpindi'],
      ['315445400', 'Ойтал', 'Ойтал', 'Oital'],
    ],
  ],
  [
    ['315443000', 'Ойтал', 'Ойталский', 'Oital'],
    [
      ['315443100', 'Ойтал', 'Ойтал', 'Oital'],
      ['315443300', 'Маханда', 'Маханда', 'Makhanda'],
    ],
  ],
  [
    ['315447000', 'Тәтті', 'Таттинский', 'Tatti'],
    [
      ['315447100', 'Тәтті', 'Татти', 'Tatti'],
      ['315447400', 'Ақ жол', 'Ак жол', 'Aq zhol'],
    ],
  ],
  [
    ['315453000', 'Аспара', 'Аспаринский', 'Aspara'],
    [
      ['315453100', 'Аспара', 'Аспара', 'Aspara'],
      ['315453200', 'Қайыңдысай', 'Кайындысай', 'Qaiyndysai'],
      ['315453300', 'Құмарық', 'Кумарык', 'Qumaryq'],
    ],
  ],
]

const district: Row = ['315400000', 'Мерке', 'Меркенский', 'Merke']

export function unit(
  code: string,
  parent: string | null,
  kind: UnitKind,
  name: Text,
  short: Text,
  hasAkim: boolean,
): Unit {
  return {
    code: code as UnitCode,
    parent: parent as UnitCode | null,
    kind,
    name,
    short,
    hasAkim,
    from: null,
    to: null,
  }
}

const textOf = ([, kk, ru, en]: Row): Text => ({ kk, ru, en })
const named = (
  [, kk, ru, en]: Row,
  kkWord: string,
  ruWord: (name: string) => string,
  enWord: string,
): Text => ({
  kk: `${kk} ${kkWord}`,
  ru: ruWord(ru),
  en: `${en} ${enWord}`,
})

export const merkiUnits: readonly Unit[] = [
  ...regions.map((row) => {
    const kind = row[0] === '710000000' ? 'capital' : /^7[59]/.test(row[0]) ? 'republican-city' : 'oblast'
    return unit(row[0], null, kind, textOf(row), textOf(row), true)
  }),
  unit(
    district[0],
    '310000000',
    'district',
    named(district, 'ауданы', (ru) => `${ru} район`, 'district'),
    textOf(district),
    true,
  ),
  ...okrugs.flatMap(([okrug, villages]) => [
    unit(
      okrug[0],
      district[0],
      'rural-okrug',
      named(okrug, 'ауылдық округі', (ru) => `${ru} сельский округ`, 'rural okrug'),
      textOf(okrug),
      true,
    ),
    ...villages.map((village) =>
      unit(
        village[0],
        okrug[0],
        'village',
        named(village, 'ауылы', (ru) => `село ${ru}`, 'village'),
        textOf(village),
        false,
      ),
    ),
  ]),
]
