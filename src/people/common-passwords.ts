// Passwords that everybody tries first. Short ones count too: digits and signs around them are cut off before looking.

/** Words and keys in a row, lower case, without digits and signs at either end. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  password passwort passw0rd p@ssw0rd p@ssword pa$$word pass password password1 mypassword thepassword
  admin administrator root guest user test tester demo default changeme change letmein welcome login
  secret master superuser system server computer internet windows samsung google facebook iloveyou
  qwerty qwertyuiop qwertyu asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc 1q2w3e 1q2w3e4r 1q2w3e4r5t
  1qaz2wsx 1qaz2wsx3edc zaq12wsx qwe123 qweasd qweasdzxc asdqwe zaqwsx poiuyt lkjhgf mnbvcx q1w2e3 q1w2e3r4
  q1w2e3r4t5 a1b2c3 a1b2c3d4 abc abcd abcdef abcdefgh abcdefghijkl abcdefghijklm trustno monkey dragon
  football baseball basketball superman batman pokemon starwars naruto princess sunshine shadow michael
  jordan hunter killer freedom whatever ninja mustang access flower hello helloworld loveme lovely angel
  charlie donald jessica ashley nicole daniel andrew alexander natasha marina svetlana tatiana dmitry
  пароль парольпароль мойпароль администратор админ гость пользователь тест секрет привет приветик
  любовь люблю ялюблютебя солнце солнышко котенок зайчик наташа марина светлана татьяна дмитрий александр
  андрей сергей максим россия москва казахстан астана алматы караганда шымкент
  йцукен йцукенг йцукенгшщз йцукенгшщзхъ фывапр фывапролд фывапролджэ ячсмит ячсмитьбю йфяцыч йфяцычувс
  цукен пролдж фыва олдж ячсм йцуфывячс фываячс
  құпиясөз құпиясоз купиясоз купиясөз құпия қазақстан казакстан қазақ сәлем салем саламатсызба әке ана анашым
  бауырым күнім жаным алтын нұрсұлтан нурсултан айгүл айгерим айгерім ерлан нұрлан нурлан әлия алия бақыт бакыт
  дәурен даурен мадина мәдина асылым ақмарал алматым астанам туғанжер отаным меніңелім
  әіңғүұқөһ әіңғ фывәіңғ
  parol parolparol moiparol gfhjkm gfhjkmgfhjkm ghbdtn ghbdtnghbdtn yfnfif ljcneg flvby flvbybcnhfnjh ktyecz vfhbyf
  kazakhstan qazaqstan kazakstan kazahstan astana almaty karaganda shymkent qupiasoz qupiyasoz kupiasoz kupiyasoz
  salem zhanym aigul aigerim erlan nurlan nursultan akimat akim maslikhat kezdesu kezdesy
  әкім әкімдік аким акимат мәслихат маслихат кездесу кездесулер встреча встречи
  correcthorsebatterystaple
  `
    .trim()
    .split(/\s+/),
)

const rows = [
  '1234567890-=',
  'qwertyuiop[]',
  "asdfghjkl;'",
  'zxcvbnm,./',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю.',
  'ёәіңғ,.үұқөһ',
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя',
  '01234567890123456789',
]
const alongRows = rows.flatMap((row) => [row + row, [...(row + row)].reverse().join('')])

/** Whether a password is one of those that are tried first: a common word, a row of keys, or a short thing repeated. */
export function isCommon(password: string): boolean {
  const folded = password.normalize('NFKC').toLowerCase()
  const core = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const spaceless = core.replace(/[\s_.-]+/g, '')
  return [folded, core, spaceless].some((form) => form !== '' && (isKnown(form) || repeats(form)))
}

const isKnown = (text: string): boolean =>
  commonPasswords.has(text) || alongRows.some((row) => row.includes(text))

/** Written by repeating something known, or anything of at most four signs. */
function repeats(text: string): boolean {
  const period = (text + text).indexOf(text, 1)
  return period < text.length && (period <= 4 || isKnown(text.slice(0, period)))
}
