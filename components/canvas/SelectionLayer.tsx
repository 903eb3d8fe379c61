'use client'
import { useEditor, useWorkspaceState } from '../hooks/EditorProvider'
import { useMayEdit } from '../hooks/useMayEdit'
import { isMakingLinks } from '../hooks/workspace'
import { useSelection } from '../hooks/useMap'
import { useObservable } from '../hooks/useObservable'
import { inflate } from '../../lib/geometry/rect'
import type { ElementShape } from '../../lib/geometry/elementShape'
import { stanceMark, stancePlace } from '../../lib/geometry/stanceMark'
import { curveToPoint } from '../../lib/geometry/linkCurve'
import { svgPath } from '../../lib/geometry/curve'
import type { GestureState } from '../../lib/gesture/gestureState'
import { elementUnderPull } from '../../lib/gesture/linking'
import { dotSides, resizeEdges } from '../../lib/gesture/hit'
import { dotsAround, hasEdge, isResizable, linkGrips, onlyElement, resizeGrips } from '../../lib/gesture/hitSurface'
import { isLinkable } from '../../lib/model/element'
import { useMedia } from '../hooks/useMedia'
import { useStage } from './StageContext'

/** Rings, grips and dots of what is selected or hovered, and the link that is being pulled. Above everything. */
export function SelectionLayer() {
  const stage = useStage()
  const selection = useSelection()
  const mayEdit = useMayEdit()
  const scene = useObservable(stage.scene)
  const gesture = useObservable(stage.gesture)
  const zoom = useObservable(stage.viewport.zoom)
  const hover = useObservable(stage.hover)
  const draft = useObservable(stage.draft)
  const linking = useWorkspaceState((state) => state.linking)
  const isLinking = useWorkspaceState(isMakingLinks)
  const px = 1 / zoom
  const atRest = gesture.kind === 'idle' || gesture.kind === 'pressing' || gesture.kind === 'spent'
  const only = onlyElement(selection)
  const dotted = shapeOf(mayEdit && atRest && draft === undefined ? (hover ?? only) : undefined)
  const sized = shapeOf(mayEdit && draft === undefined ? only : undefined)
  const grippedId = selection.links.length === 1 && selection.elements.length === 0 ? selection.links[0] : undefined
  const gripped = grippedId === undefined || !mayEdit || isLinking ? undefined : scene.links.get(grippedId)
  const target = shapeOf(elementUnderPull(gesture))
  const origin = shapeOf(linking?.from)

  function shapeOf(id: ElementShape['id'] | undefined): ElementShape | undefined {
    return id === undefined ? undefined : scene.elements.get(id)
  }

  return (
    <svg className="weft-selection" width={1} height={1} aria-hidden>
      {selection.elements.map((id) => {
        const shape = scene.elements.get(id)
        return shape === undefined || id === draft?.id ? null : (
          <Ring key={id} shape={shape} zoom={zoom} kind="selected" />
        )
      })}
      {draft === undefined ? null : <DraftRing id={draft.id} zoom={zoom} />}
      {target === undefined ? null : <Ring shape={target} zoom={zoom} kind="target" />}
      {origin === undefined ? null : <Ring shape={origin} zoom={zoom} kind="target" />}
      <PulledLink gesture={gesture} zoom={zoom} />
      <PlacedFrame gesture={gesture} zoom={zoom} />
      <Ghosts gesture={gesture} zoom={zoom} />
      {dotted !== undefined && isLinkable(dotted.element) ? <Dots shape={dotted} zoom={zoom} /> : null}
      {sized !== undefined && isResizable(sized) && sized.element.locked !== true
        ? resizeEdges
            .filter((edge) => hasEdge(sized, edge))
            .map((edge) => {
              const { x, y } = resizeGrips(sized.rect)[edge]
              const side = 9 * px
              return (
                <rect
                  key={edge}
                  className="weft-grip"
                  x={x - side / 2}
                  y={y - side / 2}
                  width={side}
                  height={side}
                  rx={2 * px}
                  strokeWidth={1.5 * px}
                />
              )
            })
        : null}
      {gripped === undefined || gesture.kind === 'reconnecting'
        ? null
        : Object.entries(linkGrips(gripped)).map(([end, { x, y }]) =>
            end === 'mid' && gripped.from === gripped.to ? null : (
              <circle
                key={end}
                className={end === 'mid' ? 'weft-grip weft-grip-mid' : 'weft-grip'}
                cx={x}
                cy={y}
                r={5.5 * px}
                strokeWidth={1.5 * px}
              />
            ),
          )}
    </svg>
  )
}

