// Invented requests and problems, and what people might type to find them: each question with the texts it should find.

export type SearchText = { readonly id: string; readonly sphere: string; readonly words: string }

const texts = (lines: string): SearchText[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [id, sphere, words] = line.split('|').map((part) => part.trim())
      return { id: id!, sphere: sphere!, words: words! }
    })

export const corpus = texts(`
  pipe-kk    | water         | Ауылымыздағы су құбыры жарылып, үш күннен бері үйлерге су келмейді. Жөндеу бригадасын жіберіңіздерші.
  pipe-ru    | water         | Прорвало водопровод на улице Абая, вода заливает дворы уже вторую неделю.
  well       | water         | Құдықтың суы ащы, ұңғыманы тереңдетіп, жаңа сорғы қою керек.
  meter      | water         | Счётчик воды не принимают на поверку, водоканал требует покупать новый.
  sewer      | water         | Канализация забита, стоки текут прямо во двор пятиэтажки.
  road-kk    | roads         | Мектепке баратын жол батпақ, балалар резеңке етікпен жүреді. Тас төсеп беріңіздер.
  road-ru    | roads         | Дорога к элеватору вся в ямах, машины ломаются, просим сделать ямочный ремонт.
  bridge     | roads         | Өзен үстіндегі көпір тозған, тақтайлары шіріген, жаяу өту қауіпті.
  crossing   | roads         | Возле школы нет пешеходного перехода и светофора, дети перебегают трассу.
  lamp-kk    | electricity   | Көшеде шам жоқ, кешке қараңғы, бағаналардың жартысы жанбайды.
  lamp-ru    | electricity   | Не горит уличное освещение от клуба до почты, темно, страшно ходить.
  voltage    | electricity   | Кернеу төмен, тоңазытқыш пен теледидар күйіп кетті, трансформаторды ауыстырыңыздар.
  outage     | electricity   | Каждый вечер отключают свет на два часа без предупреждения.
  gas        | gas           | Көршілес екі көшеге табиғи газ тартылмай қалды, кезек бізге қашан жетеді?
  coal       | heating       | Қыста көмір бағасы екі есе өсті, зейнеткерлерге арзан көмір беріледі ме?
  heating    | heating       | В квартирах холодно, батареи чуть тёплые, тепло подают с перебоями.
  bus-kk     | transport     | Таңғы автобус келмейді, балалар сабаққа кешігеді, тағы бір рейс қосыңыздар.
  bus-ru     | transport     | Маршрутка до райцентра ходит раз в день, старикам не добраться до поликлиники.
  school     | schools       | Мектеп спортзалының шатыры ағады, дене шынықтыру сабағы өтпейді.
  teacher    | schools       | В сельской школе второй год нет учителя физики.
  garden-kk  | kindergartens | Балабақшада орын жоқ, кезекте екі жүз бала тұр.
  garden-ru  | kindergartens | Детский сад обещали открыть осенью, а стройка стоит.
  clinic     | health        | Фельдшерлік пункттің дәрігері жоқ, дәріхана да жабылған.
  ambulance  | health        | Скорая помощь едет полтора часа, нужна своя машина в селе.
  waste      | waste         | Қоқыс апта бойы шығарылмайды, жәшіктер толып, иттер шашып жүр.
  landfill   | waste         | Свалка за селом горит, дым несёт на дома.
  dogs       | other         | Стая бродячих собак нападает на людей у рынка.
  internet   | internet-comms| Ауылда интернет нашар, балалар онлайн сабаққа қосыла алмайды.
  post       | internet-comms| Почтовое отделение закрыли, пенсию возят в соседнее село.
  pasture    | agriculture   | Жайылым жетпейді, малды қайда бағатынымызды білмейміз.
  tick       | agriculture   | Ветеринар не приезжает, скот падает, прививок нет.
  land       | land          | Жер телімін кезекке тұрғаныма он жыл болды, үй салуға берілмей келеді.
  house      | housing       | Крыша многоэтажного дома протекает, домоуправление молчит.
  job        | employment    | Жастарға жұмыс жоқ, кәсіп ашуға грант қалай алуға болады?
  benefit    | social-payments | Многодетной семье отказали в адресной социальной помощи.
  culture    | other         | Мәдениет үйінің терезелері сынған, үйірмелер жұмыс істемейді.
  park       | other         | Саябақта ағаштар қурап қалды, тал отырғызып, суарып тұру керек.
  playground | other         | Детскую площадку во дворе не ремонтировали десять лет, качели опасны.
  flood      | other         | Көктемде еріген қар суы үйлерді басады, арықты тазалап, бөгет салыңыздар.
  noise      | other         | Ночью у кафе громкая музыка, участковый не реагирует.
`)

