/**
 * Which of `count` answers a key leads to from the answer `here`, where they stand in rows of `across`: sideways through
 * all of them and round the ends, up and down within a column. Undefined if it leads nowhere.
 */
export function nextAnswer(key: string, here: number, count: number, across: number): number | undefined {
  if (here < 0 || here >= count) return undefined
  const isOneRow = count <= across
  switch (key) {
    case 'Home':
      return 0
    case 'End':
      return count - 1
    case 'ArrowLeft':
      return (here + count - 1) % count
    case 'ArrowRight':
      return (here + 1) % count
    case 'ArrowUp':
      return isOneRow ? (here + count - 1) % count : here - across >= 0 ? here - across : here
    case 'ArrowDown':
      return isOneRow ? (here + 1) % count : here + across < count ? here + across : here
    default:
      return undefined
  }
}
