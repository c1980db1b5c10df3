// Whom a room may lean on: one line a room, read by house.test.ts. A new dependency is a visible line here.

/** The ground: rooms that every later room may stand on. */
const ground = [
  'kernel',
  'territory',
  'people',
  'journal',
  'reading',
  'receipts',
  'files',
  'notices',
] as const

export const leansOn = {
  kernel: { rooms: [], packages: [] },
  territory: { rooms: ['kernel'], packages: ['yaml'] },
  people: { rooms: ['kernel', 'territory'], packages: ['@simplewebauthn/server'] },
  journal: { rooms: ['kernel'], packages: [] },
  receipts: { rooms: ['kernel'], packages: ['altcha-lib'] },
  reading: {
    rooms: ['kernel'],
    packages: ['yaml', 'tinyld', 'snowball-stemmers', 'stopwords-iso'],
  },

  files: { rooms: ['kernel'], packages: ['sharp'] },
  notices: { rooms: ['kernel'], packages: ['nodemailer'] },

  law: { rooms: ['kernel', 'territory'], packages: ['yaml', 'zod'] },
  planner: { rooms: ['kernel'], packages: [] },
  calendar: {
    rooms: ['kernel', 'territory', 'people', 'journal', 'receipts', 'law', 'planner'],
    packages: ['ical-generator', 'yaml'],
  },
  meetings: { rooms: [...ground, 'law', 'calendar'], packages: [] },
  requests: { rooms: [...ground, 'law', 'calendar', 'meetings'], packages: ['yaml'] },
  problems: { rooms: [...ground, 'law', 'calendar', 'meetings', 'requests'], packages: [] },

  flows: {
    rooms: [...ground, 'law', 'planner', 'calendar', 'meetings', 'requests', 'problems'],
    packages: [],
  },
  storage: {
    rooms: [...ground, 'law', 'planner', 'calendar', 'meetings', 'requests', 'problems', 'flows'],
    packages: ['pg', 'kysely'],
  },

  web: {
    rooms: [...ground, 'law', 'planner', 'calendar', 'meetings', 'requests', 'problems', 'flows'],
    packages: [
      'openid-client',
      '@simplewebauthn/browser',
      'hono',
      'preact',
      'preact-render-to-string',
      'esbuild',
      '@myriaddreamin/typst-ts-node-compiler',
      'uqr',
    ],
  },
  api: {
    rooms: [...ground, 'law', 'planner', 'calendar', 'meetings', 'requests', 'problems', 'flows'],
    packages: ['hono', '@hono/zod-openapi', 'zod'],
  },
  cli: {
    rooms: [...ground, 'law', 'planner', 'calendar', 'meetings', 'requests', 'problems', 'flows'],
    packages: [],
  },
} as const satisfies Record<string, { rooms: readonly string[]; packages: readonly string[] }>

export type Room = keyof typeof leansOn

/** Files that open things and wire them: the only ones that may reach every door, storage included. */
export const wiring = [
  'main.ts',
  'serve.ts',
  'notices-clock.ts',
  'settings.ts',
  'house.ts',
  'jsx.ts',
] as const

/** Folder names that hide what is inside. */
export const noRooms = ['utils', 'util', 'helpers', 'common', 'shared', 'types', 'errors', 'lib', 'misc']
