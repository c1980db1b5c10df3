// What a browser calls itself, as a person would: "Firefox, Windows".

const browsers: readonly (readonly [string, RegExp])[] = [
  ['Edge', /\bEdg/],
  ['Opera', /\bOPR\//],
  ['Yandex', /\bYaBrowser\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
]
const systems: readonly (readonly [string, RegExp])[] = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X|Macintosh/],
  ['Linux', /Linux|X11/],
]

/** Browser and system as far as they are known, else what the browser says; '' when it says nothing. */
export function deviceName(agent: string): string {
  const known = [browsers, systems].flatMap((table) => table.find(([, sign]) => sign.test(agent))?.[0] ?? [])
  return known.length > 0 ? known.join(', ') : agent
}
