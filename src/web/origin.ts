// Where this site stands on the web, and where a request comes from: what a client says of itself is not believed.
import type { Context } from 'hono'

export type Standing = {
  /** `https://kezdesu.example`, as the operator has set it; null: whatever name the request used. */
  readonly origin: string | null
  /** How many proxies of the operator stand in front; 0: what `X-Forwarded-For` says is not read. */
  readonly proxies: number
}

/** The origin under which browsers see this page. */
export const originOf = (c: Context, { origin }: Standing): string => origin ?? new URL(c.req.url).origin

/** The address of the client: of the connection, or what the outermost proxy of the operator wrote; '' if unknown. */
export function addressOf(c: Context, { proxies }: Standing): string {
  const told = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  if (proxies > 0) return told.at(-proxies) ?? ''
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  return incoming?.socket?.remoteAddress ?? ''
}
