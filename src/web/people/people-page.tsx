// The people of an office: who holds which role from when to when, and what the one at this desk may do about it.
import type { FactorReset, Invitation, OfficeGrant, Role } from '#people'
import { type Holder, type Office, type OfficeId, localDay } from '#territory'
import { HiddenFields } from '../office/deed-form.tsx'
import type { Desk } from '../office/desk.ts'
import { OfficeFrame } from '../office/frame.tsx'
import { peopleAddresses } from './addresses.ts'
import { Choice, Sentence, TextField, type Wrong } from './field.tsx'

export type PeopleView = {
  readonly of: { readonly id: OfficeId; readonly name: Office['name'] }
  readonly grants: readonly OfficeGrant[]
  /** Who holds the post, held or will hold it, the newest first. */
  readonly holders: readonly Holder[]
  readonly records: boolean
  readonly invitations: readonly Invitation[]
  readonly resets: readonly (FactorReset & { readonly name: string })[]
  /** Roles that this desk may give here, take back here. */
  readonly gives: readonly Role[]
  readonly takes: readonly Role[]
  readonly below: readonly Office[]
  readonly audits: boolean
  readonly aboveNeeded: boolean
}

type Props = {
  readonly desk: Desk
  readonly view: PeopleView
  readonly csrf: string
  readonly wrong: Wrong | null
  readonly said: string | null
}

