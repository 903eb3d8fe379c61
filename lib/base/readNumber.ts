/** A number as people write it in tables: `0.5`, `-1`, `0,5`, `50 %`. Undefined for anything else. */
export function readNumber(text: string): number | undefined {
  const match = /^\s*([+-]?(?:\d{1,300}(?:[.,]\d{0,300})?|[.,]\d{1,300})(?:e[+-]?\d{1,3})?)\s*(%?)\s*$/i.exec(
    text.replace(/[−–]/g, '-'),
  )
  if (match === null) return undefined
  const value = Number((match[1] ?? '').replace(',', '.')) / (match[2] === '%' ? 100 : 1)
  return Number.isFinite(value) ? value : undefined
}
