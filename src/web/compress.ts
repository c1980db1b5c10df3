// Pages are sent as brotli 4 or gzip. Only pages without secrets: a page with a form's token is left as it is.
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { createMiddleware } from 'hono/factory'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const worthwhile = 600

/** Which of our two encodings the browser takes, the smaller one first; null when neither. */
export function encodingFor(header: string | undefined): 'br' | 'gzip' | null {
  const taken = (header ?? '').toLowerCase().split(',')
  const has = (name: string) =>
    taken.some((part) => {
      const [token, ...options] = part.trim().split(';')
      return token?.trim() === name && !options.some((option) => /^\s*q=0(\.0*)?\s*$/.test(option))
    })
  return has('br') ? 'br' : has('gzip') ? 'gzip' : null
}

export const compressed = createMiddleware(async (c, next) => {
  await next()
  const type = c.res.headers.get('content-type') ?? ''
  if (
    !/^(text\/|application\/json)/.test(type) ||
    c.res.headers.has('content-encoding') ||
    c.req.method === 'HEAD'
  )
    return
  c.res.headers.append('vary', 'Accept-Encoding')
  const encoding = encodingFor(c.req.header('accept-encoding'))
  const body = new Uint8Array(await c.res.arrayBuffer())
  const headers = new Headers(c.res.headers)
  headers.delete('content-length')
  if (encoding === null || body.length < worthwhile) {
    c.res = new Response(body, { status: c.res.status, headers })
    return
  }
  const packed =
    encoding === 'br'
      ? await brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
      : await zip(body, { level: 6 })
  headers.set('content-encoding', encoding)
  c.res = new Response(new Uint8Array(packed), { status: c.res.status, headers })
})
