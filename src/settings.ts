// What the operator sets in the environment for the running product; what cannot be meant is refused in a sentence.
import { type Result, done, refuse } from '#kernel'
import type { DemandRule } from '#meetings'

export type Settings = {
  readonly host: string
  readonly port: number
  readonly origin: string | null
  readonly proxies: number
  readonly notices: NoticeSettings
  /** How many supporters a demand needs, and in how many days it is decided: what is set of it. */
  readonly demands?: Partial<DemandRule>
  /** A provider of identities for signing in; without one there are passwords alone. */
  readonly provider?: ProviderSettings
}

/** How this site is known to a provider of identities (OpenID Connect). */
export type ProviderSettings = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

export type NoticeSettings = {
  /** Null: no mail is sent. */
  readonly smtp: { readonly url: string; readonly from: string } | null
  /** Null: no text messages are sent. */
  readonly text: { readonly url: string; readonly secret: string } | null
  /** What addresses are sealed under; null: a key in the folder of everything that lasts. */
  readonly sealKey: Uint8Array | null
}

export const noNotices: NoticeSettings = { smtp: null, text: null, sealKey: null }

type Environment = { readonly [name: string]: string | undefined }

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** The level of KEZDESU_LOG, `warn` when it is none. */
export const logLevel = (env: Environment): string =>
  levels.find((level) => level === env['KEZDESU_LOG']) ?? 'warn'

/** Reads HOST, PORT, KEZDESU_ORIGIN, KEZDESU_PROXIES, KEZDESU_LOG and the settings of notices; an empty one counts as not set. */
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
  const notices = readNoticeSettings(env)
  if (!notices.ok) return notices
  const demands = readDemandRule(env)
  if (!demands.ok) return demands
  const provider = readProvider(env)
  if (!provider.ok) return provider
  return done({
    notices: notices.value,
    ...(Object.keys(demands.value).length > 0 && { demands: demands.value }),
    ...(provider.value && { provider: provider.value }),
    host: env['HOST'] || '127.0.0.1',
    port: Number(port),
    origin: read ?? null,
    proxies: Number(proxies),
  })
}

/** KEZDESU_SMTP_URL with KEZDESU_MAIL_FROM, KEZDESU_TEXT_URL with KEZDESU_TEXT_SECRET, KEZDESU_SEAL_KEY. */
function readNoticeSettings(env: Environment): Result<NoticeSettings, string> {
  const set = (name: string) => env[name] || null
  const [smtp, from] = [set('KEZDESU_SMTP_URL'), set('KEZDESU_MAIL_FROM')]
  const [text, secret, key] = [set('KEZDESU_TEXT_URL'), set('KEZDESU_TEXT_SECRET'), set('KEZDESU_SEAL_KEY')]
  // Beware: these addresses hold passwords; a refusal does not repeat them.
  if (smtp !== null && !/^smtps?:$/.test(URL.parse(smtp)?.protocol ?? ''))
    return refuse('KEZDESU_SMTP_URL must look like smtp://user:password@host:587')
  if (smtp !== null && !/^[^\r\n]*@[^\s@]+$/.test(from ?? ''))
    return refuse('KEZDESU_MAIL_FROM says from whom letters come: Kezdesu <kezdesu@akimat.example>')
  if (text !== null && !/^https?:$/.test(URL.parse(text)?.protocol ?? ''))
    return refuse('KEZDESU_TEXT_URL must look like https://gateway.example/send')
  if (text !== null && (secret ?? '').length < 16)
    return refuse('KEZDESU_TEXT_SECRET is shared with the gateway and has 16 characters or more')
  if (key !== null && !/^[0-9a-f]{64}$/i.test(key))
    return refuse('KEZDESU_SEAL_KEY has 64 hexadecimal digits: openssl rand -hex 32')
  return done({
    smtp: smtp === null ? null : { url: smtp, from: from! },
    text: text === null ? null : { url: text, secret: secret! },
    sealKey: key === null ? null : Uint8Array.from(Buffer.from(key, 'hex')),
  })
}

/** KEZDESU_DEMAND_SUPPORTERS and KEZDESU_DEMAND_DAYS; a demand keeps those of the day on which it was raised. */
function readDemandRule(env: Environment): Result<Partial<DemandRule>, string> {
  const threshold = env['KEZDESU_DEMAND_SUPPORTERS'] || null
  const days = env['KEZDESU_DEMAND_DAYS'] || null
  if (threshold !== null && !/^[1-9]\d{0,5}$/.test(threshold))
    return refuse(`KEZDESU_DEMAND_SUPPORTERS is how many must support a demand; it is ${threshold}`)
  if (days !== null && !(/^\d{1,2}$/.test(days) && Number(days) >= 1 && Number(days) <= 60))
    return refuse(`KEZDESU_DEMAND_DAYS is in how many days a demand is decided, 1 to 60; it is ${days}`)
  return done({
    ...(threshold !== null && { threshold: Number(threshold) }),
    ...(days !== null && { days: Number(days) }),
  })
}

/** KEZDESU_OIDC_ISSUER with KEZDESU_OIDC_CLIENT and KEZDESU_OIDC_SECRET. */
function readProvider(env: Environment): Result<ProviderSettings | null, string> {
  const issuer = env['KEZDESU_OIDC_ISSUER'] || null
  const [clientId, clientSecret] = [env['KEZDESU_OIDC_CLIENT'] || '', env['KEZDESU_OIDC_SECRET'] || '']
  if (issuer === null) return done(null)
  const { protocol, hostname } = URL.parse(issuer) ?? {}
  if (protocol !== 'https:' && !(protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname ?? '')))
    return refuse(`KEZDESU_OIDC_ISSUER must look like https://id.example; it is ${issuer}`)
  if (clientId === '' || clientSecret === '')
    return refuse('KEZDESU_OIDC_CLIENT and KEZDESU_OIDC_SECRET say how this site is known to the provider')
  return done({ issuer, clientId, clientSecret })
}
