/** What a comma or a point stands for is known by the language that groups digits with it. */
export type GroupSign = ',' | '.'

/** The comma or point with which a language groups digits; undefined where it has another sign or none. */
export function groupSignOf(language: string): GroupSign | undefined {
  const sign = new Intl.NumberFormat(language).formatToParts(1_234_567).find(({ type }) => type === 'group')?.value
  return sign === ',' || sign === '.' ? sign : undefined
}

/** True for a text whose digits look as if they stood in groups of three: it is to be told how it was read. */
export function isGroupLike(text: string): boolean {
  return /(?:^|\D)[1-9]\d{0,2}[.,\s'’]\d{3}(?!\d)/.test(text)
}

/**
 * A number as people type it, with a comma or a point, a hyphen or a minus, in groups of three or not; undefined if it is
 * none. Where one comma or point has three digits behind it, `12,500`, it is the sign of groups if it is `group`, and
 * else that of the places.
 */
export function readDecimal(text: string, group?: GroupSign): number | undefined {
  const plain = text
    // Languages written from right to left put marks of direction around a sign.
    .replace(/[\u200e\u200f\u061c]/g, '')
    .trim()
    .replace('−', '-')
  const number = withoutGroups(plain, group)?.replace(',', '.') ?? ''
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(number) ? Number(number) : undefined
}

/** The digits of a number without the signs of its groups; undefined where those are not of three. */
function withoutGroups(plain: string, group: GroupSign | undefined): string | undefined {
  if (/^[+-]?[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?:[.,]\d*)?$/.test(plain))
    return plain.replace(/[ \u00a0\u2009\u202f'’]/g, '')
  for (const sign of [',', '.'] as const) {
    const between = sign === '.' ? '\\.' : ','
    const places = sign === '.' ? ',' : '\\.'
    const isGrouped =
      new RegExp(`^[+-]?[1-9]\\d{0,2}(?:${between}\\d{3})+${places}\\d*$`).test(plain) ||
      new RegExp(`^[+-]?[1-9]\\d{0,2}(?:${between}\\d{3}){${sign === group ? 1 : 2},}$`).test(plain)
    if (isGrouped) return plain.replaceAll(sign, '')
  }
  return plain
}

/** A value to hold a variable at, from −1 to 1: what is beyond is brought to the nearer end. Undefined if it is no number. */
export function readHeld(text: string): { readonly value: number; readonly isBeyond: boolean } | undefined {
  const said = readDecimal(text)
  if (said === undefined) return undefined
  const value = Math.min(1, Math.max(-1, said))
  return { value, isBeyond: value !== said }
}
