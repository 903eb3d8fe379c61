'use client'
import { useRef } from 'react'
import type { ElementId } from '../../lib/base/ids'
import type { ElementShape } from '../../lib/geometry/elementShape'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { useObservable } from '../hooks/useObservable'
import type { CanvasNode } from './canvasNode'
import { countDegrees, type Degrees, type Speech } from './speech'
import { useStage } from './StageContext'
import { useSpeech } from './useSpeech'

interface Entry {
  readonly shape: ElementShape
  readonly degrees: Degrees
  readonly focused: boolean
  readonly naming: boolean
  readonly dimmed: boolean
  readonly speech: Speech
  readonly node: CanvasNode
}

const none: Degrees = { in: 0, out: 0 }

/** Links are drawn between: frames, images and ink lie under them, the rest above. */
const zByKind = { frame: 0, image: 0, ink: 0, variable: 20, stakeholder: 20, action: 20, note: 20, text: 20 } as const

/** The scene as React Flow wants it. An element that has not changed keeps its node object. */
export function useCanvasNodes(): CanvasNode[] {
  const stage = useStage()
  const speech = useSpeech()
  const scene = useObservable(stage.scene)
  const focus = useObservable(stage.focus)
  const namedId = useObservable(stage.draft, (draft) => draft?.id)
  const matches = useWorkspaceState((state) => state.findMatches)
  const entries = useRef<ReadonlyMap<ElementId, Entry>>(new Map())

  const degrees = countDegrees(scene)
  const next = new Map<ElementId, Entry>()
  for (const shape of scene.elements.values()) {
    const { id } = shape
    const wanted = {
      shape,
      degrees: degrees.get(id) ?? none,
      focused: focus.kind === 'element' && focus.id === id,
      naming: id === namedId,
      dimmed: matches !== undefined && !matches.elements.has(id),
      speech,
    }
    const known = entries.current.get(id)
    next.set(id, known !== undefined && isSame(known, wanted) ? known : { ...wanted, node: toNode(wanted) })
  }
  entries.current = next
  return Array.from(next.values(), (entry) => entry.node)
}

function isSame(known: Entry, wanted: Omit<Entry, 'node'>): boolean {
  return (
    known.shape === wanted.shape &&
    known.degrees.in === wanted.degrees.in &&
    known.degrees.out === wanted.degrees.out &&
    known.focused === wanted.focused &&
    known.naming === wanted.naming &&
    known.dimmed === wanted.dimmed &&
    known.speech === wanted.speech
  )
}

function toNode({ shape, degrees, focused, naming, dimmed, speech }: Omit<Entry, 'node'>): CanvasNode {
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
    zIndex: zByKind[element.kind],
    // A transform of its own would make each element a paint chunk, which a moving picture pays for on every frame.
    style: { transform: 'none', left: rect.x, top: rect.y },
    data: { shape, name: speech.element(element, degrees), focused, naming, dimmed },
  }
}
