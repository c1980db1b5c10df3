// The intake sheet: for every meeting that is to take place and every office, one page, whatever names are long.
import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desks, openDesks } from '../../../test/web/desks.ts'
import { drawSheet, sheetLanguages } from './draw-sheet.ts'

let desks: Desks
let meeting: string
beforeAll(async () => {
  desks = await openDesks('2026-11-23T05:00:00.000Z')
  const { rows } = await desks.house.owner.query(
    `select id from current_meetings where day > '2026-11-23' order by day, id limit 1`,
  )
  meeting = rows[0].id
})
afterAll(() => desks?.house.close())
const poppler = spawnSync('pdftotext', ['-v']).status === 0
const pagesOf = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g)?.length

test.each(sheetLanguages)('stands at every meeting and office, %s', async (language) => {
  for (const path of [`/meetings/${meeting}`, '/offices/akim.310000000', '/offices/health']) {
    const answer = await desks.app.request(`${path}/sheet-${language}.pdf`)
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'application/pdf'])
    const again = await desks.app.request(`${path}/sheet-${language}.pdf`, {
      headers: { 'if-none-match': answer.headers.get('etag')! },
    })
    expect(again.status).toBe(304)
  }
  for (const path of ['/meetings/none', '/meetings/a%20b', '/offices/akim.1', '/offices/%00'])
    expect([path, (await desks.app.request(`${path}/sheet-${language}.pdf`)).status]).toEqual([path, 404])
  expect((await desks.app.request(`/meetings/${meeting}/sheet-en.pdf`)).status).toBe(404)
})

test.each(sheetLanguages)(
  'fits on one page with the longest names, as words and not as markup, %s',
  (language) => {
    const pdf = drawSheet({
      language,
      to: 'Аппарат #panic("x") акима '.repeat(5),
      when: '$ 1/2 $ *Құрманғазы* '.repeat(8),
      url: `https://kezdesu.example/kk/meetings/${'m'.repeat(60)}/ask`,
      demonstration: true,
    })
    expect(pagesOf(pdf)).toBe(1)
    if (!poppler) return
    const { stdout } = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })
    expect(stdout).toContain('#panic("x")')
  },
)
