import type { ElementId } from '../../lib/base/ids'
import { liesUnderLinks } from '../../lib/geometry/drawingLayer'
import type { ElementShape } from '../../lib/geometry/elementShape'
import type { Scene } from '../../lib/geometry/scene'
import type { LinkCounts } from '../../lib/model/linkWay'
import type { CanvasNode } from './canvasNode'
import type { Speech } from './speech'

/** What decides how the nodes of a scene look. */
export interface NodeListInput {
  readonly scene: Scene
  readonly focused: ElementId | undefined
  readonly named: ElementId | undefined
  /** Elements that a search found; undefined when nothing is searched. */
  readonly matches: ReadonlySet<ElementId> | undefined
  readonly speech: Speech
}

interface Look {
  readonly shape: ElementShape
  readonly degrees: LinkCounts
  readonly focused: boolean
  readonly naming: boolean
  readonly dimmed: boolean
  readonly speech: Speech
}

const none: LinkCounts = { in: 0, out: 0 }

/** Links are drawn between: what lies under them, and what lies above. */
const [under, above] = [0, 20]

/**
 * Makes React Flow's nodes from scenes. An element that looks as it did keeps its node object, so
 * that dragging one of a thousand draws one. About 1 ms for 1,000 elements.
 */
export function createNodeList(): (input: NodeListInput) => CanvasNode[] {
  let entries: ReadonlyMap<ElementId, { readonly look: Look; readonly node: CanvasNode }> = new Map()
  return ({ scene, focused, named, matches, speech }) => {
    const degrees = speech.degrees(scene)
    const next = new Map<ElementId, { readonly look: Look; readonly node: CanvasNode }>()
    for (const shape of scene.elements.values()) {
      const { id } = shape
      const look: Look = {
        shape,
        degrees: degrees.get(id) ?? none,
        focused: id === focused,
        naming: id === named,
        dimmed: shape.element.paint?.faded === true || (matches !== undefined && !matches.has(id)),
        speech,
      }
      const known = entries.get(id)
      next.set(id, known !== undefined && isSame(known.look, look) ? known : { look, node: toNode(look) })
    }
    entries = next
    return Array.from(next.values(), ({ node }) => node)
  }
}

function isSame(a: Look, b: Look): boolean {
  return (
    a.shape === b.shape &&
    a.degrees.in === b.degrees.in &&
    a.degrees.out === b.degrees.out &&
    a.focused === b.focused &&
    a.naming === b.naming &&
    a.dimmed === b.dimmed &&
    a.speech === b.speech
  )
}

function toNode({ shape, degrees, focused, naming, dimmed, speech }: Look): CanvasNode {
  const { rect, element } = shape
  const { width, height } = rect
  return {
    id: element.id,
    type: element.kind,
    position: { x: rect.x, y: rect.y },
    width,
    height,
    measured: { width, height },
    handles: [],
    zIndex: liesUnderLinks(element.kind) ? under : above,
    // A transform of its own would make each element a paint chunk, which a moving picture pays for on every frame.
    style: { transform: 'none', left: rect.x, top: rect.y },
    data: { shape, name: speech.element(element, degrees), focused, naming, dimmed },
  }
}
