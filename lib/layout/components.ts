import type { Box, Edge } from './box'

/** Boxes that links hold together, with those links by the boxes' index in it. */
export interface Component {
  readonly boxes: readonly Box[]
  readonly edges: readonly Edge[]
}

/** Cuts boxes into connected components; boxes without any link are given apart. */
export function findComponents(
  boxes: readonly Box[],
  edges: readonly Edge[],
): { readonly linked: readonly Component[]; readonly single: readonly Box[] } {
  const parents = boxes.map((_, index) => index)
  const find = (index: number): number => {
    let root = index
    while (parents[root] !== undefined && parents[root] !== root) root = parents[root] ?? root
    for (let at = index; at !== root;) {
      const next = parents[at] ?? root
      parents[at] = root
      at = next
    }
    return root
  }
  for (const [from, to] of edges) parents[find(from)] = find(to)

  const groups = new Map<number, { boxes: Box[]; edges: Edge[] }>()
  const places = boxes.map((box, index) => {
    const root = find(index)
    const group = groups.get(root) ?? { boxes: [], edges: [] }
    groups.set(root, group)
    return group.boxes.push(box) - 1
  })
  for (const [from, to, bow] of edges) {
    groups.get(find(from))?.edges.push([places[from] ?? 0, places[to] ?? 0, bow])
  }
  const components = [...groups.values()]
  return {
    linked: components.filter((component) => component.boxes.length > 1),
    single: components.flatMap((component) => (component.boxes.length === 1 ? component.boxes : [])),
  }
}
