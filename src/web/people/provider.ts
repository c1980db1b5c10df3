// Sign-in by OpenID Connect: an outside provider says who somebody is, never what he may do.
import type * as OpenId from 'openid-client'
import type { Identity } from '#people'

/** What the operator sets: the issuer's address, and how this site is known there. */
export type ProviderSettings = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** What a browser keeps between going to the provider and coming back. */
export type Journey = { readonly state: string; readonly nonce: string; readonly verifier: string }

export type Provider = {
  /** Where to send the browser, and what it has to bring back. */
  start(callback: string): Promise<{ readonly address: string; readonly journey: Journey }>
  /** Who came back, or null when the provider does not confirm it. */
  finish(address: URL, journey: Journey): Promise<Identity | null>
}

type Known = { readonly openid: typeof OpenId; readonly config: OpenId.Configuration }

/** Asks the provider for its addresses at the first use: a provider that is down keeps nobody from starting. */
export function providerOf({ issuer, clientId, clientSecret }: ProviderSettings): Provider {
  let found: Promise<Known> | undefined
  const known = () =>
    (found ??= discover().catch((fault: unknown) => {
      found = undefined
      throw fault
    }))
  async function discover(): Promise<Known> {
    const openid = await import('openid-client')
    // Only a provider on this very machine may do without TLS.
    const local = ['localhost', '127.0.0.1'].includes(new URL(issuer).hostname)
    const config = await openid.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      execute: local ? [openid.allowInsecureRequests] : [],
    })
    return { openid, config }
  }
  return {
    async start(callback) {
      const { openid, config } = await known()
      const journey = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        verifier: openid.randomPKCECodeVerifier(),
      }
      const address = openid.buildAuthorizationUrl(config, {
        redirect_uri: callback,
        scope: 'openid',
        state: journey.state,
        nonce: journey.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(journey.verifier),
        code_challenge_method: 'S256',
      })
      return { address: address.href, journey }
    },
    async finish(address, { state, nonce, verifier }) {
      const { openid, config } = await known()
      const tokens = await openid
        .authorizationCodeGrant(config, address, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
        })
        .catch(() => null)
      const claims = tokens?.claims()
      return claims ? { issuer: claims.iss, subject: claims.sub } : null
    },
  }
}
