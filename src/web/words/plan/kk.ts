// Words of planning the year, Kazakh. "Құлып" is used for a locked date: "бекіту" is what a signer does.
import { countKk, formats } from '../format.ts'

const { number } = formats.kk
const one = (n: number) => number(Math.round(n * 10) / 10)
const signed = (n: number) => (n > 0 ? `+${one(n)}` : one(n))

export const planKk = {
  open: 'Жылды жоспарлау',
  title: (year: number) => `${year} жылды жоспарлау`,
  lead: 'Бағдарлама жылды үш тәсілмен жоспарлайды. Қолайлысын таңдаңыз: оның күндері жобаға түседі. Құлыпталған күндер мен тілектер сақталады.',
  notDraft: 'Күнтізбе қазір жоба емес, сондықтан күндерді ауыстыруға болмайды. Тәсілдерді салыстыра аласыз.',
  back: 'Күнтізбеге оралу',
  backToYear: 'Жыл жоспарына оралу',
  state: (meetings: number, locked: number) =>
    `Заң ${countKk(meetings, 'кездесу')} талап етеді. Құлыпталған күн: ${number(locked)}.`,
  waysTitle: 'Үш тәсіл',
  ways: {
    'least-travel': {
      title: 'Жолы ең қысқа',
      lead: 'Көршілес ауылдар бір күнге біріктіріледі, әкімдер ең аз жүреді.',
    },
    'most-even': {
      title: 'Аралығы ең тең',
      lead: 'Бір ауылдағы кездесулердің арасы мүмкіндігінше бірдей болады.',
    },
    'least-disturbance': { title: 'Ең аз өзгеріс', lead: 'Қазіргі күндер мүмкіндігінше орнында қалады.' },
  },
  fromLastYear: 'Жоба әлі жоқ: былтырғы жарияланған күндермен, апта күнін сақтап салыстырамыз.',
  fromNothing: 'Салыстыратын күндер әлі жоқ: бұл бірінші ұсыныс.',
  large: (visits: number) =>
    `Бұл аймақта ${countKk(visits, 'кездесу')} бар, сондықтан әр тәсіл жеке есептеледі. Бұған бірер секунд кетеді.`,
  reckon: 'Есептеу',
  km: 'Жол',
  kmOf: (km: number) => `${number(Math.round(km))} км`,
  road: 'Жолдағы уақыт',
  roadOf: (minutes: number) => countKk(Math.round(minutes / 60), 'сағат'),
  spacing: 'Тең аралықтан ауытқу',
  spacingOf: (days: number) => `${one(days)} күн`,
  unmet: 'Орындалмаған тілек',
  changed: 'Өзгеретін күн',
  unplaced: 'Күні табылмаған',
  proof: 'Дәлелі',
  proofOf: (share: number) =>
    share < 0.0005 ? 'бұдан жақсысы жоқ' : `ең жақсысынан айырмасы ${one(share * 100)} %-дан аспайды`,
  noWay: (n: number) => `${countKk(n, 'жердің')} орны картада жоқ: оларға дейінгі жол есептелмеді.`,
  same: 'Күндері алдыңғы тәсілмен бірдей.',
  standing: 'Жобаның қазіргі күндері — осы.',
  what: 'Не өзгереді?',
  take: 'Осыны таңдау',
  taken: 'Таңдалған тәсілдің күндері жобаға түсті.',
  again: 'Құлыптарды сақтап, қайта жоспарлау',
  saidWishes: 'Тілектер сақталды.',
  akims: 'Әкімдер',
  akimLine: (meetings: number, wishes: number) =>
    wishes > 0 ? `${countKk(meetings, 'кездесу')}, тілегі бар` : countKk(meetings, 'кездесу'),
  ownText: 'күндерін өзі жазған: бағдарлама оларды өзгертпейді',
  akimTitle: (who: string, year: number) => `${who}: ${year} жыл`,

  changesTitle: (way: string) => `${way}: не өзгереді`,
  changesLead: (n: number) =>
    n === 0 ? 'Бұл тәсілде ешбір күн өзгермейді.' : `Өзгеретін күн: ${number(n)}.`,
  changesMore: (n: number) => `Тағы ${countKk(n, 'өзгеріс')}: әр әкімнің өз бетінен қараңыз.`,
  fromTo: (from: string, to: string) => `${from} → ${to}`,
  noDay: 'жаңа күн табылмады, жобада орнында қалады',
  reasons: {
    'made-room': 'орын ауыстыруға мәжбүр кездесуге жол берді',
    new: 'бұрын күні болмаған',
    better: 'бұл тәсілге жаңа күн қолайлырақ',
  },
  rules: {
    period: 'заң талап ететін кезеңнен тыс',
    window: 'рұқсат етілген аралықтан тыс',
    working: 'демалыс күні',
    closed: 'бұл күн бос емес',
    notice: 'хабарлап үлгермейді',
    hours: 'жұмыс уақытына сыймайды',
    gap: 'осы жердегі басқа кездесуге тым жақын',
    'visits-per-day': 'ол күні кездесу тым көп',
    road: 'жолы белгісіз',
    'day-minutes': 'жолымен бір күнге сыймайды',
    'trip-days-per-week': 'ол аптада сапар күндері тым көп',
  },
  closedBy: {
    season: (place: string, first: string, last: string) => `${place}: ${first} – ${last} жабық`,
    away: (first: string, last: string) => `әкім болмайды: ${first} – ${last}`,
    visit: (who: string) => `${who} келеді, арасы бір апта болуы керек`,
  },

  conflictsTitle: 'Заңды бұлай орындау мүмкін емес',
  conflictLead: (who: string, place: string) =>
    `${who}, ${place}: кездесуге күн табылмады. Мыналар бірге сыймайды:`,
  conflictUnproven: (rule: string) => `Соңғы бос күнді алған себеп: ${rule}.`,
  demands: {
    visit: (place: string, first: string, last: string) =>
      `заң: ${place}, ${first} мен ${last} аралығында кездесу`,
    window: (place: string) => `${place}: рұқсат етілген аралық`,
    fixed: (place: string) => `${place}: құлыпталған күн`,
    working: 'тек жұмыс күндері',
    notice: (day: string) => `хабарлауға уақыт: ${day} күнінен бастап қана`,
    hours: 'жұмыс уақыты',
    limit: {
      visitsPerDay: (n: number) => `күніне ең көбі ${countKk(n, 'кездесу')}`,
      tripDaysPerWeek: (n: number) => `аптасына ең көбі ${countKk(n, 'сапар күні')}`,
      gapDays: (n: number) => `бір жердегі кездесулер арасы кемінде ${countKk(n, 'күн')}`,
      dayMinutes: (n: number) => `сапар күні ${countKk(Math.round(n / 60), 'сағаттан')} аспайды`,
    },
  },
  relaxationTitle: 'Ең аз жеңілдік:',
  relaxations: {
    period: (n: number) => `кезеңді ${countKk(n, 'күнге')} ұзарту (заң рұқсат етпейді)`,
    window: (n: number) => `аралықты ${countKk(n, 'күнге')} кеңейту`,
    working: 'бір демалыс күні кездесу өткізу',
    closed: 'жабық күннің бірін ашу',
    notice: (n: number) => `${countKk(n, 'күн')} кеш хабарлау (заң рұқсат етпейді)`,
    hours: (n: number) => `жұмыс уақытын ${countKk(n, 'минутқа')} ұзарту`,
    gap: (n: number) => `аралықты ${countKk(n, 'күнге')} қысқарту`,
    'visits-per-day': (n: number) => `сол күні тағы ${countKk(n, 'кездесу')}`,
    road: 'жолды көрсету',
    'day-minutes': (n: number) => `сапар күнін ${countKk(n, 'минутқа')} ұзарту`,
    'trip-days-per-week': (n: number) => `сол аптада тағы ${countKk(n, 'сапар күні')}`,
  },
  relaxedTo: (what: string, day: string) => `${what}. Сонда кездесу ${day} күні болады.`,
  noRelaxation: 'Бір ғана ережені жеңілдету жеткіліксіз: тілектерді немесе құлыптарды қараңыз.',

  wishesTitle: 'Тілектер және олардың құны',
  wishesNone: 'Тілек жазылмаған: бағдарлама кез келген жұмыс күнін таңдайды.',
  wishesEdit: 'Тілектерді өзгерту',
  wishesFormTitle: (who: string) => `${who}: тілектер`,
  wishesOfYear: (year: number) => `Біздің тілектер, ${year} жыл`,
  ownWishesLead:
    'Қай күні, қай сағатта кездескен ыңғайлы, қай ауылға қай мезгілде жол жоқ, әкім қашан болмайды — осында жазыңыз. Аймақ жылды жоспарлағанда бұл ескеріледі.',
  wishesFormLead:
    'Апта күні мен сағат мүмкіндігінше сақталады. Жабық маусым мен әкім болмайтын күндер әрдайым сақталады.',
  weekdays: 'Қолайлы апта күндері',
  weekdaysHint: 'Ештеңе белгіленбесе, кез келген күн жарайды.',
  hours: 'Қолайлы уақыт',
  hoursFrom: 'Басталуы',
  hoursTo: 'Аяқталуы',
  hoursHint: 'Бір кездесуге 90 минут керек. Бос қалдырсаңыз, 10:00–18:00 аралығы.',
  seasons: 'Жерге жетуге болмайтын маусым',
  seasonsHint: 'Мысалы, көктемде су басатын жол. Сақтаған соң тағы бір жол ашылады.',
  season: (n: number) => `${n}-маусым`,
  place: 'Жер',
  anyPlace: 'таңдалмаған',
  first: 'Бірінші күні',
  last: 'Соңғы күні',
  away: 'Әкім болмайтын күндер',
  awayHint: 'Демалыс, іссапар, оқу. Сақтаған соң тағы бір жол ашылады.',
  awayRow: (n: number) => `${n}-кезең`,
  save: 'Тілектерді сақтау',
  wish: {
    weekdays: (days: string) => `апта күні: ${days}`,
    hours: (from: string, to: string) => `уақыты: ${from}–${to}`,
    season: (place: string, first: string, last: string) => `${place} жабық: ${first} – ${last}`,
    away: (first: string, last: string) => `әкім болмайды: ${first} – ${last}`,
  },
  price: (km: number, minutes: number) =>
    km > 0.05
      ? `жылына ${one(km)} км артық жол, ${countKk(Math.round(minutes), 'минут')}`
      : 'қосымша жол жоқ',
  priceUnplaced: (n: number) => `әрдайым сақталса, ${countKk(n, 'кездесуге')} күн табылмайды`,
  wrong: {
    time: 'Уақытты СС:ММ түрінде жазыңыз, мысалы 10:00.',
    bothHours: 'Басталуын да, аяқталуын да жазыңыз.',
    hoursOrder: 'Аяқталуы басталуынан кемінде 90 минут кейін және 18:00-ден кеш болмасын.',
    hoursEarly: 'Кездесулер 10:00-ден бұрын басталмайды.',
    day: 'Күнді ЖЖЖЖ-АА-КК түрінде, осы жылдан жазыңыз.',
    daysOrder: 'Соңғы күні бірінші күнінен бұрын болмасын.',
    place: 'Тізімнен жер таңдаңыз.',
  },

  daysTitle: 'Сапар күндері',
  dayLine: (places: string, km: number) => (km > 0 ? `${places} · ${number(Math.round(km))} км` : places),
  dayTitle: (day: string) => `${day}: сапар`,
  dayLead: (who: string, n: number) => `${who}, ${countKk(n, 'кездесу')}.`,
  home: 'Шығатын жері',
  homeAgain: 'Қайтып оралу',
  leg: (km: number, minutes: number) => `${number(Math.round(km))} км, ${number(Math.round(minutes))} мин`,
  legUnknown: 'жолы белгісіз',
  dayTotal: (km: number, minutes: number) =>
    `Барлығы ${number(Math.round(km))} км, жолда ${number(Math.round(minutes))} минут.`,
  mapLabel: (places: string) => `Сапар сызбасы: ${places}`,
  mapNone: 'Кейбір жердің картадағы орны белгісіз, сондықтан сызба орнына тізім берілді.',
  mapNote: 'Сызықтар түзу жүргізілген; қашықтық жолдың орташа иірілуімен есептелген.',
  placesTitle: 'Әр жердің жылы',
  placesHint: 'Үлкен белгі — осы әкімнің, кішісі — басқа әкімнің кездесуі.',

  look: 'Алдын ала қарау',
  effectTitle: (day: string) => `${day} болса`,
  breaksTitle: 'Нені бұзады',
  breaksNothing: 'Ешбір ережені бұзбайды.',
  costsTitle: 'Қанша тұрады',
  costsNothing: 'Жол да, аралық та өзгермейді.',
  costKm: (before: number, after: number) =>
    `Жол: жылына ${number(Math.round(before))} км орнына ${number(Math.round(after))} км (${signed(after - before)} км).`,
  costRoad: (minutes: number) => `Жолдағы уақыт: ${signed(minutes)} минут.`,
  costSpacing: (before: number, after: number) =>
    `Тең аралықтан ауытқу: ${one(before)} күн орнына ${one(after)} күн.`,
  costUnknown: 'Құны есептелмейді: бұлай жүру мүмкін емес.',
  cannotSave: 'Бұл күнді сақтауға болмайды.',
  breach: {
    'law-minimum': (left: number, needed: number, first: string, last: string) =>
      `Заң бұзылады: ${first} мен ${last} аралығында ${number(needed)} кездесу керек, ${number(left)} қалады.`,
    'akim-elsewhere': (place: string, start: string) =>
      `Әкімнің сол уақытта басқа кездесуі бар: ${place}, сағат ${start}.`,
    'no-time-between': (place: string, minutes: number, way: number) =>
      `${place} мен осы жердің арасындағы жолға ${number(way)} минут керек, ${number(Math.max(0, minutes))} минут қана бар.`,
    'host-elsewhere': (place: string, start: string) =>
      `Қабылдайтын әкімнің сол күні басқа жерде кездесуі бар: ${place}, сағат ${start}.`,
    'two-at-once': (who: string, start: string) =>
      `Осы жерде сол уақытта тағы бір кездесу бар: ${who}, сағат ${start}.`,
    'same-place-same-week': (who: string, days: number) =>
      days === 0
        ? `Осы жерде сол күні тағы кездесу бар: ${who}.`
        : `Осы жерде ${countKk(days, 'күн')} аралықпен тағы кездесу бар: ${who}.`,
    'too-close': (days: number, needed: number) =>
      `Осы жердегі алдыңғы не келесі кездесуге дейін ${countKk(days, 'күн')} ғана, әдетте кемінде ${number(needed)} күн.`,
    'day-off': 'Демалыс күні.',
    past: 'Бұл күн өтіп кетті.',
    'notice-too-short': (left: number, needed: number) =>
      `Хабарландыруға ${countKk(left, 'күн')} қалды, ${number(needed)} күн керек.`,
    wish: (wish: string) => `Тілекке қайшы: ${wish}.`,
  },
  lock: 'Құлыптау',
  unlock: 'Құлыпты алу',
  lockHint: 'Құлыпталған күнді бағдарлама қайта жоспарлағанда ауыстырмайды. Адам ауыстыра алады.',
  locked: 'құлыпталған',
  drag: {
    hint: 'Кездесуді басқа күнге сүйреңіз. Пернетақтамен: бос орын — алу, көрсеткілер — күнді таңдау, Enter — қою, Esc — бас тарту.',
    title: 'Жаңа күн',
    cancel: 'Бас тарту',
    asking: 'Есептеліп жатыр…',
    failed: 'Жауап келмеді. Күнді сақтап көруге болады: сервер оны қайта тексереді.',
  },
}

/** Every catalogue of planning has these words. */
export type PlanWords = typeof planKk
