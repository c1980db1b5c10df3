// VTIMEZONE of the zones in which the offices live; the same table of hours as in #territory (facts.md §2).

/** Zones that were an hour ahead until 1 March 2024, when all the country came to UTC+5. */
const changed = ['Asia/Almaty', 'Asia/Qostanay']
const steady = ['Asia/Aqtau', 'Asia/Aqtobe', 'Asia/Atyrau', 'Asia/Oral', 'Asia/Qyzylorda']

/** The zone as a component of RFC 5545 §3.6.5; right for days from 2005 on. Throws on a zone that is not ours. */
export function zoneDefinition(zone: string): string {
  const plusFive = (onset: string, from: string) => standard(onset, from, '+0500')
  const parts = changed.includes(zone)
    ? [standard('20041031T030000', '+0700', '+0600'), plusFive('20240301T000000', '+0600')]
    : steady.includes(zone)
      ? [plusFive('20041031T030000', '+0500')]
      : undefined
  if (!parts) throw new Error(`not a zone of Kazakhstan: ${zone}`)
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...parts.flat(), 'END:VTIMEZONE'].join('\r\n')
}

/** `onset` is read by the clock that ends then. */
const standard = (onset: string, from: string, to: string): string[] => [
  'BEGIN:STANDARD',
  `DTSTART:${onset}`,
  `TZOFFSETFROM:${from}`,
  `TZOFFSETTO:${to}`,
  `TZNAME:${to.slice(0, 3)}`,
  'END:STANDARD',
]
