// What a resident takes home: that it was taken, and the code that alone can change it.
import type { ReceiptCode } from '#receipts'
import { spacedCode } from '#receipts'
import type { Here } from '../here.ts'
import { Layout } from '../parts/layout.tsx'

export type Taken = 'voted' | 'replaced' | 'supported' | 'raised' | 'withdrawn'

type Props = {
  readonly here: Here
  readonly taken: Taken
  /** Null where there is no new code to keep. */
  readonly code: ReceiptCode | null
  readonly back: string
}

export function ReceiptPage({ here, taken, code, back }: Props) {
  const say = here.words.demands.receipt
  return (
    <Layout here={here} title={say[taken]} unlisted>
      <div class="wrap flow narrow">
        <h1>{say[taken]}</h1>
        {code && (
          <>
            <p class="soft">{say.code}</p>
            <p class="receipt-code numbers" id="receipt-code" translate={false}>
              {spacedCode(code)}
            </p>
            <p class="lead">{taken === 'voted' ? say.keepVote : say.keepSupport}</p>
            <p class="small soft">{say.privacy}</p>
          </>
        )}
        <p>
          <a class="button" href={back}>
            {say.back}
          </a>
        </p>
      </div>
    </Layout>
  )
}
