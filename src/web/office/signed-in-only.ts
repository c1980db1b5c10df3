// Office pages ask who is there first, and lead back to where one wanted to go.
import { createMiddleware } from 'hono/factory'
import { addresses } from '../address.ts'
import { languageOf } from '../page.tsx'

export const signedInOnly = createMiddleware(async (c, next) => {
  if (c.get('actor')) return next()
  const { pathname, search } = new URL(c.req.url)
  return c.redirect(
    addresses[languageOf(c)].signIn(c.req.method === 'GET' ? pathname + search : undefined),
    303,
  )
})
