import { createSeededRandom } from '@/lib/base/random'
import { sizeOf } from '@/lib/geometry/elementLayout'
import { overlaps, rectAround, type Rect } from '@/lib/geometry/rect'
import { fromWeftMap } from '@/lib/model/mapFile'
import { boardView } from '@/lib/model/position'
import type { WeftMap } from '@/lib/model/weftMap'

export type Places = Readonly<Record<string, readonly number[]>>

/** A map of variables with these labels and links, and these places on the board. */
export function mapOf(
  labels: readonly string[],
  links: readonly (readonly [number, number])[],
  board: Places = {},
): WeftMap {
  return {
    weft: 1,
    meta: { schemaVersion: 1, title: '', description: '' },
    elements: Object.fromEntries(
      labels.map((label, index) => [`e${index}`, { kind: 'variable', label, description: '' }]),
    ),
    links: Object.fromEntries(
      links.map(([from, to], index) => [
        `l${index}`,
        { kind: 'causal', from: `e${from}`, to: `e${to}`, description: '' },
      ]),
    ),
    positions: { board },
  } as unknown as WeftMap
}

/** A map whose links join any two of its variables, the same for the same seed. */
export function randomMap(elements: number, links: number, seed: number): WeftMap {
  const random = createSeededRandom(seed)
  const words = [
    'trust',
    'level of the river',
    'number of people who come again',
    'work',
    'money left at the end of the month',
  ]
  const labels = Array.from({ length: elements }, (_, index) => `${words[random.below(words.length)]} ${index}`)
  return mapOf(
    labels,
    Array.from({ length: links }, () => [random.below(elements), random.below(elements)] as const),
  )
}

/** The boxes of all elements on the board, by id. Fails if one has no place. */
export function boxesOf(map: WeftMap): ReadonlyMap<string, Rect> {
  const view = fromWeftMap(map)
  const board = view.positions.get(boardView)
  return new Map(
    [...view.elements.values()].map((element) => {
      const position = board?.get(element.id)
      if (position === undefined) throw new Error(`${element.id} has no place`)
      return [element.id, rectAround(position, sizeOf(element, position))]
    }),
  )
}

export function countOverlaps(map: WeftMap): number {
  const boxes = [...boxesOf(map).values()].sort((a, b) => a.x - b.x)
  let count = 0
  for (const [index, box] of boxes.entries()) {
    for (let next = index + 1; next < boxes.length; next += 1) {
      const other = boxes[next]
      if (other === undefined || other.x > box.x + box.width) break
      if (overlaps(box, other)) count += 1
    }
  }
  return count
}

export function placesOf(map: WeftMap): Places {
  return (map.positions as Readonly<Record<string, Places>>)['board'] ?? {}
}
