// What the operator sets in the environment for the running product; what cannot be meant is refused in a sentence.
import { type Result, done, refuse } from '#kernel'

export type Settings = {
  readonly host: string
  readonly port: number
  readonly origin: string | null
  readonly proxies: number
}

type Environment = { readonly [name: string]: string | undefined }

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** The level of KEZDESU_LOG, `warn` when it is none. */
export const logLevel = (env: Environment): string =>
  levels.find((level) => level === env['KEZDESU_LOG']) ?? 'warn'

/** Reads HOST, PORT, KEZDESU_ORIGIN, KEZDESU_PROXIES and KEZDESU_LOG; an empty one counts as not set. */
export function readSettings(env: Environment): Result<Settings, string> {
  const [port, proxies, origin, log] = [
    env['PORT'] || '3000',
    env['KEZDESU_PROXIES'] || '0',
    env['KEZDESU_ORIGIN'] || null,
    env['KEZDESU_LOG'] || 'warn',
  ]
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return refuse(`PORT is not a port: ${port}`)
  if (!/^\d$/.test(proxies))
    return refuse(`KEZDESU_PROXIES is how many proxies stand in front, 0 to 9; it is ${proxies}`)
  const { protocol, origin: read } = (origin === null ? null : URL.parse(origin)) ?? {}
  if (origin !== null && (!/^https?:$/.test(protocol ?? '') || ![read, `${read}/`].includes(origin)))
    return refuse(`KEZDESU_ORIGIN must look like https://kezdesu.example, without a path; it is ${origin}`)
  if (!levels.includes(log)) return refuse(`KEZDESU_LOG is one of ${levels.join(', ')}; it is ${log}`)
  return done({
    host: env['HOST'] || '127.0.0.1',
    port: Number(port),
    origin: read ?? null,
    proxies: Number(proxies),
  })
}
