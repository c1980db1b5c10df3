// The commission of an office: who is in it and by which order, the form that records it, and those before it.
import { type Commission, type CommissionMember, type PublicCommission, categoriesOf } from '#people'
import { CsrfField } from '../../parts/csrf-field.tsx'
import { bodyWords, categoriesLine, categoryWords, orderLine } from '../../parts/commission-words.ts'
import { peopleAddresses } from '../../people/addresses.ts'
import { HiddenFields, newRequestKey } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import {
  type FormState,
  Area,
  Box,
  Group,
  type Returned,
  Said,
  TextField,
} from '../meetings/meeting-fields.tsx'
import { commissionAddresses } from './addresses.ts'
import { type CommissionView, bodies, fieldsOf, othersIn } from './read-commission.ts'

type Props = {
  readonly desk: Desk
  readonly view: CommissionView
  readonly csrf: string
  /** The form that came back, and which of the two it was. */
  readonly returned: (Returned & { readonly form: 'formed' | 'linked' }) | null
  readonly said: string | null
}

export function CommissionPage(props: Props) {
  const { desk, view, csrf, returned, said } = props
  const { here } = desk
  const words = here.words.commission
  const [standing, ...earlier] = view.commissions
  return (
    <OfficeFrame desk={desk} section="commission" title={words.title} csrf={csrf} refused={returned !== null}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {said && (
        <p class="said" role="status">
          {said}
        </p>
      )}
      {standing ? (
        <Standing {...props} standing={standing} />
      ) : (
        <p>{view.forms ? words.none : words.noneToRead}</p>
      )}
      {view.forms && <CommissionForm {...props} standing={standing ?? null} />}
      {earlier.length > 0 && (
        <section class="flow">
          <h2>{words.earlier}</h2>
          <ul class="rows plain">
            {earlier.map((one) => (
              <li key={one.id}>
                <span class="row-name">{orderLine(here, one)}</span>
                <span>{categoriesLine(here, countedOf(one))}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </OfficeFrame>
  )
}

/** Names of bodies stand in sentences elsewhere; here they begin a line. */
const headline = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const countedOf = ({ members }: Commission): Pick<PublicCommission, 'categories'> => ({
  categories: categoriesOf(members),
})

function Standing(props: Props & { readonly standing: Commission }) {
  const { desk, view, standing } = props
  const { here } = desk
  const words = here.words.commission
  const named = (list: readonly string[]) =>
    here.words.site.list(list.map((one) => bodyWords(words.bodies, one)))
  const has = (body: string) =>
    standing.absent.includes(body) ||
    standing.members.some(({ category }) => 'word' in category && category.word === body)
  const lacking = view.byLaw.filter((body) => !has(body))
  return (
    <section class="flow" id="standing">
      <h2>{words.standing}</h2>
      <p>
        {orderLine(here, standing)} · {words.members(standing.members.length)}
      </p>
      {lacking.length > 0 && <p class="warn">{words.lacking(named(lacking))}</p>}
      <ul class="rows plain">
        {[...Map.groupBy(standing.members, ({ category }) => categoryWords(here, category))].map(
          ([body, members]) => (
            <li key={body}>
              <span class="row-name">{headline(words.counted(body, members.length))}</span>
              <span>{here.words.site.list(members.map(({ name }) => name))}</span>
            </li>
          ),
        )}
      </ul>
      {standing.absent.length > 0 && <p>{words.absent(named(standing.absent))}</p>}
      <p class="hint">{words.seen}</p>
      <details open={props.returned?.form === 'linked'}>
        <summary>{words.accounts}</summary>
        <p>{words.accountsLead}</p>
        <Said returned={props.returned?.form === 'linked' ? props.returned : null} />
        <ul class="rows plain">
          {standing.members.map((member, place) => (
            <Account key={place} {...props} {...{ member, place }} />
          ))}
        </ul>
      </details>
    </section>
  )
}

/** By whose account a member works: chosen by the author, offered by the signer. */
function Account({
  desk,
  view,
  csrf,
  standing,
  member,
  place,
}: Props & { standing: Commission; member: CommissionMember; place: number }) {
  const { here, office } = desk
  const words = here.words.commission
  const taken = standing.members.map(({ person }) => person)
  const free = view.holders.filter(({ id }) => id === member.person || !taken.includes(id))
  const own = view.holders.find(({ id }) => id === member.person)
  return (
    <li>
      <span class="row-name">{member.name}</span>
      {view.forms && free.length > 0 ? (
        <form class="row-deed" method="post" action={commissionAddresses(here.language, office.id).link()}>
          <HiddenFields csrf={csrf} revision={null} />
          <input type="hidden" name="commission" value={standing.id} />
          <input type="hidden" name="place" value={place} />
          <label class="unseen" for={`person-${place}`}>
            {words.choose(member.name)}
          </label>
          <select id={`person-${place}`} name="person">
            <option value="">{words.noAccount}</option>
            {free.map(({ id, name }) => (
              <option key={id} value={id} selected={id === member.person}>
                {name}
              </option>
            ))}
          </select>{' '}
          <button type="submit" class="button-second">
            {words.link}
          </button>
        </form>
      ) : (
        <span class="soft">{own ? words.account(own.name) : words.noAccount}</span>
      )}
      {view.invites && !own && (
        <form
          class="row-deed"
          method="post"
          action={peopleAddresses(here.language).peopleDeed(office.id, office.id, 'invite')}
        >
          <HiddenFields csrf={csrf} revision={null} />
          <input type="hidden" name="name" value={member.name} />
          <input type="hidden" name="role" value="commission-member" />
          <input type="hidden" name="from" value={here.today} />
          <button type="submit" class="button-second">
            {words.invite}
            <span class="unseen">: {member.name}</span>
          </button>
        </form>
      )}
    </li>
  )
}

function CommissionForm({
  desk,
  view,
  csrf,
  returned,
  standing,
}: Props & { readonly standing: Commission | null }) {
  const { here, office } = desk
  const words = here.words.commission
  const own = returned?.form === 'formed' ? returned : null
  const form: FormState = { here, values: standing ? fieldsOf(standing) : {}, returned: own }
  const others = othersIn(own ? own.typed : form.values)
  const first = view.byLaw.filter((body) => bodies.includes(body))
  const fields = (
    <form
      id="formed"
      class="deed flow"
      method="post"
      action={commissionAddresses(here.language, office.id).page()}
      novalidate
    >
      <CsrfField token={csrf} />
      <input type="hidden" name="key" value={newRequestKey()} />
      <input type="hidden" name="revision" value={standing?.number ?? 0} />
      <Said returned={own} />
      <p>{standing ? words.changeLead : words.formLead}</p>
      <div class="pair">
        <TextField form={form} name="order.number" label={words.orderNumber} input={{ maxLength: 60 }} />
        <TextField
          form={form}
          name="order.day"
          label={words.orderDay}
          input={{ type: 'date', max: here.today }}
        />
      </div>
      {[...first, ...bodies.filter((body) => !first.includes(body))].map((body) => {
        const name = bodyWords(words.bodies, body)
        return (
          <Group key={body} legend={headline(first.includes(body) ? words.byLaw(name) : name)}>
            <Area form={form} name={`names.${body}`} label={words.names} hint={words.namesHint} rows={3} />
            <Box form={form} name={`absent.${body}`} label={words.absentBox} />
          </Group>
        )
      })}
      {Array.from({ length: others }, (_, at) => (
        <Group key={at} legend={words.other(at + 1)}>
          <p class="hint">{words.otherHint}</p>
          <div class="pair">
            <TextField form={form} name={`other.${at}.kk`} label={words.otherKk} input={{ lang: 'kk' }} />
            <TextField form={form} name={`other.${at}.ru`} label={words.otherRu} input={{ lang: 'ru' }} />
          </div>
          <Area form={form} name={`other.${at}.names`} label={words.names} hint={words.namesHint} rows={2} />
        </Group>
      ))}
      <button type="submit">{words.save}</button>
    </form>
  )
  return standing ? (
    <details open={own !== null} id="form">
      <summary>{words.change}</summary>
      {fields}
    </details>
  ) : (
    <section class="flow" id="form">
      <h2>{words.form}</h2>
      {fields}
    </section>
  )
}
