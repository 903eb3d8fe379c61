'use client'
import { useCallback, useMemo, useState, type RefObject } from 'react'
import type { LinkShape } from '../../lib/geometry/linkShape'
import type { Rect, Size } from '../../lib/geometry/rect'
import { useMedia } from '../hooks/useMedia'
import { useObservable } from '../hooks/useObservable'
import { dockPlace, nextDock, placeQuestion, type Dock, type QuestionSurroundings } from './barPlace'
import { surroundingsOf } from './barSurroundings'
import { useStandingPanels } from './useStandingPanels'
import { useStage } from './StageContext'
import { useSurface } from './SurfaceContext'
import type { Stage } from './stage'

const air = 14

interface QuestionPlace {
  /** Where the upper left corner of the question is. */
  readonly anchor: RefObject<{ getBoundingClientRect(): DOMRect }>
  /** A ref of the question's box, to know how large it is. */
  readonly measure: (box: HTMLElement | null) => (() => void) | undefined
}

/**
 * Where the question about a link stands, between the panels: at the arrowhead; on a phone across the foot of the map,
 * where it does not move along with the map, or across its head where that covers less.
 */
export function useQuestionPlace(shape: LinkShape | undefined, isNaming: boolean): QuestionPlace {
  const stage = useStage()
  const surface = useSurface()
  const isSmall = useMedia('(max-width: 767.98px)')
  useObservable(stage.scene)
  useObservable(stage.viewport.camera)
  useObservable(stage.viewport.covered)
  const panels = useStandingPanels()
  const [size, setSize] = useState<Size>()
  const [dock, setDock] = useState<Dock>()
  const measure = useCallback((box: HTMLElement | null) => {
    if (box === null) return undefined
    const read = (): void =>
      setSize((known) =>
        known?.width === box.offsetWidth && known.height === box.offsetHeight
          ? known
          : { width: box.offsetWidth, height: box.offsetHeight },
      )
    read()
    const observer = new ResizeObserver(read)
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  const asked = size ?? guess
  const around = shape === undefined ? undefined : questionSurroundings(stage, shape, { isNaming, size: asked, panels })
  const docked = isSmall && size !== undefined && around !== undefined ? nextDock(dock, size, around) : dock
  if (docked !== dock) setDock(docked)
  const { x, y } =
    around === undefined
      ? corner
      : isSmall
        ? dockPlace(docked ?? 'foot', asked, around)
        : placeQuestion(asked, around, air)
  const anchor = useMemo(
    () => ({
      current: {
        getBoundingClientRect: () => {
          const edge = surface.current?.getBoundingClientRect()
          return new DOMRect(Math.round(x) + (edge?.left ?? 0), Math.round(y) + (edge?.top ?? 0), 0, 0)
        },
      },
    }),
    [surface, x, y],
  )
  return { anchor, measure }
}

const corner = { x: 0, y: 0 } as const
/** Until it is measured. */
const guess: Size = { width: 330, height: 110 }

function questionSurroundings(
  stage: Stage,
  shape: LinkShape,
  { isNaming, size, panels }: { readonly isNaming: boolean; readonly size: Size; readonly panels: readonly Rect[] },
): QuestionSurroundings | undefined {
  const around = surroundingsOf(stage, { elements: [], links: [shape.id] }, size, panels)
  const rect = stage.scene.get().elements.get(shape.to)?.rect
  if (around === undefined || rect === undefined) return undefined
  const zoom = stage.viewport.zoom.get()
  const target: Rect = {
    ...stage.viewport.toScreen(rect),
    width: rect.width * zoom,
    height: rect.height * zoom,
  }
  // The way of the next link stays free while it is named.
  return { ...around, target, beyond: isNaming ? 'bottom' : sideBeyond(shape) }
}

/** The side of its target that a link points to, so that both ends stay in sight. */
function sideBeyond({ start, end }: LinkShape): QuestionSurroundings['beyond'] {
  const [dx, dy] = [end.x - start.x, end.y - start.y]
  if (Math.abs(dx) <= Math.abs(dy)) return dy > 0 ? 'bottom' : 'top'
  return dx > 0 ? 'right' : 'left'
}
