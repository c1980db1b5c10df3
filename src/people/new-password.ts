// What a new password must be: long, and not what everybody tries. No rules on which signs it is made of.
import { isCommon } from './common-passwords.ts'

export const shortestPassword = 12
export const longestPassword = 200

export type PasswordRefusal =
  | { readonly code: 'password-too-short'; readonly least: number }
  | { readonly code: 'password-too-long'; readonly most: number }
  | { readonly code: 'password-common' }
  | { readonly code: 'password-has-login' }

/** Why a new password is refused, or null. Length is in characters, not bytes. */
export function refusalOfPassword(password: string, login: string): PasswordRefusal | null {
  const length = [...password.normalize('NFKC')].length
  if (length < shortestPassword) return { code: 'password-too-short', least: shortestPassword }
  if (length > longestPassword) return { code: 'password-too-long', most: longestPassword }
  if (isCommon(password)) return { code: 'password-common' }
  if (login.length >= 4 && password.toLowerCase().includes(login.toLowerCase()))
    return { code: 'password-has-login' }
  return null
}