export function PeoplePage({ desk, view, csrf, wrong, said }: Props) {
  const { here, office } = desk
  const { language, words: all, format, today } = here
  const words = all.people
  const to = peopleAddresses(language)
  const deed = (name: string) => to.peopleDeed(office.id, view.of.id, name)
  const [now, before] = [
    view.grants.filter((grant) => !grant.revokedAt && (grant.to === null || grant.to >= today)),
    view.grants.filter((grant) => grant.revokedAt || (grant.to !== null && grant.to < today)),
  ]
  const term = ({ from, to }: Pick<OfficeGrant, 'from' | 'to'>) =>
    words.staff.term(format.day(from), to === null ? words.staff.open : format.day(to))
  const known = [...new Map(view.grants.map(({ person, name }) => [person, name]))]
    .filter(([person]) => person !== desk.actor.person.id)
    .map(([value, label]) => ({ value, label }))
  const roles = view.gives.map((role) => ({ value: role, label: words.role[role] }))
  const days = (form: string) => (
    <>
      <TextField
        {...{ here, form, wrong }}
        name="from"
        label={words.staff.from}
        value={today}
        input={{ type: 'date', required: true }}
      />
      <TextField
        {...{ here, form, wrong }}
        name="to"
        label={words.staff.to}
        hint={words.staff.toHint}
        input={{ type: 'date' }}
      />
    </>
  )
  return (
    <OfficeFrame desk={desk} section="people" title={words.staff.title} csrf={csrf} refused={wrong !== null}>
      <h1>{words.staff.title}</h1>
      <p class="lead">
        <strong>{view.of.name[language]}.</strong> {words.staff.lead}
      </p>
      {said && (
        <p class="said" role="status">
          {said}
        </p>
      )}
      <Sentence form="whole" wrong={wrong} />

      <section class="flow">
        <h2>{words.staff.now}</h2>
        {now.length === 0 && <p>{words.staff.none}</p>}
        <ul class="rows plain">
          {now.map((grant) => (
            <li key={`${grant.person} ${grant.role} ${grant.from}`}>
              <span class="row-name">{grant.name}</span>
              <span>
                {words.role[grant.role]} · <span class="soft">{term(grant)}</span>
              </span>
              {view.takes.includes(grant.role) && (
                <form class="row-deed" method="post" action={deed('end')}>
                  <HiddenFields csrf={csrf} revision={null} />
                  <input type="hidden" name="person" value={grant.person} />
                  <input type="hidden" name="role" value={grant.role} />
                  <button type="submit" class="button-second">
                    {words.staff.end}
                    <span class="unseen">
                      : {grant.name}, {words.role[grant.role]}
                    </span>
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
        {view.aboveNeeded && <p class="hint">{words.staff.fromAbove}</p>}
      </section>

      {view.resets.length > 0 && (
        <section class="flow">
          <h2>{words.staff.resets}</h2>
          <p>{words.staff.resetsLead}</p>
          <ul class="rows plain">
            {view.resets.map(({ id, name, askedAt }) => (
              <li key={id}>
                <span class="row-name">{name}</span>
                <span class="soft">{words.staff.asked(format.day(localDay(askedAt, null)))}</span>
                <form class="row-deed" method="post" action={deed('reset')}>
                  <HiddenFields csrf={csrf} revision={null} />
                  <input type="hidden" name="reset" value={id} />
                  <button type="submit" class="button-second">
                    {words.staff.reset}
                    <span class="unseen">: {name}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      )}

      {view.invitations.length > 0 && (
        <section class="flow">
          <h2>{words.staff.invitations}</h2>
          <ul class="rows plain">
            {view.invitations.map((invitation) => (
              <li key={invitation.hash}>
                <span class="row-name">{invitation.name}</span>
                <span>
                  {words.role[invitation.role]} ·{' '}
                  <span class="soft">
                    {words.staff.expires(format.day(localDay(invitation.expiresAt, null)))}
                  </span>
                </span>
                <form class="row-deed" method="post" action={deed('withdraw')}>
                  <HiddenFields csrf={csrf} revision={null} />
                  <input type="hidden" name="hash" value={invitation.hash} />
                  <button type="submit" class="button-second">
                    {words.staff.withdraw}
                    <span class="unseen">: {invitation.name}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      )}

      {roles.length > 0 && (
        <section class="flow">
          <h2>{words.staff.invite}</h2>
          <p>{words.staff.inviteLead}</p>
          <form class="deed flow" method="post" action={deed('invite')} novalidate>
            <HiddenFields csrf={csrf} revision={null} />
            <Sentence form="invite" wrong={wrong} />
            <TextField
              {...{ here, wrong }}
              form="invite"
              name="name"
              label={words.staff.name}
              input={{ maxLength: 120, required: true, autocomplete: 'off' }}
            />
            <Choice {...{ here, wrong }} form="invite" name="role" label={words.staff.role} choices={roles} />
            {days('invite')}
            <button type="submit">{words.staff.inviteButton}</button>
          </form>
        </section>
      )}
      {roles.length > 0 && known.length > 0 && (
        <section class="flow">
          <h2>{words.staff.give}</h2>
          <p>{words.staff.giveLead}</p>
          <form class="deed flow" method="post" action={deed('give')} novalidate>
            <HiddenFields csrf={csrf} revision={null} />
            <Sentence form="give" wrong={wrong} />
            <Choice
              {...{ here, wrong }}
              form="give"
              name="person"
              label={words.staff.person}
              choices={known}
            />
            <Choice {...{ here, wrong }} form="give" name="role" label={words.staff.role} choices={roles} />
            {days('give')}
            <button type="submit">{words.staff.giveButton}</button>
          </form>
        </section>
      )}

      <section class="flow">
        <h2>{words.staff.post}</h2>
        {view.holders.length === 0 && <p>{words.staff.postNone}</p>}
        <ul class="rows plain">
          {view.holders.map((holder) => (
            <li key={`${holder.from} ${holder.acting}`}>
              <span class="row-name">{holder.name[language]}</span>
              <span>
                {holder.acting ? words.staff.acting : words.staff.holder} ·{' '}
                <span class="soft">{term(holder)}</span>
              </span>
            </li>
          ))}
        </ul>
        {view.records && (
          <form class="deed flow" method="post" action={deed('holder')} novalidate>
            <HiddenFields csrf={csrf} revision={null} />
            <Sentence form="holder" wrong={wrong} />
            <TextField
              {...{ here, wrong }}
              form="holder"
              name="kk"
              label={words.staff.nameKk}
              input={{ maxLength: 120, required: true, lang: 'kk' }}
            />
            <TextField
              {...{ here, wrong }}
              form="holder"
              name="ru"
              label={words.staff.nameRu}
              input={{ maxLength: 120, required: true, lang: 'ru' }}
            />
            <Choice
              {...{ here, wrong }}
              form="holder"
              name="kind"
              label={words.staff.kind}
              choices={[
                { value: 'holder', label: words.staff.holder },
                { value: 'acting', label: words.staff.acting },
              ]}
            />
            {days('holder')}
            <button type="submit">{words.staff.record}</button>
          </form>
        )}
      </section>

      {before.length > 0 && (
        <section class="flow">
          <h2>{words.staff.before}</h2>
          <ul class="rows plain">
            {before.map((grant) => (
              <li key={`${grant.person} ${grant.role} ${grant.givenAt}`}>
                <span class="row-name">{grant.name}</span>
                <span class="soft">
                  {words.role[grant.role]} ·{' '}
                  {grant.revokedAt
                    ? words.staff.taken(format.day(localDay(grant.revokedAt, null)))
                    : term(grant)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}

      {view.below.length > 0 && (
        <section class="flow">
          <h2>{words.staff.below}</h2>
          <ul class="rows plain">
            {view.below.map(({ id, name }) => (
              <li key={id}>
                <a class="row-name" href={to.people(office.id, id)}>
                  {name[language]}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.audits && (
        <p>
          <a href={to.denied(office.id)}>{words.staff.denied}</a>
        </p>
      )}
    </OfficeFrame>
  )
}

type LinkProps = {
  readonly desk: Desk
  readonly csrf: string
  readonly of: OfficeId
  readonly name: string
  readonly days: number
  readonly link: string
}

/** The link of an invitation, shown to the one who made it and never again. */
export function InvitationLinkPage({ desk, csrf, of, name, days, link }: LinkProps) {
  const { here, office } = desk
  const words = here.words.people.staff
  return (
    <OfficeFrame desk={desk} section="people" title={words.linkTitle} csrf={csrf}>
      <h1>{words.linkTitle}</h1>
      <p class="lead">{words.linkLead(name, days)}</p>
      <p class="said copy">
        <code>{link}</code>
      </p>
      <p>
        <a href={peopleAddresses(here.language).people(office.id, of)}>{words.back}</a>
      </p>
    </OfficeFrame>
  )
}
