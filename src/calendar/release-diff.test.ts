import { expect, test } from 'vitest'
import { localDate } from '#kernel'
import type { OfficeId, UnitCode } from '#territory'
import type { MeetingId, ReleaseContent } from './calendar.ts'
import { releaseDiff } from './release-diff.ts'

const meeting = (id: string, day: string, start = '10:00'): ReleaseContent['meetings'][number] => ({
  id: id as MeetingId,
  office: 'akim.310000000' as OfficeId,
  officeName: { kk: 'Әкім', ru: 'Аким' },
  unit: '314800000' as UnitCode,
  unitName: { kk: 'Меркі ауданы', ru: 'Меркенский район' },
  day: localDate(day),
  start,
  plannedMinutes: 90,
  form: 'visiting',
})
const release = (...meetings: ReleaseContent['meetings']): ReleaseContent => ({
  region: { code: '310000000' as UnitCode, name: { kk: 'Жамбыл', ru: 'Жамбыл' } },
  year: 2027,
  meetings,
})

test('a diff names what moved by day or hour, what came and what went, and nothing else', () => {
  const [stays, moves, goes, comes] = [
    meeting('a', '2027-02-01'),
    meeting('b', '2027-02-02'),
    meeting('c', '2027-02-03'),
    meeting('d', '2027-02-04'),
  ] as const
  const later = meeting('b', '2027-02-02', '15:00')
  const renamed = { ...stays, unitName: { kk: 'Жаңа атау', ru: 'Новое имя' } }
  expect(releaseDiff(release(stays, moves, goes), release(renamed, later, comes))).toEqual({
    moved: [{ from: moves, to: later }],
    added: [comes],
    dropped: [goes],
  })
  expect(releaseDiff(release(stays), release(stays))).toEqual({ moved: [], added: [], dropped: [] })
})
