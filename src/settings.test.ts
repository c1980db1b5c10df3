import { describe, expect, test } from 'vitest'
import { logLevel, noNotices, readSettings } from './settings.ts'

const plain = { host: '127.0.0.1', port: 3000, origin: null, proxies: 0, notices: noNotices }

describe('the settings of the operator', () => {
  test('need not be there', () => {
    const empty = { PORT: '', HOST: '', KEZDESU_ORIGIN: '', KEZDESU_PROXIES: '', KEZDESU_LOG: '' }
    for (const env of [{}, empty]) expect(readSettings(env)).toEqual({ ok: true, value: plain })
  })
  test('are read', () => {
    const env = {
      PORT: '0',
      HOST: '0.0.0.0',
      KEZDESU_ORIGIN: 'https://kezdesu.example/',
      KEZDESU_PROXIES: '2',
    }
    const value = {
      host: '0.0.0.0',
      port: 0,
      origin: 'https://kezdesu.example',
      proxies: 2,
      notices: noNotices,
    }
    expect(readSettings(env)).toEqual({ ok: true, value })
  })
  test('of demands are numbers that can be meant', () => {
    expect(readSettings({ KEZDESU_DEMAND_SUPPORTERS: '50', KEZDESU_DEMAND_DAYS: '' })).toEqual({
      ok: true,
      value: { ...plain, demands: { threshold: 50 } },
    })
    for (const env of [
      { KEZDESU_DEMAND_SUPPORTERS: '0' },
      { KEZDESU_DEMAND_SUPPORTERS: 'ten' },
      { KEZDESU_DEMAND_DAYS: '61' },
      { KEZDESU_DEMAND_DAYS: '0' },
    ])
      expect(readSettings(env).ok).toBe(false)
  })
  test('of a provider of identities are whole or none', () => {
    const env = { KEZDESU_OIDC_ISSUER: 'https://id.example', KEZDESU_OIDC_CLIENT: 'kezdesu' }
    expect(readSettings(env).ok).toBe(false)
    expect(readSettings({ ...env, KEZDESU_OIDC_SECRET: 's' })).toEqual({
      ok: true,
      value: {
        ...plain,
        provider: { issuer: 'https://id.example', clientId: 'kezdesu', clientSecret: 's' },
      },
    })
    expect(
      readSettings({ ...env, KEZDESU_OIDC_SECRET: 's', KEZDESU_OIDC_ISSUER: 'http://id.example' }).ok,
    ).toBe(false)
  })
  test.each([
    ['PORT', 'abc'],
    ['PORT', '65536'],
    ['PORT', '1e3'],
    ['PORT', '-1'],
    ['KEZDESU_PROXIES', 'one'],
    ['KEZDESU_PROXIES', '-1'],
    ['KEZDESU_ORIGIN', 'kezdesu.example'],
    ['KEZDESU_ORIGIN', 'https://kezdesu.example/kk'],
    ['KEZDESU_ORIGIN', 'https://Kezdesu.example'],
    ['KEZDESU_ORIGIN', 'ftp://kezdesu.example'],
    ['KEZDESU_LOG', 'loud'],
  ])('are refused by name when they cannot be meant: %s=%s', (name, value) => {
    const read = readSettings({ [name]: value })
    expect(read.ok ? null : [read.refusal.startsWith(name), read.refusal.endsWith(value)]).toEqual([
      true,
      true,
    ])
  })
  test('name what letters go by, and repeat no password when they refuse', () => {
    const env = {
      KEZDESU_SMTP_URL: 'smtp://akimat:hidden@mail.example:587',
      KEZDESU_MAIL_FROM: 'Kezdesu <kezdesu@akimat.example>',
      KEZDESU_SEAL_KEY: 'ab'.repeat(32),
    }
    expect(readSettings(env)).toMatchObject({
      value: { notices: { smtp: { from: env.KEZDESU_MAIL_FROM }, text: null } },
    })
    for (const [name, value] of [
      ['KEZDESU_SMTP_URL', 'akimat:hidden@mail.example'],
      ['KEZDESU_MAIL_FROM', 'x@y.kz\r\nBcc: z@y.kz'],
      ['KEZDESU_SEAL_KEY', 'hidden'],
      ['KEZDESU_TEXT_URL', 'hidden'],
    ] as const) {
      const read = readSettings({ ...env, [name]: value })
      expect(read.ok ? '' : read.refusal).toMatch(new RegExp(`^${name}(?!.*hidden)`))
    }
  })
  test('say how much is written down; an unknown word is the usual', () => {
    expect(['info', 'loud', undefined].map((level) => logLevel({ KEZDESU_LOG: level }))).toEqual([
      'info',
      'warn',
      'warn',
    ])
  })
})
