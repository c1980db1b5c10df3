// The frame of what an office above signs for one below: the way back, whose it is, what was done or refused.
import type { ComponentChildren } from 'preact'
import { officeAddresses } from '../addresses.ts'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'

type Props = {
  readonly desk: Desk
  readonly title: string
  readonly csrf: string
  /** Why it was refused. */
  readonly sentence: string | null
  /** What is said when it is done. */
  readonly done: string | null
  readonly children: ComponentChildren
}

export const BelowFrame = ({ desk, title, csrf, sentence, done, children }: Props) => (
  <OfficeFrame desk={desk} section="today" title={title} csrf={csrf} refused={sentence !== null}>
    <p>
      <a href={officeAddresses(desk.here.language, desk.office.id).owed()}>
        {desk.here.words.today.below.back}
      </a>
    </p>
    <h1>{title}</h1>
    {done && (
      <p class="said" role="status">
        {done}
      </p>
    )}
    {sentence && (
      <p class="error" role="alert">
        {sentence}
      </p>
    )}
    {children}
  </OfficeFrame>
)
