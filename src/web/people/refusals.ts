// Every refusal of a deed on people with its status, its words and the field it belongs to.
import type { HolderRefusal, PeopleRefusal } from '#flows'
import type { ReceiptRefusal } from '#receipts'
import type { Here } from '../here.ts'

export type Refusal =
  PeopleRefusal | HolderRefusal | ReceiptRefusal | { readonly code: 'wrong-password' | 'wrong-code' }
export type Status = 403 | 404 | 409 | 422

const told = {
  'grant-to-oneself': [409, 'person'],
  'grant-ends-before-it-begins': [422, 'to'],
  'grant-held-already': [409, 'role'],
  'grant-begins-in-the-past': [422, 'from'],
  'holder-leaves-before-coming': [422, 'to'],
  'holder-days-taken': [409, 'from'],
  'no-such-invitation': [404, null],
  'invitation-taken': [409, null],
  'invitation-expired': [409, null],
  'password-too-short': [422, 'password'],
  'password-too-long': [422, 'password'],
  'password-common': [422, 'password'],
  'password-has-login': [422, 'password'],
  'login-not-usable': [422, 'login'],
  'login-taken': [409, 'login'],
  'not-allowed': [403, null],
  'no-such-office': [404, null],
  'no-such-person': [422, 'person'],
  'no-such-grant': [409, null],
  'no-such-reset': [409, null],
  'role-not-in-this-office': [422, 'role'],
  'name-missing': [422, 'name'],
  'letters-mixed': [422, null],
  'letters-hidden': [422, null],
  'key-used-for-other-words': [409, null],
  'wrong-password': [422, 'old'],
  'wrong-code': [422, 'code'],
} as const satisfies Record<Refusal['code'], readonly [Status, string | null]>

/** The status, the field (null: the whole form) and the sentence of a refusal. */
export function tellRefusal(
  { words }: Here,
  refusal: Refusal,
): { status: Status; field: string | null; sentence: string } {
  const [status, field] = told[refusal.code]
  return { status, field, sentence: sentenceOf(words.people.refused, refusal) }
}

function sentenceOf(words: Here['words']['people']['refused'], refusal: Refusal): string {
  switch (refusal.code) {
    case 'password-too-short':
      return words[refusal.code](refusal.least)
    case 'password-too-long':
      return words[refusal.code](refusal.most)
    case 'letters-mixed':
      return words[refusal.code](refusal.word)
    case 'not-allowed':
      switch (refusal.why.code) {
        case 'office-above-needed':
        case 'fresh-factor-needed':
          return words[refusal.why.code]
        case 'another-person-needed':
          return words['grant-to-oneself']
        default:
          return words['not-allowed']
      }
    default:
      return words[refusal.code]
  }
}
