/**
 * Where a seeded test begins. A plain run always takes the same seeds, so that a change and not luck
 * decides whether it passes; `npm run fuzz` takes new ones, and more of them.
 *
 * @returns FUZZ_SEED where it is set; what a failing test prints is to be put there
 */
export function firstSeed(): number {
  return Number(process.env['FUZZ_SEED'] ?? 471_100)
}

/** @returns how many seeds to try: as many times `usual` as FUZZ_TIMES says */
export function seedCount(usual: number): number {
  return Math.ceil(usual * Number(process.env['FUZZ_TIMES'] ?? 1))
}
