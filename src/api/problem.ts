// Every way in which the API says no is application/problem+json (RFC 9457).
import type { Context } from 'hono'

type Status = 400 | 404 | 405 | 500
const titles: Record<Status, string> = {
  400: 'The request is not understood',
  404: 'There is no such thing',
  405: 'This cannot be done here',
  500: 'A fault on our side',
}

export type WrongMember = { readonly pointer: string; readonly detail: string }

export function problem(
  c: Context,
  status: Status,
  detail?: string,
  errors?: readonly WrongMember[],
): Response {
  const body = { type: 'about:blank', title: titles[status], status, detail, errors }
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json; charset=utf-8' })
}
