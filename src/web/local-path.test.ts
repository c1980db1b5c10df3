import { expect, test } from 'vitest'
import { localPath } from './local-path.ts'

test('a path of this site is kept, with its query', () => {
  for (const path of ['/', '/kk/office', '/ru/office/akim.314800000?year=2027&month=3', '/kk/%D0%B0'])
    expect(localPath(path)).toBe(path)
})
test.each([
  undefined,
  '',
  'kk/office',
  'https://evil.example/',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '\t//evil.example',
  '/kk\\..\\..\\evil',
  'javascript:alert(1)',
  '/kk/\r\nSet-Cookie: a=b',
  '/..//evil.example',
  '/./\\evil.example',
  'http:/evil.example',
  '@evil.example',
  `/${'a'.repeat(501)}`,
  '/кк',
])('%j leads nowhere', (asked) => expect(localPath(asked)).toBe(null))
