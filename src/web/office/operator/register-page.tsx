// What the operator has imported and set: the register, the map, the settings of the server.
import type { RegisterSummary } from '#territory'
import { localDay } from '#territory'
import type { WebHouse } from '../../house.ts'
import type { OperatorDesk } from './operator-desk.ts'
import { OperatorFrame } from './operator-frame.tsx'

type Props = {
  readonly desk: OperatorDesk
  readonly csrf: string
  readonly summary: RegisterSummary
  readonly house: Pick<WebHouse, 'notices' | 'provider' | 'standing'>
}

const commands = [
  'kezdesu import territory FILE --edition DAY',
  'kezdesu import points FILE',
  'kezdesu import borders FILE',
]

export function RegisterPage({ desk, csrf, summary, house }: Props) {
  const { here } = desk
  const { words, format } = here
  const { register, settings } = words.operator
  const { edition, mapAt } = summary
  const channels = house.notices?.channels ?? []
  const lines = [
    [settings.origin, house.standing.origin ?? settings.originNone],
    [settings.proxies, format.number(house.standing.proxies)],
    [
      settings.channels,
      channels.map((channel) => words.notices.channels[channel]).join(', ') || settings.channelsNone,
    ],
    [settings.provider, house.provider ? settings.yes : settings.no],
  ]
  return (
    <OperatorFrame desk={desk} section="desk" csrf={csrf}>
      <h1>{words.operator.title}</h1>
      <section class="flow">
        <h2>{register.title}</h2>
        {summary.units === 0 && <p>{register.none}</p>}
        {here.demonstration && <p>{register.demonstration}</p>}
        <ul class="rows plain">
          <li>{register.units(summary.units)}</li>
          {edition && (
            <li>
              {register.edition(format.day(edition.day), format.day(localDay(edition.importedAt, null)))}
            </li>
          )}
          <li>{register.points(summary.points)}</li>
          <li>{register.borders(summary.borders)}</li>
        </ul>
        {mapAt && <p class="soft">{register.mapOn(format.day(localDay(mapAt, null)))}</p>}
        <p>{register.how}</p>
        <pre class="letter">{commands.join('\n')}</pre>
      </section>
      <section class="flow">
        <h2>{settings.title}</h2>
        <p class="soft">{settings.lead}</p>
        <dl class="facts">
          {lines.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
    </OperatorFrame>
  )
}
