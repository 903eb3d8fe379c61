import { createHash, timingSafeEqual } from 'node:crypto'
import type { Random } from '../../lib/base/random'

/** 144 bits: more than anyone can guess, and 24 characters of base64url without padding. */
const keyBytes = 18

/** A fresh secret for a link or a device, safe in URLs and cookies. Shown once, never stored. */
export function createKey(random: Random): string {
  return Buffer.from(random.bytes(keyBytes)).toString('base64url')
}

/**
 * What is stored and looked up instead of a key: its SHA-256, hex. Looking up by hash takes the
 * same work for any key, right, wrong or absurd, and what it compares tells nothing of the key.
 */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** Compares two secrets without telling by its time where they differ. */
export function isSameSecret(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())
}
