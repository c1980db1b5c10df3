// Drawn signs, one stroke width, always beside words and therefore silent for screen readers.

const strokes = {
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L21 21',
  next: 'M9 5l7 7-7 7',
  previous: 'M15 5l-7 7 7 7',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  letter: 'M3 5.5h18v13H3zM3.5 6.5L12 13l8.5-6.5',
  law: 'M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h7',
  place:
    'M12 21s7-6.2 7-11.3A7 7 0 0 0 5 9.7C5 14.8 12 21 12 21zM12 12.4a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2z',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.2l3.4 2',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.8-4 3.6-6 7.5-6s6.7 2 7.5 6',
  alert: 'M12 3.5L22 20.5H2zM12 10v4.5M12 17.2v.3',
  about: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.4v.3',
  done: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM7.8 12.3l3 3 5.6-6',
  half: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 3v18M12 8h5M12 12h8M12 16h6',
  late: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.2l3.4 2',
  missed: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.5 8.5l7 7M15.5 8.5l-7 7',
  waiting: 'M7 3.5h10M7 20.5h10M8 3.5c0 5 8 6 8 8.5s-8 3.5-8 8.5M16 3.5c0 5-8 6-8 8.5s8 3.5 8 8.5',
  excused: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM5.8 18.2L18.2 5.8',
  none: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12h8',
  unknown: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.3 9.5a2.8 2.8 0 1 1 4 2.5c-.9.5-1.3 1-1.3 2M12 16.8v.3',
} as const
export type IconName = keyof typeof strokes

export const Icon = ({ name }: { name: IconName }) => (
  <svg
    class="icon"
    viewBox="0 0 24 24"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
  >
    <path d={strokes[name]} />
  </svg>
)

/** The sign of the house: two sides of a round table and the eye of a lattice between them. */
export const Mark = () => (
  <svg
    class="mark"
    viewBox="0 0 40 40"
    aria-hidden="true"
    fill="none"
    stroke-width="3.4"
    stroke-linecap="round"
  >
    <path class="mark-side" d="M16 4.5A16 16 0 0 0 16 35.5" />
    <path class="mark-other" d="M24 4.5A16 16 0 0 1 24 35.5" />
    <path class="mark-eye" d="M20 12.5l5 7.5-5 7.5-5-7.5z" />
  </svg>
)

/** One row of the lattice of a yurt's wall: the only ornament of the house. The first on a page brings the pattern. */
export const Lattice = ({ first = false }: { first?: boolean }) => (
  <svg class="lattice" width="100%" height="10" aria-hidden="true">
    {first && (
      <pattern id="lattice" width="18" height="10" patternUnits="userSpaceOnUse">
        <path d="M0 0l9 10 9-10M0 10l9-10 9 10" />
      </pattern>
    )}
    <rect width="100%" height="10" fill="url(#lattice)" />
  </svg>
)
