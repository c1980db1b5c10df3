// Sign-in by OpenID Connect: an outside provider says who somebody is, never what he may do.
import * as openid from 'openid-client'
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

/** Asks the provider for its addresses at the first use: a provider that is down keeps nobody from starting. */
export function providerOf({ issuer, clientId, clientSecret }: ProviderSettings): Provider {
  let found: Promise<openid.Configuration> | undefined
  const configuration = () =>
    (found ??= openid
      .discovery(new URL(issuer), clientId, clientSecret, undefined, {
        // Only a provider on this very machine may do without TLS.
        execute: ['localhost', '127.0.0.1'].includes(new URL(issuer).hostname)
          ? [openid.allowInsecureRequests]
          : [],
      })
      .catch((fault: unknown) => {
        found = undefined
        throw fault
      }))
  return {
    async start(callback) {
      const config = await configuration()
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
      const tokens = await openid
        .authorizationCodeGrant(await configuration(), address, {
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
