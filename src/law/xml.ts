// Elements as values, written as indented XML.

type Child = string | Node
export type Node = {
  readonly tag: string
  readonly attributes: Attributes
  readonly children: readonly Child[]
}
type Attributes = Readonly<Record<string, string | null | undefined>>
/** An element; attributes without a value are left out. */
export const node = (tag: string, attributes: Attributes = {}, ...children: readonly Child[]): Node => ({
  tag,
  attributes,
  children,
})

export function write({ tag, attributes, children }: Node, indent = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(value!)}"`)
    .join('')
  if (children.length === 0) return `${indent}<${tag}${written}/>`
  if (children.every((child) => typeof child === 'string'))
    return `${indent}<${tag}${written}>${children.map(escaped).join('')}</${tag}>`
  const inner = children.map((child) =>
    typeof child === 'string' ? `${indent}  ${escaped(child)}` : write(child, `${indent}  `),
  )
  return `${indent}<${tag}${written}>\n${inner.join('\n')}\n${indent}</${tag}>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
