/** A number as people type it, with a comma or a point, a hyphen or a minus; undefined if it is none. */
export function readDecimal(text: string): number | undefined {
  const plain = text
    // Languages written from right to left put marks of direction around a sign.
    .replace(/[\u200e\u200f\u061c]/g, '')
    .trim()
    .replace('−', '-')
    .replace(',', '.')
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined
}

/** A value to hold a variable at, from −1 to 1: what is beyond is brought to the nearer end. Undefined if it is no number. */
export function readHeld(text: string): { readonly value: number; readonly isBeyond: boolean } | undefined {
  const said = readDecimal(text)
  if (said === undefined) return undefined
  const value = Math.min(1, Math.max(-1, said))
  return { value, isBeyond: value !== said }
}
