import type { Point } from './rect'

/** ▲ supports, ■ neutral, ▼ opposes, ◆ mixed: around the middle of a disc at a card's upper left corner. */
export const stanceMark = {
  radius: 9,
  paths: {
    supports: 'M0 -5L5 4L-5 4Z',
    neutral: 'M-4 -4H4V4H-4Z',
    opposes: 'M0 5L5 -4L-5 -4Z',
    mixed: 'M0 -5.5L5.5 0L0 5.5L-5.5 0Z',
  },
} as const

/** The middle of the disc, from the upper left corner of a card; at the right stand figures, comments and influence. */
export const stancePlace: Point = { x: 4, y: 0 }
