// Kazakh: the first language of the product and the shape of every other catalogue.
import { countKk, formats } from './format.ts'
import { askKk } from './ask/kk.ts'
import { benchKk } from './bench/kk.ts'
import { lawKk } from './law/kk.ts'
import { planKk } from './plan/kk.ts'
import { poolKk } from './pool/kk.ts'
import { ruleKk } from './rule/kk.ts'
import { commissionKk } from './commission/kk.ts'
import { demandsKk } from './demands/kk.ts'
import { filesKk } from './files/kk.ts'
import { kitKk } from './kit/kk.ts'
import { mapKk } from './map/kk.ts'
import { meetingsKk } from './meetings/kk.ts'
import { nationalKk } from './national/kk.ts'
import { noticesKk } from './notices/kk.ts'
import { peopleKk } from './people/kk.ts'
import { importKk } from './import/kk.ts'
import { intakeKk } from './intake/kk.ts'
import { operatorKk } from './operator/kk.ts'
import { officeKk } from './office/kk.ts'
import { assemblyKk } from './assembly/kk.ts'
import { scheduleKk } from './schedule/kk.ts'
import { searchKk } from './search/kk.ts'
import { todayKk } from './today/kk.ts'
import { unsealKk } from './unseal/kk.ts'

const { number } = formats.kk

