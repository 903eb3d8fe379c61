/** Port for randomness, so that tests and the fuzzer can replay a run from its seed. */
export interface Random {
  /** Fills and returns `length` random bytes. */
  bytes(length: number): Uint8Array
}

/** Cryptographic randomness of the platform (browser and Node alike). */
export const systemRandom: Random = {
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
}

/**
 * A repeatable source for tests and fuzzing (xorshift32). Never use it for keys.
 * @param seed any integer; 0 is replaced by 1, since xorshift stays at 0
 */
export function createSeededRandom(seed: number): Random & { next(): number; below(limit: number): number } {
  let state = seed | 0 || 1
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 0x1_0000_0000
  }
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    bytes: (length) => Uint8Array.from({ length }, () => Math.floor(next() * 256)),
  }
}
