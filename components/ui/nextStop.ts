interface Bar {
  readonly vertical: boolean
  /** Written from right to left. */
  readonly isMirrored: boolean
}

/** Where a key goes from the stop `here` in a bar of `count` stops, round the ends; undefined if it goes nowhere. */
export function nextStop(key: string, here: number, count: number, { vertical, isMirrored }: Bar): number | undefined {
  if (here < 0 || count === 0) return undefined
  const [back, forth] = vertical
    ? ['ArrowUp', 'ArrowDown']
    : isMirrored
      ? ['ArrowRight', 'ArrowLeft']
      : ['ArrowLeft', 'ArrowRight']
  switch (key) {
    case 'Home':
      return 0
    case 'End':
      return count - 1
    case back:
      return (here + count - 1) % count
    case forth:
      return (here + 1) % count
    default:
      return undefined
  }
}
