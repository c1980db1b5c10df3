// Large forms of strangers lie in memory while they are read: so many bytes at a time, and no more.
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'

type Limits = {
  /** A form up to here is words alone, and passes. */
  readonly small: number
  /** What a form that does not say its length is taken for. */
  readonly largest: number
  /** All that may be on the way at once. */
  readonly together: number
}

/** Lets large forms in while there is room for them; `full` answers the others, and nothing of theirs was read. */
export function largeForms(
  { small, largest, together }: Limits,
  full: (c: Context) => Response | Promise<Response>,
) {
  let coming = 0
  return createMiddleware(async (c, next) => {
    const said = /^\d{1,12}$/.exec(c.req.header('content-length') ?? '')
    const size = said ? Number(said[0]) : c.req.raw.body ? largest : 0
    if (size <= small) return next()
    if (coming + size > together) return full(c)
    coming += size
    try {
      await next()
    } finally {
      coming -= size
    }
  })
}
