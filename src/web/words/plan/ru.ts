// Words of planning the year, Russian.
import { countRu, formats } from '../format.ts'
import type { PlanWords } from './kk.ts'

const { number } = formats.ru
const one = (n: number) => number(Math.round(n * 10) / 10)
const signed = (n: number) => (n > 0 ? `+${one(n)}` : one(n))
const meetings = (n: number) => countRu(n, 'встреча', 'встречи', 'встреч')
const days = (n: number) => countRu(n, 'день', 'дня', 'дней')
const minutesOf = (n: number) => countRu(n, 'минута', 'минуты', 'минут')

export const planRu: PlanWords = {
  open: 'Планировать год',
  title: (year) => `Планирование ${year} года`,
  lead: 'Программа планирует год тремя способами. Выберите подходящий: его даты перейдут в проект. Закреплённые даты и пожелания сохраняются.',
  notDraft: 'Календарь сейчас не проект, поэтому даты менять нельзя. Сравнить способы можно.',
  back: 'Вернуться к календарю',
  backToYear: 'Вернуться к плану года',
  state: (n, locked) => `Закон требует: ${meetings(n)}. Закреплено дат: ${number(locked)}.`,
  waysTitle: 'Три способа',
  ways: {
    'least-travel': {
      title: 'Меньше всего дороги',
      lead: 'Соседние сёла объединяются в один день, акимы ездят меньше всего.',
    },
    'most-even': {
      title: 'Самые ровные промежутки',
      lead: 'Между встречами в одном селе проходит по возможности одинаковое время.',
    },
    'least-disturbance': {
      title: 'Меньше всего перемен',
      lead: 'Нынешние даты по возможности остаются на месте.',
    },
  },
  fromLastYear: 'Проекта ещё нет: сравниваем с опубликованными датами прошлого года, сохраняя день недели.',
  fromNothing: 'Сравнивать пока не с чем: это первое предложение.',
  large: (visits) =>
    `В этом регионе ${meetings(visits)}, поэтому каждый способ рассчитывается отдельно. Это занимает секунду-другую.`,
  reckon: 'Рассчитать',
  km: 'Дорога',
  kmOf: (km) => `${number(Math.round(km))} км`,
  road: 'Время в пути',
  roadOf: (minutes) => countRu(Math.round(minutes / 60), 'час', 'часа', 'часов'),
  spacing: 'Отклонение от ровного промежутка',
  spacingOf: (n) => `${one(n)} дн.`,
  unmet: 'Невыполненных пожеланий',
  changed: 'Меняется дат',
  unplaced: 'Без даты',
  proof: 'Доказано',
  proofOf: (share) =>
    share < 0.0005 ? 'лучше не бывает' : `хуже наилучшего не более чем на ${one(share * 100)} %`,
  noWay: (n) => `Нет на карте: ${countRu(n, 'место', 'места', 'мест')}. Дорога до них не рассчитана.`,
  same: 'Даты те же, что у предыдущего способа.',
  standing: 'Нынешние даты проекта такие и есть.',
  what: 'Что изменится?',
  take: 'Выбрать',
  taken: 'Даты выбранного способа перешли в проект.',
  again: 'Спланировать заново с закреплёнными датами',
  saidWishes: 'Пожелания сохранены.',
  akims: 'Акимы',
  akimLine: (n, wishes) => (wishes > 0 ? `${meetings(n)}, есть пожелания` : meetings(n)),
  ownText: 'даты написал сам: программа их не меняет',
  akimTitle: (who, year) => `${who}: ${year} год`,

  changesTitle: (way) => `${way}: что изменится`,
  changesLead: (n) =>
    n === 0 ? 'При этом способе не меняется ни одна дата.' : `Меняется дат: ${number(n)}.`,
  changesMore: (n) =>
    `Ещё ${countRu(n, 'изменение', 'изменения', 'изменений')}: смотрите на странице каждого акима.`,
  fromTo: (from, to) => `${from} → ${to}`,
  noDay: 'нового дня нет, в проекте остаётся как есть',
  reasons: {
    'made-room': 'уступила день встрече, которой больше некуда',
    new: 'раньше даты не было',
    better: 'для этого способа новый день лучше',
  },
  rules: {
    period: 'вне периода, которого требует закон',
    window: 'вне разрешённого промежутка',
    working: 'выходной день',
    closed: 'этот день занят',
    notice: 'не успеть объявить',
    hours: 'не помещается в рабочие часы',
    gap: 'слишком близко к другой встрече здесь',
    'visits-per-day': 'в этот день слишком много встреч',
    road: 'дорога неизвестна',
    'day-minutes': 'с дорогой не помещается в один день',
    'trip-days-per-week': 'на той неделе слишком много выездных дней',
  },
  closedBy: {
    season: (place, first, last) => `${place}: закрыто ${first} – ${last}`,
    away: (first, last) => `акима нет: ${first} – ${last}`,
    visit: (who) => `приезжает ${who}, между встречами нужна неделя`,
  },

  conflictsTitle: 'Так исполнить закон нельзя',
  conflictLead: (who, place) => `${who}, ${place}: для встречи нет дня. Вместе не помещаются:`,
  conflictUnproven: (rule) => `Последний свободный день отняло: ${rule}.`,
  demands: {
    visit: (place, first, last) => `закон: ${place}, встреча с ${first} по ${last}`,
    window: (place) => `${place}: разрешённый промежуток`,
    fixed: (place) => `${place}: закреплённая дата`,
    working: 'только рабочие дни',
    notice: (day) => `время на объявление: не раньше ${day}`,
    hours: 'рабочие часы',
    limit: {
      visitsPerDay: (n) => `не больше ${countRu(n, 'встречи', 'встреч', 'встреч')} в день`,
      tripDaysPerWeek: (n) =>
        `не больше ${countRu(n, 'выездного дня', 'выездных дней', 'выездных дней')} в неделю`,
      gapDays: (n) => `между встречами в одном месте не меньше ${countRu(n, 'дня', 'дней', 'дней')}`,
      dayMinutes: (n) => `выездной день не длиннее ${countRu(Math.round(n / 60), 'часа', 'часов', 'часов')}`,
    },
  },
  relaxationTitle: 'Наименьшее послабление:',
  relaxations: {
    period: (n) => `продлить период на ${days(n)} (закон не разрешает)`,
    window: (n) => `расширить промежуток на ${days(n)}`,
    working: 'провести встречу в один выходной день',
    closed: 'открыть один из закрытых дней',
    notice: (n) => `объявить на ${days(n)} позже (закон не разрешает)`,
    hours: (n) => `продлить рабочие часы на ${minutesOf(n)}`,
    gap: (n) => `сократить промежуток на ${days(n)}`,
    'visits-per-day': (n) => `в тот день ещё ${meetings(n)}`,
    road: 'указать дорогу',
    'day-minutes': (n) => `продлить выездной день на ${minutesOf(n)}`,
    'trip-days-per-week': (n) =>
      `на той неделе ещё ${countRu(n, 'выездной день', 'выездных дня', 'выездных дней')}`,
  },
  relaxedTo: (what, day) => `${what}. Тогда встреча пройдёт ${day}.`,
  noRelaxation: 'Одного послабления мало: посмотрите на пожелания и закреплённые даты.',

  wishesTitle: 'Пожелания и сколько они стоят',
  wishesNone: 'Пожеланий нет: программа выбирает любой рабочий день.',
  wishesEdit: 'Изменить пожелания',
  wishesFormTitle: (who) => `${who}: пожелания`,
  wishesOfYear: (year) => `Наши пожелания, ${year} год`,
  ownWishesLead:
    'Напишите, в какие дни и часы удобно встречаться, когда в село не проехать и когда акима не будет. Регион учтёт это, когда будет планировать год.',
  wishesFormLead:
    'Дни недели и часы соблюдаются по возможности. Закрытые сезоны и дни отсутствия соблюдаются всегда.',
  weekdays: 'Удобные дни недели',
  weekdaysHint: 'Если ничего не отмечено, подходит любой день.',
  hours: 'Удобное время',
  hoursFrom: 'С',
  hoursTo: 'До',
  hoursHint: 'На встречу нужно 90 минут. Если не заполнено, с 10:00 до 18:00.',
  seasons: 'Сезон, когда до места не доехать',
  seasonsHint: 'Например, дорогу весной заливает. После сохранения появится ещё одна строка.',
  season: (n) => `Сезон ${n}`,
  place: 'Место',
  anyPlace: 'не выбрано',
  first: 'Первый день',
  last: 'Последний день',
  away: 'Дни, когда акима нет',
  awayHint: 'Отпуск, командировка, учёба. После сохранения появится ещё одна строка.',
  awayRow: (n) => `Отсутствие ${n}`,
  save: 'Сохранить пожелания',
  wish: {
    weekdays: (list) => `дни недели: ${list}`,
    hours: (from, to) => `время: ${from}–${to}`,
    season: (place, first, last) => `${place}: закрыто ${first} – ${last}`,
    away: (first, last) => `акима нет: ${first} – ${last}`,
  },
  price: (km, minutes) =>
    km > 0.05 ? `стоит ${one(km)} км дороги в год, ${minutesOf(Math.round(minutes))}` : 'лишней дороги нет',
  priceUnplaced: (n) => `если соблюдать всегда, не найдут дня: ${meetings(n)}`,
  wrong: {
    time: 'Напишите время как ЧЧ:ММ, например 10:00.',
    bothHours: 'Напишите и начало, и конец.',
    hoursOrder: 'Конец: не меньше чем через 90 минут после начала и не позже 18:00.',
    hoursEarly: 'Встречи не начинаются раньше 10:00.',
    day: 'Напишите день этого года как ГГГГ-ММ-ДД.',
    daysOrder: 'Последний день не может быть раньше первого.',
    place: 'Выберите место из списка.',
  },

  daysTitle: 'Выездные дни',
  dayLine: (places, km) => (km > 0 ? `${places} · ${number(Math.round(km))} км` : places),
  dayTitle: (day) => `${day}: поездка`,
  dayLead: (who, n) => `${who}, ${meetings(n)}.`,
  home: 'Выезд',
  homeAgain: 'Возвращение',
  leg: (km, minutes) => `${number(Math.round(km))} км, ${number(Math.round(minutes))} мин`,
  legUnknown: 'дорога неизвестна',
  dayTotal: (km, minutes) => `Всего ${number(Math.round(km))} км, в пути ${minutesOf(Math.round(minutes))}.`,
  mapLabel: (places) => `Схема поездки: ${places}`,
  mapNone: 'Не у всех мест есть точка на карте, поэтому вместо схемы дан список.',
  mapNote: 'Линии проведены прямо; расстояние рассчитано с обычной извилистостью дорог.',
  placesTitle: 'Год каждого места',
  placesHint: 'Крупный знак — встреча этого акима, мелкий — другого.',

  look: 'Посмотреть заранее',
  effectTitle: (day) => `Если ${day}`,
  breaksTitle: 'Что это нарушит',
  breaksNothing: 'Ни одного правила не нарушает.',
  costsTitle: 'Чего это стоит',
  costsNothing: 'Ни дорога, ни промежутки не меняются.',
  costKm: (before, after) =>
    `Дорога: вместо ${number(Math.round(before))} км в год ${number(Math.round(after))} км (${signed(after - before)} км).`,
  costRoad: (minutes) => `Время в пути: ${signed(minutes)} мин.`,
  costSpacing: (before, after) =>
    `Отклонение от ровного промежутка: вместо ${one(before)} дн. ${one(after)} дн.`,
  costUnknown: 'Стоимость не рассчитать: так проехать нельзя.',
  cannotSave: 'Такую дату сохранить нельзя.',
  breach: {
    'law-minimum': (left, needed, first, last) =>
      `Нарушается закон: с ${first} по ${last} нужно встреч: ${number(needed)}, останется: ${number(left)}.`,
    'akim-elsewhere': (place, start) => `У акима в это время другая встреча: ${place}, ${start}.`,
    'no-time-between': (place, minutes, way) =>
      `Дорога между этим местом и ${place} занимает ${number(way)} мин, а есть только ${number(Math.max(0, minutes))}.`,
    'host-elsewhere': (place, start) =>
      `У принимающего акима в этот день встреча в другом месте: ${place}, ${start}.`,
    'two-at-once': (who, start) => `Здесь в это время уже есть встреча: ${who}, ${start}.`,
    'same-place-same-week': (who, n) =>
      n === 0
        ? `Здесь в тот же день есть ещё встреча: ${who}.`
        : `Здесь есть ещё встреча через ${days(n)}: ${who}.`,
    'too-close': (n, needed) =>
      `До соседней встречи здесь только ${days(n)}, обычно не меньше ${number(needed)}.`,
    'day-off': 'Выходной день.',
    past: 'Этот день прошёл.',
    'notice-too-short': (left, needed) => `Для объявления осталось ${days(left)}, нужно ${number(needed)}.`,
    wish: (wish) => `Против пожелания: ${wish}.`,
  },
  lock: 'Закрепить',
  unlock: 'Открепить',
  lockHint: 'Закреплённую дату программа не переносит, когда планирует заново. Человек перенести может.',
  locked: 'закреплена',
  drag: {
    hint: 'Перетащите встречу на другой день. С клавиатуры: пробел — взять, стрелки — выбрать день, Enter — поставить, Esc — отменить.',
    title: 'Новый день',
    cancel: 'Отменить',
    asking: 'Считаем…',
    failed: 'Ответ не пришёл. Дату можно попробовать сохранить: сервер проверит её ещё раз.',
  },
}
