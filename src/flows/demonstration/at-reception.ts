/** Whom the reception after a meeting must bring together: A826-3.5.a.2. */
export const atReception = [
  'executive-heads',
  'prosecution',
  'internal-affairs',
  'maslikhat-deputies',
  'public-council',
  'intelligentsia',
] as const
