import type { Random } from '../../lib/base/random'

/** No I, L, O, U, 0 or 1: read aloud or from a projector, a code is not mistaken. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 6

/** How long a code lives, in milliseconds: a working day with room to spare. */
export const codeLifetime = 12 * 60 * 60 * 1000

/** Six characters, about 29 bits: safe only because guesses are limited and codes die soon. */
export function createCode(random: Random): string {
  let code = ''
  while (code.length < codeLength) {
    for (const byte of random.bytes(codeLength * 2)) {
      // Values past the last full run of the alphabet would make early letters likelier.
      if (byte < alphabet.length * 8 && code.length < codeLength) code += alphabet[byte % alphabet.length]
    }
  }
  return code
}

/** A code as people type it (small letters, blanks, a dash) in its stored form, if it can be one. */
export function readCode(typed: string): string | undefined {
  const code = typed.replace(/[\s-]/g, '').toUpperCase()
  const fits = code.length === codeLength && Array.from(code).every((letter) => alphabet.includes(letter))
  return fits ? code : undefined
}
