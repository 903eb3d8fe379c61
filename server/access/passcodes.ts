import { scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import type { Random } from '../../lib/base/random'

/** scrypt's cost: 16 MB and some 40 ms a try, so that a stolen hash is slow to guess at. */
const cost = { N: 16_384, r: 8, p: 1 } as const
const hashBytes = 32
const saltBytes = 16

/**
 * What is stored instead of a passcode: scrypt with a salt of its own, written as
 * `scrypt:<N>:<r>:<p>:<salt>:<hash>`, so that the cost can be raised and old hashes still be read.
 * Cost: some 40 ms off the main thread.
 */
export async function hashPasscode(passcode: string, random: Random): Promise<string> {
  const salt = Buffer.from(random.bytes(saltBytes))
  const hash = await derive(passcode, salt, hashBytes, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join(':')
}

/**
 * True if `typed` is the passcode that was hashed. Takes the same time wherever they differ.
 * @throws if `stored` was not written by `hashPasscode`
 */
export async function isPasscode(typed: string, stored: string): Promise<boolean> {
  const [kind, N, r, p, salt, hash] = stored.split(':')
  if (kind !== 'scrypt' || salt === undefined || hash === undefined) throw new Error('This is no hash of a passcode.')
  const expected = Buffer.from(hash, 'base64url')
  const options = { N: Number(N), r: Number(r), p: Number(p) }
  const found = await derive(typed, Buffer.from(salt, 'base64url'), expected.length, options)
  return timingSafeEqual(found, expected)
}

/** One passcode in one spelling: phones write accents in two ways, and put a blank after a word. */
function spell(passcode: string): string {
  return passcode.normalize('NFC').trim()
}

async function derive(passcode: string, salt: Buffer, length: number, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(spell(passcode), salt, length, options, (error, key) => (error === null ? resolve(key) : reject(error)))
  })
}
