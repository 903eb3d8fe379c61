/** A star around the middle of a box, before the name on a card. */
export const starMark = {
  /** Of the box, and between it and the name. */
  across: 14,
  gap: 5,
  path: 'M0 -7L1.7 -2.3L6.7 -2.2L2.7 .9L4.1 5.7L0 2.9L-4.1 5.7L-2.7 .9L-6.7 -2.2L-1.7 -2.3Z',
} as const
