/**
 * Text as XML content or attribute value: markup escaped, characters that XML 1.0 forbids removed,
 * halves of surrogate pairs replaced. Whatever people type, the result is well formed.
 */
export function escapeXml(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (character) => (/[\t\n\r]/.test(character) ? character : ''))
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
}

/** A number as SVG attribute: at most two decimals, no exponent, no negative zero. */
export function svgNumber(value: number): string {
  const rounded = Math.round(value * 100) / 100
  return Number.isFinite(rounded) ? String(rounded === 0 ? 0 : rounded) : '0'
}

/** An element with attributes in the order given; `undefined` values are left out. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content?: string,
): string {
  let text = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue
    text += ` ${key}="${typeof value === 'number' ? svgNumber(value) : escapeXml(value)}"`
  }
  return content === undefined ? `${text}/>` : `${text}>${content}</${name}>`
}
