import type { Shade } from '../model/paint'

/** How much of the accent colour is in each shade, percent; ink can be read on all of them. */
export const shadePercent: Readonly<Record<Shade, number>> = { 1: 6, 2: 17, 3: 28, 4: 39, 5: 50 }
