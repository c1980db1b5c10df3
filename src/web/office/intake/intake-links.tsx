// Where requests come in that residents do not send themselves: one by one, and from a file.
import type { Desk } from '../desk.ts'
import { intakeAddresses, mayTakeIn } from './intake-addresses.ts'

export function IntakeLinks({ desk }: { readonly desk: Desk }) {
  const { here, office } = desk
  const words = here.words.intake
  const to = intakeAddresses(here.language, office.id)
  return (
    <>
      {mayTakeIn(desk, 'enter-request') && (
        <>
          {' '}
          · <a href={to.enter()}>{words.enter}</a>
        </>
      )}
      {mayTakeIn(desk, 'import-requests') && (
        <>
          {' '}
          · <a href={to.imports()}>{words.importing.title}</a>
        </>
      )}
    </>
  )
}
