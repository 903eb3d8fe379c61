import { clearance, goalRatio, type Box, type Edge } from './box'

const sweeps = 12
const betweenColumns = 110

/**
 * Places many boxes in columns, causes left and effects right, about 16:10, without the room that
 * `arrangeOrder` keeps for each link: who is in which column follows from an order in which few links
 * go back (Eades, Lin and Smyth 1993), who is above whom from the middle of the neighbours. The same
 * input always gives the same outcome. Cost: linear in links, but for sorting.
 */
export function arrangeColumns(boxes: readonly Box[], edges: readonly Edge[]): void {
  const columns = splitInColumns(boxes, findOrder(boxes.length, edges), edges)
  const neighbours = boxes.map((): number[] => [])
  for (const [from, to] of edges) {
    neighbours[from]?.push(to)
    neighbours[to]?.push(from)
  }
  stack(boxes, columns)
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (const column of sweep % 2 === 0 ? columns : columns.toReversed()) {
      const middle = new Map(
        column.map((index) => {
          const near = neighbours[index] ?? []
          const sum = near.reduce((total, other) => total + (boxes[other]?.y ?? 0), 0)
          return [index, near.length === 0 ? (boxes[index]?.y ?? 0) : sum / near.length]
        }),
      )
      column.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0) || a - b)
      stackOne(boxes, column)
    }
  }
}

/**
 * All indices in an order in which few links lead back: what only leads on comes first, what nothing
 * follows last, in between whoever leads on to most and is led to by fewest.
 */
export function findOrder(count: number, edges: readonly Edge[]): readonly number[] {
  const after = Array.from({ length: count }, (): number[] => [])
  const before = Array.from({ length: count }, (): number[] => [])
  for (const [from, to] of edges) {
    if (from === to) continue
    after[from]?.push(to)
    before[to]?.push(from)
  }
  const out = after.map((list) => list.length)
  const into = before.map((list) => list.length)
  const left = new Set(Array.from({ length: count }, (_, index) => index))
  const head: number[] = []
  const tail: number[] = []
  const open = [...left]
  const take = (index: number): void => {
    left.delete(index)
    for (const next of after[index] ?? []) {
      into[next] = (into[next] ?? 0) - 1
      if (left.has(next)) open.push(next)
    }
    for (const last of before[index] ?? []) {
      out[last] = (out[last] ?? 0) - 1
      if (left.has(last)) open.push(last)
    }
  }
  while (left.size > 0) {
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (!left.has(next)) continue
      if (out[next] === 0) tail.push(next)
      else if (into[next] === 0) head.push(next)
      else continue
      take(next)
    }
    let best: number | undefined
    const gain = (index: number): number => (out[index] ?? 0) - (into[index] ?? 0)
    for (const index of left) if (best === undefined || gain(index) > gain(best)) best = index
    if (best === undefined) break
    head.push(best)
    take(best)
  }
  return [...head, ...tail.reverse()]
}

/** Who stands where, left to right: by the longest way of links that lead on, in as many columns as look well. */
function splitInColumns(boxes: readonly Box[], order: readonly number[], edges: readonly Edge[]): number[][] {
  const place = new Map(order.map((index, at) => [index, at]))
  const layer = boxes.map(() => 0)
  const onward = boxes.map((): number[] => [])
  for (const [from, to] of edges) if ((place.get(from) ?? 0) < (place.get(to) ?? 0)) onward[from]?.push(to)
  for (const index of order) {
    for (const next of onward[index] ?? []) layer[next] = Math.max(layer[next] ?? 0, (layer[index] ?? 0) + 1)
  }
  const width = boxes.reduce((sum, box) => sum + box.width, 0) / boxes.length + betweenColumns
  const height = boxes.reduce((sum, box) => sum + box.height, 0) / boxes.length + clearance.y
  const perColumn = Math.max(1, Math.round(Math.sqrt((boxes.length * width) / height / goalRatio)))
  const byLayer = order.toSorted((a, b) => (layer[a] ?? 0) - (layer[b] ?? 0))
  const columns: number[][] = []
  for (const index of byLayer) {
    const last = columns.at(-1)
    if (last === undefined || last.length >= perColumn) columns.push([index])
    else last.push(index)
  }
  return columns
}

function stack(boxes: readonly Box[], columns: readonly (readonly number[])[]): void {
  let x = 0
  for (const column of columns) {
    const width = column.reduce((most, index) => Math.max(most, boxes[index]?.width ?? 0), 0)
    for (const index of column) {
      const box = boxes[index]
      if (box !== undefined) box.x = x + width / 2
    }
    x += width + betweenColumns
    stackOne(boxes, column)
  }
}

/** One below the other, around the same middle. */
function stackOne(boxes: readonly Box[], column: readonly number[]): void {
  const height = column.reduce((sum, index) => sum + (boxes[index]?.height ?? 0) + clearance.y + 1, 0)
  let y = -height / 2
  for (const index of column) {
    const box = boxes[index]
    if (box === undefined) continue
    box.y = y + box.height / 2
    y += box.height + clearance.y + 1
  }
}
