/** A number as people type it, with a comma or a point, a hyphen or a minus; undefined if it is none. */
export function readDecimal(text: string): number | undefined {
  const plain = text.trim().replace('−', '-').replace(',', '.')
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined
}
