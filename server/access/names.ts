import { limits } from '../../lib/base/limits'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * A first name fit to be shown to everybody: one line, no control or direction-changing characters
 * that could dress it up as another, no longer than the limit, never cut inside a character.
 * Joiners stay, since Persian names and emoji need them.
 * @returns undefined if nothing is left
 */
export function cleanName(typed: string): string | undefined {
  const plain = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g, '')
    .replace(/\s+/gu, ' ')
    .trim()
  const name = cut(plain, limits.name)
  return /[\p{L}\p{N}\p{S}\p{P}]/u.test(name) ? name : undefined
}

/** The name itself, or with the first number that makes it unlike all `taken` ones: "Anna 2". */
export function makeUnlike(name: string, taken: Iterable<string>): string {
  const fold = (text: string): string => text.normalize('NFKC').toLocaleLowerCase('en')
  const used = new Set(Array.from(taken, fold))
  if (!used.has(fold(name))) return name
  for (let number = 2; ; number += 1) {
    const ending = ` ${number}`
    const candidate = cut(name, limits.name - ending.length) + ending
    if (!used.has(fold(candidate))) return candidate
  }
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text
  let kept = ''
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > length) break
    kept += segment
  }
  return kept.trimEnd()
}
