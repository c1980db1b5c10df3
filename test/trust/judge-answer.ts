// Whether an answer is one that may be given to anything that was asked.
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly body: Uint8Array<ArrayBuffer>
}

/** What is wrong with it, in words; null when nothing is. */
export function faultOf(
  { status, headers, body }: Answer,
  asked: { method: string; path: string },
): string | null {
  if (status < 200 || status > 499) return `status ${status}`
  if (status >= 300 && status < 400 && status !== 304 && !/^\/(?![/\\])/.test(headers.get('location') ?? ''))
    return `leads outside: ${headers.get('location')}`
  const type = headers.get('content-type')
  if (asked.path.startsWith('/api/') && status >= 400 && !type?.startsWith('application/problem+json'))
    return `${status} of the API as ${type}`
  if (body.length === 0) return null
  if (asked.method === 'HEAD') return 'a body to HEAD'
  if (type === null) return 'a body without a type'
  return falseType(type, unpacked(headers.get('content-encoding'), body), status)
}

function unpacked(encoding: string | null, body: Uint8Array): Uint8Array {
  return encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body
}

/** Whether the body is what its type says. */
function falseType(type: string, body: Uint8Array, status: number): string | null {
  if (type === 'font/woff2') return null
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return `${type} is not UTF-8`
  }
  if (type.startsWith('text/') && !/; ?charset=utf-8$/i.test(type)) return `no charset: ${type}`
  const [media] = type.split(';')
  switch (media) {
    case 'text/html':
      return /^<!doctype html><html lang="(kk|ru|en)">.*<\/html>$/s.test(text) ? null : 'html that is none'
    case 'text/calendar':
      return /^BEGIN:VCALENDAR\r\n.*END:VCALENDAR/s.test(text) ? null : 'a calendar that is none'
    case 'text/css':
      return text.includes('{') ? null : 'a style sheet that is none'
    case 'image/svg+xml':
      return text.startsWith('<svg') ? null : 'a picture that is none'
    case 'text/plain':
      return text.includes('<') ? 'words that are something else' : null
    case 'application/json':
      JSON.parse(text)
      return null
    case 'application/problem+json':
      return JSON.parse(text).status === status ? null : 'a problem with another status'
    default:
      return `a type that we do not speak: ${type}`
  }
}
