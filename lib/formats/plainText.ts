/** Characters of foreign text that are looked at: twice what a description keeps. */
const longest = 40_000

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
}

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  const usable = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return usable ? String.fromCodePoint(code) : ''
}

/**
 * Markdown with HTML in it, as other tools keep descriptions, as plain text: marks and tags go, words,
 * paragraphs, list dashes and the addresses of links stay. Linear in the length; nothing is executed
 * or fetched, since the outcome is only ever text.
 */
export function toPlainText(source: string): string {
  const text = source.slice(0, longest).replace(/\r\n?/g, '\n')
  return (
    text
      .replace(/<(script|style)\b[^<>]*>[^<]*<\/\1\s*>/gi, '')
      .replace(/<!--[^<>]*-->/g, '')
      .replace(/<li\b[^<>]*>/gi, '\n- ')
      .replace(/<(?:br|\/p|\/div|\/h[1-6]|\/ul|\/ol|\/tr|hr)\b[^<>]*>/gi, '\n')
      // Only what begins like a tag: "a < b" is text.
      .replace(/<\/?[a-z][^<>]*>/gi, '')
      .replace(/!\[([^[\]]*)\]\(([^()\s]*)(?: "[^"()]*")?\)/g, '$1')
      .replace(/\[([^[\]]+)\]\(([^()\s]*)(?: "[^"()]*")?\)/g, (_, label: string, address: string) =>
        label === address ? label : `${label} (${address})`,
      )
      .replace(/^#{1,6}[ \t]+/gm, '')
      .replace(/^>[ \t]?/gm, '')
      .replace(/\*\*(?!\s)([^*\n]+)(?<!\s)\*\*/g, '$1')
      .replace(/__(?!\s)([^_\n]+)(?<!\s)__/g, '$1')
      .replace(/(?<![\p{L}\p{N}*])\*(?!\s)([^*\n]+)(?<!\s)\*(?![\p{L}\p{N}*])/gu, '$1')
      .replace(/&(#?[a-z0-9]{1,8});/gi, decodeEntity)
      .replace(/[ \t]{1,200}$/gm, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  )
}

/**
 * Plain text for tools that take descriptions for Markdown with HTML: as it is where it would be read back as it is, else
 * with its marks as entities, so that "a *b* <c>" is shown, and read again, as people wrote it.
 */
export function toMarkup(text: string): string {
  if (toPlainText(text) === text) return text
  return text.replace(/[&<>*_#[\]!]/g, (mark) => `&#${mark.codePointAt(0) ?? 0};`)
}
