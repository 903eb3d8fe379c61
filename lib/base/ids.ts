import type { Random } from './random'

declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type MapId = Branded<'map'>
export type ElementId = Branded<'element'>
export type LinkId = Branded<'link'>
/** `board` is the free canvas; other views have generated ids. */
export type ViewId = Branded<'view'>

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZabcdefghjkmnpqrstvwxyz'

/**
 * A short random id, safe in URLs, file names and attribute selectors.
 * @param length characters; 14 give about 80 bits, enough for records made by many peers at once.
 *   Not for secrets: keys have their own maker in server/access.
 */
export function createId<Id extends string>(random: Random, length = 14): Id {
  const bytes = random.bytes(length * 2)
  let id = ''
  for (const byte of bytes) {
    // Values past the last full run of the alphabet would make early letters likelier.
    if (byte < alphabet.length * 4 && id.length < length) id += alphabet[byte % alphabet.length]
  }
  return (id.length === length ? id : createId(random, length)) as Id
}

/** True for text that may serve as an id: 1 to 64 letters, digits, `_` or `-` (and not a trap for plain objects). */
export function isId(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,64}$/.test(text) && text !== '__proto__'
}
