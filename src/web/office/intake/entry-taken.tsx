// What was taken: the code to read out, what was masked, and the slip that is all that goes on paper.
import { type ReceiptCode, spacedCode } from '#receipts'
import type { Request } from '#requests'
import { localDay } from '#territory'
import { addresses } from '../../address.ts'
import type { Desk } from '../desk.ts'
import { formats } from '../../words/format.ts'
import { catalogues } from '../../words/index.ts'

type Props = {
  readonly desk: Desk
  readonly origin: string
  readonly taken: { readonly request: Request; readonly code: ReceiptCode }
}

export function EntryTaken({ desk, origin, taken: { request, code } }: Props) {
  const { words: all } = desk.here
  const words = all.intake
  const masked = request.reading.masked.map(
    (type) => all.demands.maskedTypes[type as keyof typeof all.demands.maskedTypes],
  )
  return (
    <section class="flow" aria-labelledby="code-title">
      <div class="next-step flow" role="status">
        <h2 id="code-title">{words.code}</h2>
        <p class="receipt-code numbers" id="receipt-code" translate={false}>
          {spacedCode(code)}
        </p>
        <p>{words.readOut}</p>
      </div>
      <h3>{words.keptAs}</h3>
      <blockquote class="kept" lang={request.language === 'ru' ? 'ru' : 'kk'}>
        {request.words}
      </blockquote>
      <p class="soft">{masked.length > 0 ? words.masked(all.site.list(masked)) : words.clean}</p>
      <div class="slip only-print">
        {(['kk', 'ru'] as const).map((language) => {
          const { slip } = catalogues[language].intake
          return (
            <div key={language} lang={language} class="flow">
              <h2>{slip.title}</h2>
              <p>
                {slip.received(
                  desk.office.name[language],
                  formats[language].day(localDay(request.receivedAt, request.unit)),
                )}
              </p>
              <p class="receipt-code numbers" translate={false}>
                {spacedCode(code)}
              </p>
              <p>
                {slip.where}{' '}
                <strong>{`${origin.replace(/^https?:\/\//, '')}${addresses[language].receipt()}`}</strong>
              </p>
              <p>{slip.keep}</p>
            </div>
          )
        })}
      </div>
    </section>
  )
}
