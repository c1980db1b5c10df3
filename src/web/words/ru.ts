// Russian.
import { countRu, formats } from './format.ts'
import { askRu } from './ask/ru.ts'
import { benchRu } from './bench/ru.ts'
import { lawRu } from './law/ru.ts'
import type { Words } from './kk.ts'
import { planRu } from './plan/ru.ts'
import { poolRu } from './pool/ru.ts'
import { ruleRu } from './rule/ru.ts'
import { commissionRu } from './commission/ru.ts'
import { demandsRu } from './demands/ru.ts'
import { filesRu } from './files/ru.ts'
import { kitRu } from './kit/ru.ts'
import { mapRu } from './map/ru.ts'
import { meetingsRu } from './meetings/ru.ts'
import { nationalRu } from './national/ru.ts'
import { noticesRu } from './notices/ru.ts'
import { peopleRu } from './people/ru.ts'
import { importRu } from './import/ru.ts'
import { intakeRu } from './intake/ru.ts'
import { operatorRu } from './operator/ru.ts'
import { officeRu } from './office/ru.ts'
import { assemblyRu } from './assembly/ru.ts'
import { scheduleRu } from './schedule/ru.ts'
import { searchRu } from './search/ru.ts'
import { todayRu } from './today/ru.ts'
import { unsealRu } from './unseal/ru.ts'

const { number } = formats.ru

