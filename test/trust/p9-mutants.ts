// The control of P9: policies that are wrong in one place each, and the verbs by which a route could show it.
import { type Policy, policy } from '../../src/people/may.ts'
import type { Need, Reach, Rule } from '../../src/people/policy.ts'
import type { Role, Verb } from '#people'

export type Mutant = { readonly name: string; readonly policy: Policy; readonly verbs: readonly Verb[] }

const ruleOf = (role: Role, verb: Verb, reach?: Reach): Rule =>
  policy.rules.find(
    (rule) => rule.role === role && rule.verb === verb && (reach === undefined || rule.reach === reach),
  )!
const withRules = (name: string, verb: Verb, rules: readonly Rule[]): Mutant => ({
  name,
  policy: { ...policy, rules },
  verbs: [verb],
})
/** A role does what another role may. */
const lent = (from: Role, verb: Verb, to: Role, change: Partial<Rule> = {}): Mutant =>
  withRules(`${to}: ${verb}, as ${from} may`, verb, [
    ...policy.rules,
    { ...ruleOf(from, verb), role: to, ...change },
  ])
/** A rule is wider than it was. */
const widened = (role: Role, verb: Verb, change: Partial<Rule>): Mutant => {
  const rule = ruleOf(role, verb)
  return withRules(
    `${role}: ${verb}, ${JSON.stringify(change)}`,
    verb,
    policy.rules.map((one) => (one === rule ? { ...rule, ...change } : one)),
  )
}
const dropped = (role: Role, verb: Verb, reach?: Reach): Mutant => {
  const rule = ruleOf(role, verb, reach)
  return withRules(
    `${role}: ${verb} left out${reach ? ` (${reach})` : ''}`,
    verb,
    policy.rules.filter((one) => one !== rule),
  )
}
const withReach = (name: string, reach: Reach, of: Policy['reaches'][Reach]): Mutant => ({
  name,
  policy: { ...policy, reaches: { ...policy.reaches, [reach]: of } },
  verbs: [...new Set(policy.rules.filter((rule) => rule.reach === reach).map(({ verb }) => verb))],
})
const withNeed = (name: string, need: Need, of: Policy['needs'][Need]): Mutant => ({
  name,
  policy: { ...policy, needs: { ...policy.needs, [need]: of } },
  verbs: [...new Set(policy.rules.filter((rule) => rule.needs.includes(need)).map(({ verb }) => verb))],
})

