/** A parsed element: enough of XML to check what Weft writes. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

const forbidden = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/u

/**
 * A strict parser for XML without doctype, comments or CDATA: throws at the first thing that is not
 * well formed, with its place. Written for tests, so that no library is needed.
 */
export function parseXml(text: string): XmlElement {
  const bad = forbidden.exec(text)
  if (bad) throw new Error(`forbidden character at ${bad.index}`)
  let at = 0
  const failAt = (what: string): never => {
    throw new Error(`${what} at ${at}: ${text.slice(at, at + 60)}`)
  }
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at = pattern.lastIndex
    return found
  }
  const decode = (raw: string): string => {
    if (/&(?!(amp|lt|gt|quot|#39);)/.test(raw)) failAt('bare ampersand or unknown entity')
    return raw
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
  }
  const element = (): XmlElement => {
    const name = match(/<([a-zA-Z][\w-]*)/y)?.[1] ?? failAt('element expected')
    const attributes: Record<string, string> = {}
    for (let found = match(/\s+([\w:-]+)="([^"<]*)"/y); found; found = match(/\s+([\w:-]+)="([^"<]*)"/y)) {
      const key = found[1] ?? ''
      if (key in attributes) failAt(`attribute ${key} twice`)
      attributes[key] = decode(found[2] ?? '')
    }
    if (match(/\/>/y)) return { name, attributes, children: [] }
    if (!match(/>/y)) failAt('end of tag expected')
    const children: (XmlElement | string)[] = []
    for (;;) {
      const words = match(/[^<]+/y)
      if (words) children.push(decode(words[0]))
      const end = match(/<\/([\w-]+)>/y)
      if (end) {
        if (end[1] !== name) failAt(`</${name}> expected`)
        return { name, attributes, children }
      }
      if (at >= text.length) failAt(`<${name}> is not closed`)
      children.push(element())
    }
  }
  const root = element()
  if (text.slice(at).trim() !== '') failAt('text after the end')
  return root
}

/** All elements with a name, in document order. */
export function findAll(root: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = root.name === name ? [root] : []
  for (const child of root.children) if (typeof child !== 'string') found.push(...findAll(child, name))
  return found
}

/** All text inside an element. */
export function textOf(root: XmlElement): string {
  return root.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}
