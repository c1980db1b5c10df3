// Passkeys: a device signs a challenge with a key that never leaves it (WebAuthn), bound to the name of this site.
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Instant } from '#kernel'
import type { Person } from './person.ts'
import type { Passkey } from './store.ts'

/** Random bytes of a challenge. */
export const challengeBytes = 32

/** The site that a passkey belongs to. */
type Site = { readonly origin: string }
const nameOf = ({ origin }: Site): string => new URL(origin).hostname

/** What a browser needs to make a passkey; its `challenge` is what the answer has to sign. */
export const offerPasskey = (
  site: Site,
  person: Person,
  login: string,
  own: readonly Passkey[],
  challenge: Uint8Array<ArrayBuffer>,
): Promise<PublicKeyCredentialCreationOptionsJSON> =>
  generateRegistrationOptions({
    rpName: 'Kezdesu',
    rpID: nameOf(site),
    userID: new Uint8Array(Buffer.from(person.id)),
    userName: login,
    userDisplayName: person.name,
    challenge,
    attestationType: 'none',
    excludeCredentials: own.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  })

/** The passkey that a browser has made, or null when its answer is not to be believed. */
export async function readPasskey(
  site: Site,
  response: RegistrationResponseJSON,
  challenge: string,
  { name, at }: { name: string; at: Instant },
): Promise<Passkey | null> {
  const read = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: nameOf(site),
    requireUserVerification: true,
  }).catch(() => null)
  if (!read?.verified) return null
  const { id, publicKey, counter, transports = [] } = read.registrationInfo.credential
  return { id, publicKey, counter, transports, name, addedAt: at }
}

/** What a browser needs to prove that it holds one of these passkeys. */
export const askPasskey = (
  site: Site,
  own: readonly Passkey[],
  challenge: Uint8Array<ArrayBuffer>,
): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  generateAuthenticationOptions({
    rpID: nameOf(site),
    challenge,
    userVerification: 'required',
    allowCredentials: own.map(({ id, transports }) => ({
      id,
      transports: transports as AuthenticatorTransport[],
    })),
  })

/** The passkey that has signed and its new counter, or null. A counter that goes back betrays a copy and is refused. */
export async function checkPasskey(
  site: Site,
  own: readonly Passkey[],
  response: AuthenticationResponseJSON,
  challenge: string,
): Promise<{ readonly id: string; readonly counter: number } | null> {
  const passkey = own.find(({ id }) => id === response.id)
  if (!passkey) return null
  const { id, publicKey, counter, transports } = passkey
  const read = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: nameOf(site),
    requireUserVerification: true,
    credential: { id, publicKey, counter, transports: transports as AuthenticatorTransport[] },
  }).catch(() => null)
  return read?.verified ? { id, counter: read.authenticationInfo.newCounter } : null
}

export type { AuthenticationResponseJSON, RegistrationResponseJSON }
