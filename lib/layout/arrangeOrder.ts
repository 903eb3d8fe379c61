import { graphlib, layout } from '@dagrejs/dagre'
import { arrangeColumns } from './arrangeColumns'
import { clearance, type Box, type Edge } from './box'
import { removeOverlaps } from './removeOverlaps'
import { narrowColumns } from './narrowColumns'

/** Room between a cause and its effect: an arrow, its sign and a delay mark. */
const betweenColumns = 110
/** Beyond these, room for each link would make the whole very tall, and take many seconds to find. */
const mostBoxes = 60
const mostLinks = 120

/**
 * Places the boxes of one connected component in columns: causes left, effects right, as few links as
 * possible going back (dagre: Gansner et al. 1993). In loops some link has to. The same input always
 * gives the same outcome. About a second for 60 boxes with 120 links; more go to
 * `arrangeColumns`.
 */
export function arrangeOrder(boxes: readonly Box[], edges: readonly Edge[]): void {
  if (boxes.length > mostBoxes || edges.length > mostLinks) return arrangeColumns(boxes, edges)
  const graph = new graphlib.Graph({ multigraph: false })
  graph.setGraph({
    rankdir: 'LR',
    nodesep: clearance.y + 8,
    edgesep: 12,
    ranksep: betweenColumns,
    acyclicer: 'greedy',
    ranker: 'network-simplex',
  })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const [index, { width, height }] of boxes.entries()) graph.setNode(String(index), { width, height })
  for (const [from, to] of edges) if (from !== to) graph.setEdge(String(from), String(to), {})
  layout(graph)
  for (const [index, box] of boxes.entries()) {
    const place = graph.node(String(index))
    box.x = place.x ?? 0
    box.y = place.y ?? 0
  }
  removeOverlaps(boxes)
  narrowColumns(boxes, edges)
}