/** What is typed, the texts of which one should be among the first five, and why it is asked so. */
export const questions: readonly (readonly [typed: string, wanted: readonly string[], how: string])[] = [
  ['құбыр', ['pipe-kk'], 'plain'],
  ['кубыр', ['pipe-kk'], 'without Kazakh letters'],
  ['qubyr', ['pipe-kk'], 'Latin'],
  ['құбырдың жарылуы', ['pipe-kk'], 'inflected'],
  ['кұбыр', ['pipe-kk'], 'one letter of two'],
  ['су құбыры', ['pipe-kk', 'pipe-ru'], 'plain'],
  ['водопровод', ['pipe-ru'], 'plain'],
  ['водопровода', ['pipe-ru'], 'inflected'],
  ['водапровод', ['pipe-ru'], 'typo'],
  ['водопров', ['pipe-ru'], 'half typed'],
  ['vodoprovod', ['pipe-ru'], 'Latin'],
  ['прорыв водопровода на Абая', ['pipe-ru'], 'several words'],
  ['көпір', ['bridge'], 'plain'],
  ['копирди жондеу', ['bridge'], 'without Kazakh letters'],
  ['kopir', ['bridge'], 'Latin'],
  ['мост', ['bridge'], 'other language'],
  ['дәріхана', ['clinic'], 'plain'],
  ['дарихана', ['clinic'], 'without Kazakh letters'],
  ['дәріханаға', ['clinic'], 'inflected'],
  ['аптека', ['clinic'], 'other language'],
  ['дәрігер жоқ', ['clinic'], 'several words'],
  ['даригерлер', ['clinic'], 'without Kazakh letters'],
  ['врач', ['clinic', 'ambulance'], 'other language'],
  ['скорая', ['ambulance'], 'plain'],
  ['скорой помощи', ['ambulance'], 'inflected'],
  ['жедел жәрдем', ['ambulance'], 'other language'],
  ['освещение', ['lamp-ru', 'lamp-kk'], 'plain'],
  ['освищение', ['lamp-ru'], 'typo'],
  ['уличного освещения', ['lamp-ru'], 'inflected'],
  ['көше жарығы', ['lamp-kk', 'lamp-ru'], 'other words'],
  ['koshede sham', ['lamp-kk'], 'Latin'],
  ['бағана', ['lamp-kk'], 'plain'],
  ['трансформатор', ['voltage'], 'inflected'],
  ['тоназыткыш', ['voltage'], 'without Kazakh letters'],
  ['отключение света', ['outage'], 'inflected'],
  ['газ тарту', ['gas'], 'inflected'],
  ['газ', ['gas'], 'plain'],
  ['газификация', ['gas'], 'other language'],
  ['көмір', ['coal'], 'plain'],
  ['уголь', ['coal'], 'other language'],
  ['komir bagasy', ['coal'], 'Latin'],
  ['холодные батареи', ['heating'], 'inflected'],
  ['жылу', ['heating'], 'other language'],
  ['автобус', ['bus-kk', 'bus-ru'], 'plain'],
  ['автобустар', ['bus-kk'], 'inflected'],
  ['афтобус', ['bus-kk'], 'typo'],
  ['маршрутки', ['bus-ru'], 'inflected'],
  ['спортзал', ['school'], 'inflected'],
  ['шатыр ағып тұр', ['school', 'house'], 'inflected'],
  ['учителя физики', ['teacher'], 'inflected'],
  ['мұғалім', ['teacher'], 'other language'],
  ['балабақша', ['garden-kk', 'garden-ru'], 'plain'],
  ['балабакша кезеги', ['garden-kk'], 'without Kazakh letters'],
  ['детсад', ['garden-ru', 'garden-kk'], 'other words'],
  ['детские сады', ['garden-ru'], 'inflected'],
  ['қоқыс', ['waste'], 'plain'],
  ['кокыс шыгару', ['waste'], 'without Kazakh letters'],
  ['мусор', ['waste', 'landfill'], 'other language'],
  ['свалки', ['landfill'], 'inflected'],
  ['собаки', ['dogs', 'waste'], 'inflected'],
  ['собкаи', ['dogs'], 'typo'],
  ['қаңғыбас иттер', ['dogs', 'waste'], 'other language'],
  ['интернет', ['internet'], 'plain'],
  ['пенсия почта', ['post'], 'inflected'],
  ['жайылым', ['pasture'], 'plain'],
  ['пастбище', ['pasture'], 'other language'],
  ['мал бағу', ['pasture'], 'inflected'],
  ['ветеринара нет', ['tick'], 'inflected'],
  ['жер телімі', ['land'], 'inflected'],
  ['земельный участок', ['land'], 'other language'],
  ['крыша протекла', ['house', 'school'], 'inflected'],
  ['jumys joq', ['job'], 'Latin'],
  ['жумыс', ['job'], 'without Kazakh letters'],
  ['адресная помощь', ['benefit'], 'inflected'],
  ['мадениет уйи', ['culture'], 'without Kazakh letters'],
  ['ағаш отырғызу', ['park'], 'inflected'],
  ['площадка', ['playground'], 'inflected'],
  ['плащадка', ['playground'], 'typo'],
  ['еріген қар', ['flood'], 'plain'],
  ['арык', ['flood'], 'without Kazakh letters'],
  ['светафор', ['crossing'], 'typo'],
  ['переход у школы', ['crossing'], 'inflected'],
  ['ямочный ремонт', ['road-ru'], 'plain'],
  ['дарога', ['road-ru'], 'typo'],
  ['дорога элеватор', ['road-ru'], 'several words'],
  ['дорог', ['road-ru', 'road-kk'], 'inflected'],
  ['жол батпак', ['road-kk'], 'without Kazakh letters'],
  ['грязь на дороге', ['road-kk', 'road-ru'], 'other language'],
  ['құдық', ['well'], 'inflected'],
  ['скважина', ['well'], 'other language'],
  ['канализация', ['sewer'], 'plain'],
  ['кәріз', ['sewer'], 'other language'],
  ['счетчики', ['meter'], 'inflected'],
]