export const kk = {
  ask: askKk,
  bench: benchKk,
  map: mapKk,
  files: filesKk,
  kit: kitKk,
  commission: commissionKk,
  demands: demandsKk,
  operator: operatorKk,
  import: importKk,
  intake: intakeKk,
  office: officeKk,
  people: peopleKk,
  national: nationalKk,
  notices: noticesKk,
  plan: planKk,
  pool: poolKk,
  meetings: meetingsKk,
  assembly: assemblyKk,
  schedule: scheduleKk,
  today: todayKk,
  unseal: unsealKk,
  site: {
    name: 'Кездесу',
    tagline: 'Кездесу — әкімдердің тұрғындармен кездесулері туралы ашық қызмет',
    /** The language's own name in two pieces: a narrow screen shows the first. */
    languageStart: 'Қаз',
    languageRest: 'ақша',
    languages: 'Тіл',
    sections: 'Бөлімдер',
    skip: 'Негізгі мәтінге өту',
    calendar: 'Күнтізбе',
    law: 'Заң',
    office: 'Аппарат',
    officeEntry: 'Мемлекеттік органдарға арналған кіру',
    notLaw: 'Заң ережелері мұнда біздің сөзімізбен қысқаша берілген. Ресми мәтін — дереккөз сілтемесінде.',
    breadcrumbs: 'Қай жердеміз',
    list: (parts: readonly string[]) => parts.join(', '),
  },
  demonstration: {
    title: 'Көрсетілім',
    banner: 'Күндер мен сөздер ойдан алынған.',
    more: 'Нені білдіреді?',
    pageTitle: 'Бұл — көрсетілім',
    lead: 'Сіз қызметтің үлгі деректермен толтырылған нұсқасын көріп отырсыз.',
    realTitle: 'Не шынайы',
    real: [
      'Облыстардың, ауданның, округтер мен ауылдардың атаулары және олардың бір-біріне бағыныштылығы.',
      'Заң талаптары, мерзімдер және олардың қалай есептелетіні.',
    ],
    inventedTitle: 'Не ойдан алынған',
    invented: [
      'Кездесулердің күндері мен сағаттары: оларды бағдарлама ұсынған, ешбір әкімдік бекітпеген.',
      'Жасалған әрекеттер жазбасы: жоба, хабарлама, бекіту, жариялау.',
      'Картадағы шекаралар мен ауылдардың орны: қолмен, шамамен салынған.',
      'Министрлердің кестесі.',
      'Тұрғындардың сұрақтары мен ұсыныстары, комиссия мүшелері және мәселелер пулы: бәрін біз ойдан жаздық.',
    ],
    notHere: 'Мұнда бірде-бір нақты адамның аты жоқ. Кездесуге бару үшін өз әкімдігіңізден анықтаңыз.',
  },
  form: {
    error: 'Қате:',
    refusedTitle: 'Қате:',
    choose: 'Барлығы',
  },
  search: searchKk,
  home: {
    title: 'Әкім сізге қашан келеді?',
    lead: 'Заң әр әкімді тұрғындармен кездесуге міндеттейді. Мұнда кездесудің күні және заңның нені талап ететіні көрсетіледі.',
    next: 'Жақын кездесулер',
    nextNone: 'Жарияланған кездесулер әзірге жоқ.',
    regions: 'Облыстар мен ірі қалалар',
    howTitle: 'Бұл қалай жұмыс істейді',
    how: [
      'Заң әр әкімнің әр жерге жылына неше рет келуі тиіс екенін айтады.',
      'Әкім аппараты жылдық күнтізбе жасайды, мәслихатқа жібереді, бекітеді және жариялайды.',
      'Әр күннің қасында «Неге бұл күн?» сілтемесі бар: қай бап, қай күннен есептелген.',
    ],
  },
  place: {
    nextTitle: 'Келесі кездесу',
    nextInside: 'Жақын кездесулер',
    nextNone: (year: number) => `${year} жылға жарияланған алдағы кездесу жоқ.`,
    nextNoneMore: 'Күнтізбе жарияланғанда, күн осы жерде пайда болады. Заңның уәдесі төменде.',
    yearTitle: (year: number) => `${year} жылғы кездесулер`,
    years: 'Жыл',
    notice: 'Хабарландыру',
    comingTitle: 'Алдағы',
    pastTitle: 'Өткен',
    older: (n: number) => `Бұрынғы ${countKk(n, 'кездесу')}`,
    visitsHere: 'Осы жерде',
    none: (year: number) => `${year} жылға жарияланған кездесу жоқ.`,
    promiseTitle: 'Заң нені уәде етеді',
    promise: (who: string, times: number, period: 'year' | 'half-year' | 'quarter') =>
      `${who}: ${{ year: 'жылына', 'half-year': 'жарты жылда', quarter: 'тоқсанда' }[period]} кемінде ${number(times)} рет.`,
    promiseVisiting: 'көшпелі кездесу',
    promiseAnyForm: 'кез келген жерде өтетін кездесу',
    promiseNone:
      'Бұл жер үшін заң жеке кездесу санын белгілемейді: кездесу жоғары тұрған округте немесе қалада өтеді.',
    promiseWhy: 'Қай бап?',
    promiseYear: (year: number) => `${year} жылғы ереже бойынша`,
    ownTitle: 'Осы жердің әкімі не істеуге міндетті',
    responsibleTitle: 'Кім жауапты',
    holder: (name: string) => `Қазір: ${name}`,
    acting: (name: string) => `Міндетін атқарушы: ${name}`,
    holderUnknown: 'Аты-жөні тізілімге енгізілмеген',
    insideTitle: 'Құрамына кіретін жерлер',
    regionInsideTitle: 'Аудандар мен қалалар',
    subscribe: 'Телефон күнтізбесіне қосу',
    subscribeHint: 'Күн өзгерсе, телефоныңызда да өзгереді.',
    regionCalendar: (year: number) => `${year} жылғы облыс күнтізбесі`,
    cityCalendar: (year: number) => `${year} жылғы қала күнтізбесі`,
    stripLabel: (year: number, n: number) => `${year} жыл: ${countKk(n, 'кездесу')}`,
    today: 'бүгін',
  },
  kind: {
    oblast: 'облыс',
    'republican-city': 'республикалық маңызы бар қала',
    capital: 'астана',
    district: 'аудан',
    'oblast-city': 'облыстық маңызы бар қала',
    'city-district': 'қаладағы аудан',
    'district-city': 'аудандық маңызы бар қала',
    settlement: 'кент',
    village: 'ауыл',
    'rural-okrug': 'ауылдық округ',
    microdistrict: 'шағын аудан',
    'populated-place': 'елді мекен',
  },
  meeting: {
    title: (office: string) => `${office}: тұрғындармен кездесу`,
    time: (from: string, to: string) => `${from}–${to}`,
    minutes: (n: number) => countKk(n, 'минут'),
    forms: {
      visiting: 'көшпелі: әкім өзі келеді',
      stationary: 'әкімнің өз жерінде',
      online: 'онлайн: интернет арқылы',
      hybrid: 'аралас: залда және интернет арқылы',
    },
    formsShort: { visiting: 'көшпелі', stationary: 'орнында', online: 'онлайн', hybrid: 'аралас' },
    status: {
      planned: 'жоспарланған',
      held: 'өтті',
      moved: 'басқа күнге ауыстырылды',
      cancelled: 'болмайды',
    },
    statusUnknown: 'күні өтті; өткені туралы жазба жоқ',
    today: 'бүгін',
    tomorrow: 'ертең',
    inDays: (n: number) => `${number(n)} күннен кейін`,
    quarterTitle: 'Уақыт қалай бөлінеді',
    quarter: (report: string, questions: string) =>
      `Баяндамаға ең көбі ${report} минут, сұрақ-жауапқа кемінде ${questions} минут.`,
    quarterReport: 'баяндама',
    quarterQuestions: 'сұрақтар мен жауаптар',
    noticeTitle: 'Кездесу туралы хабарландыру',
    noticeBy: 'Жариялаудың соңғы күні',
    noticeStrict: 'Қатаң оқығанда',
    noticeVerdict: 'Қазіргі баға',
    askedTitle: 'Заң осы кездесуден нені талап етеді',
    askedAll: (n: number) => `Барлық ${number(n)} талапты көрсету`,
    by: (day: string) => `соңғы күн: ${day}`,
    movedTitle: 'Күні ауыстырылған',
    moved: (from: string) => `Бағдарлама ұсынған күн: ${from}.`,
    movedReason: (reason: string) => `Аппараттың түсіндірмесі: ${reason}`,
    whyDay: 'Неге бұл күн?',
    whyTitle: 'Неге осында және осы мерзімде',
    calendarLine: (published: string) => `Күнтізбе ${published} күні жарияланған.`,
    whole: 'Бүкіл күнтізбе',
    addToCalendar: 'Осы жердің кездесулерін телефонға қосу',
  },
  calendar: {
    title: (region: string, year: number) => `${region}: ${year} жылғы кездесулер күнтізбесі`,
    lead: (n: number) => `${countKk(n, 'кездесу')}.`,
    approved: 'Бекітілді',
    published: 'Жарияланды',
    submitted: 'Үкіметке жіберілді',
    release: 'Нұсқасы',
    hash: 'SHA-256 бақылау саны',
    filters: 'Іріктеу',
    office: 'Әкім',
    unit: 'Жер',
    month: 'Ай',
    apply: 'Көрсету',
    clear: 'Барлығын көрсету',
    downloads: 'Жүктеп алу',
    ical: 'Күнтізбе файлы (iCalendar)',
    json: 'Ашық деректер (JSON)',
    noneTitle: 'Күнтізбе жарияланбаған',
    none: (region: string, year: number) => `${region}, ${year} жыл: жарияланған күнтізбе әзірге жоқ.`,
    otherYears: 'Жарияланған жылдар',
    emptyTitle: 'Бұл шартқа сай кездесу жоқ',
    empty: 'Басқа әкімді, жерді немесе айды таңдаңыз.',
    badFilter: 'Іріктеуде түсініксіз мән болды, ол ескерілмеді.',
  },
  table: {
    day: 'Күні',
    time: 'Уақыты',
    place: 'Жері',
    who: 'Кім',
  },
  pages: {
    label: 'Беттер',
    previous: 'Алдыңғы',
    next: 'Келесі',
    position: (page: number, of: number) => `${number(page)} / ${number(of)} бет`,
  },
  refusal: {
    notFoundTitle: 'Мұндай бет жоқ',
    notFound: 'Мекенжай қате жазылған немесе бұл жер, кездесу не ереже тізілімде жоқ.',
    wrongTitle: 'Мекенжайда қате бар',
    wrong: 'Мекенжайдағы код, күн немесе жыл дұрыс жазылмаған.',
    faultTitle: 'Бізде ақау шықты',
    fault: 'Кінә бізде. Бірнеше минуттан кейін қайта көріңіз.',
    faultNumber: 'Ақау нөмірі',
    whatNow: 'Жерді атауы бойынша іздеп көріңіз немесе басты бетке оралыңыз.',
    home: 'Басты бет',
  },
  signIn: {
    title: 'Кіру',
    lead: 'Әкім аппараттарының, мәслихаттардың, орталық мемлекеттік органдардың және қызмет операторының қызметкерлеріне арналған. Тұрғындарға кірудің қажеті жоқ.',
    login: 'Логин',
    password: 'Құпиясөз',
    button: 'Кіру',
    wrong: 'Логин немесе құпиясөз қате.',
    wait: (seconds: number) => `Әрекет тым көп болды. ${countKk(seconds, 'секундтан')} кейін қайта көріңіз.`,
    signedIn: (name: string) => `Сіз кірдіңіз: ${name}`,
    toOffice: 'Аппаратқа өту',
    signOut: 'Шығу',
    forgedTitle: 'Нысан қабылданбады',
    forged:
      'Бет тым ұзақ ашық тұрған немесе нысан бөтен сайттан жіберілген. Бетті қайта ашып, қайталап көріңіз.',
    again: 'Қайта кіру',
  },
  about: {
    title: 'Қызмет туралы',
    lead: 'Кездесу заңдағы кездесу міндетін күнтізбеге айналдырады және оның орындалуын көрсетеді.',
    accessTitle: 'Қолжетімділік',
    access: [
      'Беттер скриптсіз, пернетақтамен және экран оқығышпен жұмыс істейтін етіп жасалған.',
      'Экранның ені 320 нүктеден басталады; түстер жүйенің ашық немесе қараңғы күйіне ереді.',
      'Баға ешқашан тек түспен берілмейді: қасында белгі мен сөз тұрады.',
    ],
    privacyTitle: 'Жеке деректер',
    privacy: [
      'Ашық беттерде бақылау құралдары, жарнама және бөтен сайттардың файлдары жоқ.',
      'Жер іздеу және кездесу күнін көру үшін тіркелу керек емес.',
    ],
    dataTitle: 'Ашық деректер',
    data: [
      'Күнтізбелер iCalendar және JSON түрінде, жаңалықтар Atom және JSON Feed түрінде беріледі: сілтемесі әр беттің өзінде.',
    ],
    dataLink: 'Бағдарламаларға арналған сипаттама (OpenAPI)',
    daysTitle: 'Күндер',
    days: 'Барлық күн мен сағат кездесу өтетін жердің уақытымен жазылған.',
  },
  ...lawKk,
  ...ruleKk,
}

/** Every catalogue has these words; the compiler asks for each of them in each language. */
export type Words = typeof kk