export const ru: Words = {
  ask: askRu,
  bench: benchRu,
  map: mapRu,
  files: filesRu,
  kit: kitRu,
  commission: commissionRu,
  demands: demandsRu,
  operator: operatorRu,
  import: importRu,
  intake: intakeRu,
  office: officeRu,
  people: peopleRu,
  national: nationalRu,
  notices: noticesRu,
  plan: planRu,
  pool: poolRu,
  meetings: meetingsRu,
  assembly: assemblyRu,
  schedule: scheduleRu,
  today: todayRu,
  unseal: unsealRu,
  site: {
    name: 'Кездесу',
    tagline: 'Кездесу — открытая служба о встречах акимов с жителями',
    languageStart: 'Рус',
    languageRest: 'ский',
    languages: 'Язык',
    sections: 'Разделы',
    skip: 'К основному содержанию',
    calendar: 'Календарь',
    law: 'Закон',
    office: 'Аппарат',
    officeEntry: 'Вход для государственных органов',
    notLaw:
      'Правила закона изложены здесь коротко и нашими словами. Официальный текст — по ссылке на источник.',
    breadcrumbs: 'Где мы',
    list: (parts) => parts.join(', '),
  },
  demonstration: {
    title: 'Демонстрация',
    banner: 'Дни встреч и слова жителей вымышлены.',
    more: 'Что это значит?',
    pageTitle: 'Это демонстрация',
    lead: 'Вы видите службу, заполненную примерными данными.',
    realTitle: 'Что настоящее',
    real: [
      'Названия областей, района, округов и сёл и то, что чему подчинено.',
      'Требования закона, сроки и то, как они считаются.',
    ],
    inventedTitle: 'Что придумано',
    invented: [
      'Дни и часы встреч: их предложила программа, ни один акимат их не утверждал.',
      'Записи о действиях: проект, уведомление, утверждение, публикация.',
      'Границы и места сёл на карте: нанесены от руки, приблизительно.',
      'График министров.',
      'Вопросы и предложения жителей, члены комиссий и пул вопросов: всё это придумали мы.',
    ],
    notHere: 'Имён настоящих людей здесь нет. Прежде чем идти на встречу, уточните день в своём акимате.',
  },
  form: {
    error: 'Ошибка:',
    refusedTitle: 'Ошибка:',
    choose: 'Все',
  },
  search: searchRu,
  home: {
    title: 'Когда аким приедет к вам?',
    lead: 'Закон обязывает каждого акима встречаться с жителями. Здесь видно, в какой день будет встреча и чего требует закон.',
    next: 'Ближайшие встречи',
    nextNone: 'Опубликованных встреч пока нет.',
    regions: 'Области и крупные города',
    howTitle: 'Как это устроено',
    how: [
      'Закон говорит, сколько раз в году каждый аким должен приехать в каждое место.',
      'Аппарат акима составляет годовой календарь, направляет его в маслихат, утверждает и публикует.',
      'У каждого дня есть ссылка «Почему этот день?»: какой пункт и от какого дня отсчитано.',
    ],
  },
  place: {
    nextTitle: 'Следующая встреча',
    nextInside: 'Ближайшие встречи',
    nextNone: (year) => `На ${year} год предстоящих встреч не опубликовано.`,
    nextNoneMore: 'Когда календарь опубликуют, день появится здесь. Что обещает закон, написано ниже.',
    yearTitle: (year) => `Встречи ${year} года`,
    years: 'Год',
    notice: 'Объявление',
    comingTitle: 'Предстоящие',
    pastTitle: 'Прошедшие',
    older: (n) => `Ещё ${countRu(n, 'встреча', 'встречи', 'встреч')} раньше`,
    visitsHere: 'Здесь',
    none: (year) => `На ${year} год встреч не опубликовано.`,
    promiseTitle: 'Что обещает закон',
    promise: (who, times, period) =>
      `${who}: не реже ${countRu(times, 'раза', 'раз', 'раз')} ${{ year: 'в год', 'half-year': 'в полугодие', quarter: 'в квартал' }[period]}.`,
    promiseVisiting: 'выездная встреча',
    promiseAnyForm: 'встреча в любом месте',
    promiseNone:
      'Для этого места закон не задаёт отдельного числа встреч: встреча проходит в округе или городе, куда оно входит.',
    promiseWhy: 'Какой пункт?',
    promiseYear: (year) => `по правилам ${year} года`,
    ownTitle: 'Что обязан здешний аким',
    responsibleTitle: 'Кто отвечает',
    holder: (name) => `Сейчас: ${name}`,
    acting: (name) => `Исполняет обязанности: ${name}`,
    holderUnknown: 'Имя в реестр не внесено',
    insideTitle: 'Что входит в состав',
    regionInsideTitle: 'Районы и города',
    subscribe: 'Добавить в календарь телефона',
    subscribeHint: 'Если день изменится, он изменится и в телефоне.',
    regionCalendar: (year) => `Календарь области на ${year} год`,
    cityCalendar: (year) => `Календарь города на ${year} год`,
    stripLabel: (year, n) => `${year} год: ${countRu(n, 'встреча', 'встречи', 'встреч')}`,
    today: 'сегодня',
  },
  kind: {
    oblast: 'область',
    'republican-city': 'город республиканского значения',
    capital: 'столица',
    district: 'район',
    'oblast-city': 'город областного значения',
    'city-district': 'район в городе',
    'district-city': 'город районного значения',
    settlement: 'посёлок',
    village: 'село',
    'rural-okrug': 'сельский округ',
    microdistrict: 'микрорайон',
    'populated-place': 'населённый пункт',
  },
  meeting: {
    title: (office) => `${office}: встреча с жителями`,
    time: (from, to) => `${from}–${to}`,
    minutes: (n) => countRu(n, 'минута', 'минуты', 'минут'),
    forms: {
      visiting: 'выездная: аким приезжает сам',
      stationary: 'на месте, где работает аким',
      online: 'онлайн: через интернет',
      hybrid: 'смешанная: в зале и через интернет',
    },
    formsShort: { visiting: 'выездная', stationary: 'на месте', online: 'онлайн', hybrid: 'смешанная' },
    status: {
      planned: 'запланирована',
      held: 'прошла',
      moved: 'перенесена на другой день',
      cancelled: 'не состоится',
    },
    statusUnknown: 'день прошёл; записи о том, что встреча состоялась, нет',
    today: 'сегодня',
    tomorrow: 'завтра',
    inDays: (n) => `через ${countRu(n, 'день', 'дня', 'дней')}`,
    quarterTitle: 'Как делится время',
    quarter: (report, questions) =>
      `На доклад не больше ${report} мин, на вопросы и ответы не меньше ${questions} мин.`,
    quarterReport: 'доклад',
    quarterQuestions: 'вопросы и ответы',
    noticeTitle: 'Объявление о встрече',
    noticeBy: 'Опубликовать не позже',
    noticeStrict: 'При строгом чтении',
    noticeVerdict: 'Оценка сейчас',
    askedTitle: 'Чего закон требует от этой встречи',
    askedAll: (n) => `Показать ${countRu(n, 'требование', 'требования', 'требований')}`,
    by: (day) => `последний день: ${day}`,
    movedTitle: 'День перенесён',
    moved: (from) => `Программа предлагала: ${from}.`,
    movedReason: (reason) => `Объяснение аппарата: ${reason}`,
    whyDay: 'Почему этот день?',
    whyTitle: 'Почему здесь и в этот срок',
    calendarLine: (published) => `Календарь опубликован ${published}.`,
    whole: 'Весь календарь',
    addToCalendar: 'Добавить встречи этого места в телефон',
  },
  calendar: {
    title: (region, year) => `${region}: календарь встреч на ${year} год`,
    lead: (n) => `${countRu(n, 'встреча', 'встречи', 'встреч')}.`,
    approved: 'Утверждён',
    published: 'Опубликован',
    submitted: 'Направлен в Правительство',
    release: 'Выпуск',
    hash: 'Контрольное число SHA-256',
    filters: 'Отбор',
    office: 'Аким',
    unit: 'Место',
    month: 'Месяц',
    apply: 'Показать',
    clear: 'Показать все',
    downloads: 'Скачать',
    ical: 'Файл календаря (iCalendar)',
    json: 'Открытые данные (JSON)',
    noneTitle: 'Календарь не опубликован',
    none: (region, year) => `${region}, ${year} год: опубликованного календаря пока нет.`,
    otherYears: 'Опубликованные годы',
    emptyTitle: 'Таких встреч нет',
    empty: 'Выберите другого акима, место или месяц.',
    badFilter: 'В отборе было неизвестное значение, оно не учтено.',
  },
  table: { day: 'День', time: 'Время', place: 'Место', who: 'Кто' },
  pages: {
    label: 'Страницы',
    previous: 'Назад',
    next: 'Дальше',
    position: (page, of) => `Страница ${number(page)} из ${number(of)}`,
  },
  refusal: {
    notFoundTitle: 'Такой страницы нет',
    notFound: 'Адрес написан с ошибкой, или такого места, встречи или правила нет в реестре.',
    wrongTitle: 'Ошибка в адресе',
    wrong: 'Код, день или год в адресе написаны неверно.',
    faultTitle: 'У нас неполадка',
    fault: 'Виноваты мы. Попробуйте ещё раз через несколько минут.',
    faultNumber: 'Номер неполадки',
    whatNow: 'Найдите место по названию или вернитесь на главную страницу.',
    home: 'Главная',
  },
  signIn: {
    title: 'Вход',
    lead: 'Для сотрудников аппаратов акимов, маслихатов, центральных государственных органов и оператора службы. Жителям вход не нужен.',
    login: 'Логин',
    password: 'Пароль',
    button: 'Войти',
    wrong: 'Неверный логин или пароль.',
    wait: (seconds) =>
      `Слишком много попыток. Попробуйте ещё раз через ${countRu(seconds, 'секунду', 'секунды', 'секунд')}.`,
    signedIn: (name) => `Вы вошли: ${name}`,
    toOffice: 'Перейти в аппарат',
    signOut: 'Выйти',
    forgedTitle: 'Форма не принята',
    forged:
      'Страница была открыта слишком долго, или форму отправил чужой сайт. Откройте страницу заново и повторите.',
    again: 'Войти заново',
  },
  about: {
    title: 'О службе',
    lead: 'Кездесу превращает обязанность встречаться, записанную в законе, в календарь и показывает, исполнена ли она.',
    accessTitle: 'Доступность',
    access: [
      'Страницы сделаны так, чтобы работать без скриптов, с клавиатуры и с программой чтения с экрана.',
      'Ширина экрана — от 320 точек; цвета следуют светлой или тёмной настройке системы.',
      'Оценка никогда не передаётся одним цветом: рядом стоят знак и слово.',
    ],
    privacyTitle: 'Личные данные',
    privacy: [
      'На открытых страницах нет счётчиков, рекламы и файлов с чужих сайтов.',
      'Чтобы найти место и узнать день встречи, регистрация не нужна.',
    ],
    dataTitle: 'Открытые данные',
    data: [
      'Календари даются в iCalendar и JSON, новости — в Atom и JSON Feed: ссылки стоят на самих страницах.',
    ],
    dataLink: 'Описание для программ (OpenAPI)',
    daysTitle: 'Дни',
    days: 'Все дни и часы указаны по времени места, где проходит встреча.',
  },
  ...lawRu,
  ...ruleRu,
}