/** Two pixels of accent with two pixels of air, at every zoom. */
function Ring({
  shape,
  zoom,
  kind,
}: {
  readonly shape: ElementShape
  readonly zoom: number
  readonly kind: 'selected' | 'target'
}) {
  const px = 1 / zoom
  const { element, rect } = shape
  // The name of a frame stands on its edge: the ring is within.
  const away = (element.kind === 'frame' ? -1 : 3) * px
  const ring = (
    <rect
      className={`weft-ring weft-ring-${kind}`}
      {...inflate(rect, away)}
      rx={Math.max(0, shape.radius + away)}
      strokeWidth={2 * px}
    />
  )
  if (element.kind !== 'stakeholder' || element.stance === undefined) return ring
  // The ring is interrupted where the stance is to be read.
  return (
    <>
      {ring}
      <g className="weft-stance" transform={`translate(${rect.x + stancePlace.x} ${rect.y + stancePlace.y})`}>
        <circle r={stanceMark.radius} strokeWidth={1} />
        <path d={stanceMark.paths[element.stance]} />
      </g>
    </>
  )
}

function DraftRing({ id, zoom }: { readonly id: ElementShape['id']; readonly zoom: number }) {
  const shape = useObservable(useStage().scene, (scene) => scene.elements.get(id))
  return shape === undefined ? null : <Ring shape={shape} zoom={zoom} kind="selected" />
}

function Dots({ shape, zoom }: { readonly shape: ElementShape; readonly zoom: number }) {
  const isTouch = useMedia('(pointer: coarse)')
  const dots = dotsAround(shape.rect, zoom)
  const radius = (isTouch ? 7 : 5) / zoom
  return dotSides.map((side) => (
    <circle key={side} className="weft-dot" cx={dots[side].x} cy={dots[side].y} r={radius} strokeWidth={1.5 / zoom} />
  ))
}

/** The arc that follows the pointer while a link is pulled out or an end is taken elsewhere. */
function PulledLink({ gesture, zoom }: { readonly gesture: GestureState; readonly zoom: number }) {
  const stage = useStage()
  const scene = stage.scene.get()
  const editor = useEditor()
  if (gesture.kind !== 'linking' && gesture.kind !== 'reconnecting') return null
  const link = gesture.kind === 'reconnecting' ? editor.view.get().links.get(gesture.link) : undefined
  const fixedId = gesture.kind === 'linking' ? gesture.from : gesture.end === 'from' ? link?.to : link?.from
  const fixed = fixedId === undefined ? undefined : scene.elements.get(fixedId)
  // Over an element the preview already shows a reconnected link where it would be.
  if (fixed === undefined || (gesture.kind === 'reconnecting' && gesture.over !== undefined)) return null
  const over = gesture.over === undefined ? undefined : scene.elements.get(gesture.over)
  const curve = curveToPoint(fixed, over?.centre ?? gesture.point)
  if (curve === undefined) return null
  return (
    <g className="weft-pulled">
      <path d={svgPath(curve)} strokeWidth={2 / zoom} />
      <circle cx={gesture.point.x} cy={gesture.point.y} r={5 / zoom} />
    </g>
  )
}

function PlacedFrame({ gesture, zoom }: { readonly gesture: GestureState; readonly zoom: number }) {
  if (gesture.kind !== 'placing' || gesture.rect === undefined) return null
  return <rect className="weft-marquee" {...gesture.rect} rx={8} strokeWidth={1 / zoom} />
}

/** Outlines of the copies that an Alt drag will drop. */
function Ghosts({ gesture, zoom }: { readonly gesture: GestureState; readonly zoom: number }) {
  const scene = useStage().scene.get()
  if (gesture.kind !== 'dragging' || !gesture.duplicate) return null
  return Array.from(gesture.centres, ([id, centre]) => {
    const shape = scene.elements.get(id)
    return shape === undefined ? null : (
      <rect
        key={id}
        className="weft-ghost"
        x={centre.x - shape.rect.width / 2}
        y={centre.y - shape.rect.height / 2}
        width={shape.rect.width}
        height={shape.rect.height}
        rx={shape.radius}
        strokeWidth={1.5 / zoom}
      />
    )
  })
}
