import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldName } from './fold.ts'
import { type RegisterUnit, unitsOf } from './kato.ts'
import { answers, nameKeys, readNameQuery } from './name-query.ts'
import { readRegisterFile } from './read-register.ts'

const shared = process.env['KEZDESU_SHARED']

/** Each line: spellings that people use for one name. */
const spellings: readonly (readonly [string, ...string[]])[] = [
  ['Көкшетау', 'Кокшетау', 'kokshetau', 'KÖKSHETAU', 'Kókshetaý', 'Kökşetau', 'Koksetau', 'kokshetaw'],
  ['Қарағанды', 'Караганды', 'Qarağandy', 'Qaragandy', 'Karagandy', 'қарағанды', 'Karaghandy'],
  ['Жезқазған', 'Жезказган', 'Jezqazğan', 'Zhezkazgan', 'Zhezqazghan', 'Джезказган', 'Žezkazgan'],
  ['Шымкент', 'Чимкент', 'Shymkent', 'Şymkent', 'Chimkent', 'SHIMKENT'],
  ['Алматы', 'almaty', 'ALMATY', 'Álmatı'],
  ['Өскемен', 'Оскемен', 'Oskemen', 'Öskemen', 'Óskemen'],
  ['Ақтөбе', 'Актобе', 'Aqtobe', 'Aktobe', 'Aqtöbe'],
  ['Қызылорда', 'Кызылорда', 'Qyzylorda', 'Kyzylorda', 'Kizilorda', 'Qızılorda'],
  ['Түркістан', 'Туркистан', 'Turkistan', 'Türkistan', 'Түркистан', 'Turkystan'],
  ['Маңғыстау', 'Мангыстау', 'Mangystau', 'Mańǵystaý', 'Mangistau', 'Мангистау', 'Mangghystau'],
  ['Жетісу', 'Жетысу', 'Жетису', 'Zhetysu', 'Jetisu', 'Jetisw'],
  ['Ұлытау', 'Улытау', 'Ulytau', 'Ülytau', 'Ulitau'],
  ['Әулиеата', 'Аулиеата', 'Aulieata', 'Äulieata', 'Auliyeata'],
  ['Мерке', 'Меркі', 'Мерки', 'Merke', 'Merki'],
  ['Шу', 'Чу', 'Shu', 'Chu', 'Şu', 'Çu'],
  ['Хромтау', 'Khromtau', 'Hromtau', 'Xromtau', 'Qromtau'],
  ['Щучинск', 'Shchuchinsk', 'Schuchinsk', 'Şuçinsk'],
  ['Целинный', 'Tselinnyi', 'Tselinny', 'Celinnyi', 'целиный'],
  ['Ертіс', 'Иртис', 'Ertis', 'Irtis', 'Yertis'],
  ['Ящик', 'Yashchik', 'Iashik', 'Yaşçik'],
  ['Юбилейное', 'Yubileinoe', 'Iubileynoe', 'Yubileynoye'],
  ['Берёзовка', 'Березовка', 'Berezovka', 'Beryozovka'],
  ['Ойтал', 'Oital', 'Oytal', 'Ойтал.'],
  ['Құлан', 'Кулан', 'Qulan', 'Kulan', 'Koulan'],
  ['Сарысу', 'Sarysu', 'Sarısu', 'SARYSW', 'Сарысуу'],
  ['Қордай', 'Кордай', 'Qordai', 'Korday', 'Khorday'],
  ['Тұрар', 'Турар', 'Turar', 'Tūrar'],
  ['Ақкөз-Қайнар', 'Аккоз Кайнар', 'Akkoz-Kainar', 'Aqköz Qaynar'],
  ['Кеңес', 'Кенес', 'Kenes', 'Kenges', 'Keñes', 'KEÑES'],
  ['Ғабит', 'Габит', 'Gabit', 'Ğabit', 'Ghabit', 'Ǵabit'],
  ['Һашим', 'Хашим', 'Hashim', 'Khashim'],
  ['Нұрсұлтан', 'Нурсултан', 'Nursultan', 'Nūrsūltan'],
  ['Теңіз', 'Тениз', 'Teniz', 'Tengiz', 'Тенгиз'],
  ['Әл Фараби', 'Аль-Фараби', 'Al-Farabi', "Al'-Farabi"],
  ['Форт-Шевченко', 'Fort Shevchenko', 'форт шевченко'],
  ['Байқоңыр', 'Байконыр', 'Baiqoñyr', 'Baikonyr', 'Baykonyr'],
  ['Есіл', 'Есиль', 'Esil', 'Yesil'],
  ['Сүйінжан', 'Суйинжан', 'Suyinzhan', 'Süiinjan'],
  ['Үлкен Нарын', 'Улкен Нарын', 'Ulken Naryn', 'ülken narin'],
  ['Жаңаөзен', 'Жанаозен', 'Zhanaozen', 'Janaozen', 'Jañaözen'],
  ['Нўрғазы', 'Нұрғазы', 'Нургазы', 'Nurgazy'],
]

