// Days and hours as a Kazakh speaker reads them out.
import type { LocalDate } from '#kernel'
import { formats } from '../format.ts'

const ones = ['', 'бір', 'екі', 'үш', 'төрт', 'бес', 'алты', 'жеті', 'сегіз', 'тоғыз']
const tens = ['', 'он', 'жиырма', 'отыз', 'қырық', 'елу']
const onesInOrder = [
  '',
  'бірінші',
  'екінші',
  'үшінші',
  'төртінші',
  'бесінші',
  'алтыншы',
  'жетінші',
  'сегізінші',
  'тоғызыншы',
]
const tensInOrder = ['', 'оныншы', 'жиырмасыншы', 'отызыншы']

const two = (ten: string, one: string): string => [ten, one].filter((word) => word !== '').join(' ')
const numberKk = (n: number): string => (n === 0 ? 'нөл' : two(tens[Math.floor(n / 10)]!, ones[n % 10]!))

/** The month as it stands after a number: alone it would begin with a capital. */
export const monthKk = (day: LocalDate): string => formats.kk.dayOfYear(day).replace(/^\d+\s+/, '')

/** "он төртінші желтоқсан" */
export function dayKk(day: LocalDate): string {
  const n = Number(day.slice(8))
  const number = n % 10 === 0 ? tensInOrder[n / 10]! : two(tens[Math.floor(n / 10)]!, onesInOrder[n % 10]!)
  return `${number} ${monthKk(day)}`
}

/** "он бес", "он бес отыз минут", "жиырма нөл бес": five past twenty must not sound like twenty-five. */
export function clockKk(start: string): string {
  const [hours, minutes] = start.split(':').map(Number) as [number, number]
  if (minutes > 0 && minutes < 10) return `${numberKk(hours)} ${numberKk(0)} ${numberKk(minutes)}`
  return minutes === 0 ? numberKk(hours) : `${numberKk(hours)} ${numberKk(minutes)} минут`
}
