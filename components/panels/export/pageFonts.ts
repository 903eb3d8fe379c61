/** One file of the page's font, with the letters it is for. */
interface FontFile {
  readonly url: string
  readonly unicodeRange: string
}

const family = /^["']?Inter( Variable)?["']?$/

/** The files of Inter that this page was given by our own server, read from its stylesheets. */
function findFontFiles(): readonly FontFile[] {
  const files: FontFile[] = []
  for (const sheet of document.styleSheets) {
    let rules: CSSRuleList
    try {
      rules = sheet.cssRules
    } catch {
      // A stylesheet of a browser extension, closed to us.
      continue
    }
    for (const rule of rules) {
      if (!(rule instanceof CSSFontFaceRule) || !family.test(rule.style.getPropertyValue('font-family'))) continue
      if (rule.style.getPropertyValue('font-style') === 'italic') continue
      const address = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue('src'))?.[1]
      if (address === undefined) continue
      const url = new URL(address, sheet.href ?? document.baseURI)
      if (url.origin === location.origin) {
        files.push({ url: url.href, unicodeRange: rule.style.getPropertyValue('unicode-range') })
      }
    }
  }
  return files
}

/** True if one of the letters lies in a CSS unicode-range such as `U+0-FF, U+131`. No range holds all. */
export function isInRange(letters: Iterable<number>, unicodeRange: string): boolean {
  if (unicodeRange.trim() === '') return true
  const ranges = unicodeRange.split(',').map((part) => {
    const text = part.trim().replace(/^u\+/i, '')
    const [start = '', end = start] = text.split('-')
    return [Number.parseInt(start.replaceAll('?', '0'), 16), Number.parseInt(end.replaceAll('?', 'F'), 16)] as const
  })
  for (const letter of letters) if (ranges.some(([start, end]) => letter >= start && letter <= end)) return true
  return false
}

/**
 * A stylesheet with the parts of Inter that this text needs, as data addresses: a picture is drawn
 * apart from the page and sees none of its fonts. Empty if the fonts cannot be had; then the
 * picture falls back to a font of the system.
 */
export async function fontStyleFor(text: string): Promise<string> {
  const letters = new Set(Array.from(`${text}abc+−?`, (letter) => letter.codePointAt(0) ?? 0))
  const wanted = findFontFiles().filter(({ unicodeRange }) => isInRange(letters, unicodeRange))
  const rules = await Promise.all(
    wanted.map(async ({ url, unicodeRange }) => {
      const data = await fetchAsDataUrl(url)
      const range = unicodeRange === '' ? '' : `unicode-range:${unicodeRange};`
      return data === undefined
        ? ''
        : `@font-face{font-family:Inter;font-weight:100 900;${range}src:url(${data}) format('woff2')}`
    }),
  )
  return rules.join('')
}

async function fetchAsDataUrl(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url)
    if (!response.ok) return undefined
    const bytes = new Uint8Array(await response.arrayBuffer())
    let binary = ''
    for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
    return `data:font/woff2;base64,${btoa(binary)}`
  } catch {
    return undefined
  }
}