describe('one key for the spellings of a name', () => {
  test.each(spellings)('%s', (first, ...others) => {
    expect(others.map((other) => [other, foldName(other)])).toEqual(
      others.map((other) => [other, foldName(first)]),
    )
  })
  test('control: names that differ have keys that differ', () => {
    expect(new Set(spellings.map(([first]) => foldName(first))).size).toBe(spellings.length)
    expect(foldName('115 разъезі')).not.toBe(foldName('15 разъезі'))
  })
})

const letters = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя'
const names = fc
  .array(fc.string({ unit: fc.constantFrom(...letters), minLength: 2, maxLength: 9 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((words) => words.join(' '))

describe('folding', () => {
  test('does not see case, double spaces or hyphens, and folding a key changes nothing that is found', () =>
    fc.assert(
      fc.property(names, (name) => {
        const key = foldName(name)
        expect(foldName(name.toUpperCase())).toBe(key)
        expect(foldName(` ${name.replaceAll(' ', '  ')} `)).toBe(key)
        expect(foldName(name.replaceAll(' ', '-'))).toBe(key)
        expect(key).toMatch(/^[a-z]+( [a-z]+)*$|^$/)
      }),
    ))
  test('never fails and never hangs, whatever is typed', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (typed) => {
        const begun = performance.now()
        const query = readNameQuery(typed)
        return query.words.length <= 8 && performance.now() - begun < 2_000
      }),
    ))
  test('a unit is found by every beginning of every word of its name', () =>
    fc.assert(
      fc.property(names, fc.nat(), (name, at) => {
        const text = { kk: name, ru: name, en: name }
        const keys = nameKeys({ name: text, short: text })
        const key = foldName(name).split(' ')[0]!
        const typed = { ...readNameQuery(name), words: [key.slice(0, 1 + (at % Math.max(1, key.length)))] }
        return key === '' || answers(keys, typed)
      }),
    ))
})

describe('what is typed', () => {
  test('words for the kind of place are no part of the name, unless there is no other', () => {
    expect(readNameQuery('Меркі ауданы')).toMatchObject({
      words: ['mirki'],
      kinds: ['district', 'city-district'],
    })
    expect(readNameQuery('с. Андас батыр')).toMatchObject({
      words: ['andas', 'batir'],
      kinds: ['village', 'rural-okrug'],
    })
    expect(readNameQuery('село')).toMatchObject({ words: ['silo'], kinds: [] })
    expect(readNameQuery('  ')).toMatchObject({ words: [], joined: '' })
  })
  test('a name is found with or without its space, and half typed', () => {
    const text = { kk: 'Жібек жолы', ru: 'Жибек жолы', en: 'Zhibek zholy' }
    const keys = nameKeys({ name: text, short: text })
    for (const typed of ['жибекжолы', 'jibek joly', 'Жолы', 'жібек жо', 'zhibekzh'])
      expect(answers(keys, readNameQuery(typed)), typed).toBe(true)
    for (const typed of ['', 'ибек', 'жібек орда'])
      expect(answers(keys, readNameQuery(typed)), typed).toBe(false)
  })
})

const bareLetters: Record<string, string> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
}
/** Kazakh letters typed with the Russian ones. */
const bare = (text: string) => [...text.toLowerCase()].map((letter) => bareLetters[letter] ?? letter).join('')

// prettier-ignore
const latin: Record<string, string> = {
  а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k',
  қ: 'q', л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o', ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'u', ү: 'u',
  ф: 'f', х: 'h', һ: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', і: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia',
}
const inLatin = (text: string) => [...text.toLowerCase()].map((letter) => latin[letter] ?? letter).join('')

describe.skipIf(!shared)('every unit of the classifier is found (KEZDESU_SHARED)', () => {
  const read = shared ? readRegisterFile('kato.csv', readFileSync(join(shared, 'data/kato.csv'))) : undefined
  const units = read?.ok ? unitsOf(read.value.rows).units : []
  const keys = units.map(nameKeys)
  test.each<[string, (unit: RegisterUnit) => string]>([
    ['in Kazakh', ({ name }) => name.kk],
    ['in Kazakh without Kazakh letters', ({ name }) => bare(name.kk)],
    ['in Russian without Kazakh letters', ({ name }) => bare(name.ru)],
    ['in Latin from Kazakh', ({ name }) => inLatin(name.kk)],
    ['in Latin from Russian', ({ name }) => inLatin(name.ru)],
  ])('typed %s', (how, typed) => {
    const found = units.filter((unit, i) => answers(keys[i]!, readNameQuery(typed(unit)))).length
    const recall = found / units.length
    process.stdout.write(`typed ${how}: ${found} of ${units.length} found (${recall.toFixed(4)})\n`)
    expect(recall).toBeGreaterThanOrEqual(0.99)
  })
})
