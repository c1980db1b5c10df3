// Which language a reader gets who has not chosen one: what the browser asks for, else Kazakh.
import { type Language, isLanguage } from '#kernel'

/** Reads `Accept-Language` (RFC 9110 §12.5.4); anything unreadable counts as nothing asked. */
export function readerLanguage(header: string | undefined): Language {
  const asked = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, place) => {
      const [tag = '', ...options] = part.trim().toLowerCase().split(';')
      const q = options.map((option) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(option)?.[1]).find(Boolean)
      return { language: tag.trim().split('-')[0], weight: Number(q ?? 1), place }
    })
    .filter(({ language, weight }) => isLanguage(language) && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
  return (asked[0]?.language as Language | undefined) ?? 'kk'
}