export const mutants: readonly Mutant[] = [
  // lent
  lent('signer', 'publish-notice', 'author', { needs: [] }),
  lent('signer', 'cancel-meeting', 'author', { needs: [] }),
  lent('signer', 'approve-calendar', 'author'),
  lent('signer', 'publish-calendar', 'author'),
  lent('signer', 'give-grant', 'author'),
  lent('signer', 'revoke-grant', 'author'),
  lent('signer', 'invite-person', 'author'),
  lent('signer', 'record-holder', 'author'),
  lent('author', 'draft-calendar', 'signer'),
  lent('author', 'move-entry', 'signer'),
  lent('author', 'send-calendar', 'signer'),
  lent('author', 'correct-calendar', 'signer'),
  lent('author', 'draft-part', 'signer'),
  lent('author', 'return-part', 'signer'),
  lent('author', 'assemble-calendar', 'signer'),
  lent('author', 'receive-calendar', 'signer'),
  lent('author', 'draft-meeting', 'signer'),
  lent('author', 'write-notice', 'signer'),
  lent('author', 'invite-guest', 'signer'),
  lent('author', 'see-calendar', 'auditor'),
  lent('author', 'see-meetings', 'auditor'),
  lent('signer', 'give-grant', 'auditor'),
  lent('signer', 'revoke-grant', 'auditor'),
  lent('signer', 'record-holder', 'auditor'),
  lent('auditor', 'see-denied', 'author', { reach: 'own-office' }),
  lent('auditor', 'see-denied', 'signer', { reach: 'own-office' }),
  lent('signer', 'see-people', 'author', { reach: 'office-above' }),
  lent('author', 'see-people', 'maslikhat-secretary', { reach: 'own-unit-and-below' }),
  lent('author', 'open-poll', 'signer'),
  lent('author', 'register-risk', 'signer'),
  lent('author', 'answer-demand-draft', 'signer'),
  lent('author', 'import-old', 'signer'),
  lent('author', 'propose-visits', 'signer'),
  lent('author', 'assemble-schedule', 'signer'),
  lent('author', 'submit-schedule', 'signer'),
  lent('signer', 'publish-schedule', 'author'),
  lent('signer', 'approve-schedule', 'author'),
  lent('signer', 'publish-procedure', 'author', { needs: [] }),
  lent('signer', 'decide-poll', 'author'),
  lent('signer', 'decide-demand', 'author'),
  lent('signer', 'stand-in', 'author'),
  lent('author', 'form-commission', 'signer'),
  lent('signer', 'unseal', 'author'),
  lent('signer', 'unseal', 'commission-member'),
  lent('author', 'ask-unsealing', 'signer'),
  lent('author', 'form-commission', 'commission-member'),
  lent('author', 'see-requests', 'auditor'),
  lent('author', 'see-meetings', 'commission-member'),
  // widened
  widened('signer', 'decide-poll', { states: 'any' }),
  widened('author', 'see-office', { reach: 'own-unit-and-below' }),
  widened('signer', 'see-office', { reach: 'office-above' }),
  widened('author', 'see-meetings', { reach: 'own-unit-and-below' }),
  widened('signer', 'see-meetings', { reach: 'own-unit-and-below' }),
  widened('signer', 'see-people', { reach: 'own-unit-and-below' }),
  widened('auditor', 'see-office', { reach: 'own-unit-and-below' }),
  // A maslikhat that may see drafts of calendars shows in no answer: the wall of the database keeps them by itself (P10).
  widened('signer', 'publish-notice', { needs: ['fresh-factor'] }),
  widened('signer', 'give-grant', { needs: ['fresh-factor'] }),
  withRules('signer: resets factors of his own office', 'reset-factor', [
    ...policy.rules,
    { ...ruleOf('signer', 'reset-factor'), reach: 'own-office' },
  ]),
  withReach('own office is any office', 'own-office', () => true),
  withReach(
    'an office stands above itself',
    'office-above',
    (grant, thing) => grant.office === thing.office || policy.reaches['office-above'](grant, thing),
  ),
  withReach('akims stand above maslikhats', 'office-above', policy.reaches['own-unit-and-below']),
  withReach('everybody stands above', 'office-above', () => true),
  withNeed(
    'only the first writer counts',
    'another-person-wrote',
    (actor, thing) => thing.editedBy?.[0] !== actor.person.id,
  ),
  withNeed('signers are made by signers', 'everyday-role', () => true),
  // left out
  dropped('author', 'draft-meeting'),
  dropped('author', 'write-notice'),
  dropped('author', 'see-meetings'),
  dropped('author', 'see-calendar'),
  dropped('author', 'move-entry'),
  dropped('author', 'assemble-calendar'),
  dropped('author', 'return-part'),
  dropped('author', 'receive-calendar'),
  dropped('signer', 'publish-notice'),
  dropped('signer', 'cancel-meeting'),
  dropped('signer', 'see-people', 'own-office'),
  dropped('signer', 'see-people', 'office-above'),
  dropped('signer', 'give-grant', 'office-above'),
  dropped('maslikhat-secretary', 'note-session'),
  dropped('maslikhat-secretary', 'see-calendar'),
  dropped('auditor', 'see-people', 'own-unit-and-below'),
  dropped('signer', 'stand-in'),
  dropped('author', 'form-commission'),
  dropped('signer', 'unseal'),
  dropped('commission-member', 'ask-unsealing'),
  dropped('commission-member', 'see-requests'),
  dropped('author', 'import-old'),
  dropped('author', 'propose-visits'),
  dropped('signer', 'decide-demand'),
  dropped('administrator', 'edit-holidays'),
  dropped('administrator', 'see-outboxes'),
]

/** Runs something while the house is judged by another policy; the house has one, so nothing else may run meanwhile. */
export async function underPolicy<T>(other: Policy, run: () => Promise<T>): Promise<T> {
  const kept = { ...policy }
  Object.assign(policy, other)
  try {
    return await run()
  } finally {
    Object.assign(policy, kept)
  }
}

/** A policy that says yes to whoever holds any grant: the check in the code as if it were not there. */
export const everythingGoes: Policy = {
  rules: [...new Set(policy.rules.map(({ role }) => role))].flatMap((role) =>
    [...new Set(policy.rules.map(({ verb }) => verb))].map((verb): Rule => ({
      role,
      verb,
      reach: 'own-office',
      states: 'any',
      needs: [],
    })),
  ),
  reaches: Object.fromEntries(
    Object.keys(policy.reaches).map((name) => [name, () => true]),
  ) as unknown as Policy['reaches'],
  needs: policy.needs,
  inForce: policy.inForce,
}
