// Redirects stay inside: what an address asks to go to is read as a path of this site, or not at all.

/** The path and query of a local address such as `/kk/office?year=2027`; null for everything else. */
export function localPath(asked: string | undefined): string | null {
  // Browsers read a backslash as a slash and drop tabs and line ends: such words are no path of ours.
  if (asked === undefined || asked.length > 500 || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(asked))
    return null
  const base = 'http://inside.invalid'
  if (!URL.canParse(asked, base)) return null
  const url = new URL(asked, base)
  return url.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search : null
}
