// Who was refused what: for auditors. Words of the policy stand as they are; there are no names.
import type { Denied } from '#people'
import { localDay, localTime } from '#territory'
import type { Here } from '../here.ts'
import type { Desk } from '../office/desk.ts'
import { OfficeFrame } from '../office/frame.tsx'

type Props = { readonly desk: Desk; readonly csrf: string; readonly denied: readonly Denied[] }

export function DeniedPage({ desk, csrf, denied }: Props) {
  const { here } = desk
  const words = here.words.people.denied
  return (
    <OfficeFrame desk={desk} section="people" title={words.title} csrf={csrf}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <DeniedTable here={here} denied={denied} />
    </OfficeFrame>
  )
}

export function DeniedTable({ here, denied }: { readonly here: Here; readonly denied: readonly Denied[] }) {
  const words = here.words.people.denied
  return denied.length === 0 ? (
    <p>{words.none}</p>
  ) : (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.title}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.where}</th>
            <th scope="col">{words.why}</th>
          </tr>
        </thead>
        <tbody>
          {denied.map(({ at, person, verb, office, why }, row) => (
            <tr key={row}>
              <th scope="row">
                {here.format.day(localDay(at, null))}, {localTime(at, null)}
              </th>
              <td>
                <code>{person}</code>
              </td>
              <td>
                <code>{verb}</code>
              </td>
              <td>
                <code>{office}</code>
              </td>
              <td>
                <code>{why}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
