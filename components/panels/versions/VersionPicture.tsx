'use client'
import { Maximize, Minus, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useEffect, useMemo, useRef, useState, type PointerEvent } from 'react'
import { chooseShownLoops } from '../../../lib/analysis/shownLoops'
import { fitCamera, zoomAround, zoomStep } from '../../../lib/gesture/camera'
import type { Camera, Point, Size } from '../../../lib/geometry/rect'
import type { MapView } from '../../../lib/model/mapView'
import { drawMap } from '../../../lib/render/renderMap'
import { usePhone } from '../../hooks/useMedia'
import { useSize } from '../../hooks/useSize'
import { useTheme } from '../../hooks/useTheme'
import { IconButton } from '../../ui/IconButton'
import { canvasInsets, panelWidths } from '../canvasInsets'
import { withStyle } from '../export/makeExport'
import { fontStyleFor } from '../export/pageFonts'
import { textOfView } from '../export/textOfView'
import { useRenderTexts } from '../export/useRenderTexts'

/** Where what is said above the picture ends, and how high its buttons are on a phone, in pixels. */
const belowNote = 112
const belowPicture = 60
/** Pixels that an arrow key moves the picture. */
const keyStep = 60

/** A map that nobody can change, as a picture to move about in: by hand, by wheel, by buttons and keys. */
export function VersionPicture({
  view,
  label,
  region,
  isFree = false,
}: {
  readonly view: MapView
  readonly label: string
  /** What is read aloud of the box; that it is the picture of a version unless told. */
  readonly region?: string
  /** Nothing stands over it but its own buttons. */
  readonly isFree?: boolean
}) {
  const t = useTranslations('versions')
  const picture = usePicture(view)
  const phone = usePhone()
  const box = useRef<HTMLDivElement>(null)
  const room = useSize(box)
  const fitted = useMemo(
    () => (room === undefined ? undefined : fit(picture, room, phone || isFree)),
    [picture, room, phone, isFree],
  )
  // As it was moved by hand; a picture of another size is shown whole again.
  const [moved, setMoved] = useState<Camera>()
  const camera = moved ?? fitted
  const move = (by: Point): void => setMoved(camera && { ...camera, x: camera.x + by.x, y: camera.y + by.y })
  const zoomAt = (at: Point, factor: number): void => setMoved(camera && zoomAround(camera, at, camera.zoom * factor))
  const zoomBy = (factor: number): void => {
    if (room !== undefined) zoomAt({ x: room.width / 2, y: room.height / 2 }, factor)
  }
  const zoom = useRef(zoomAt)
  useEffect(() => {
    zoom.current = zoomAt
  })
  useEffect(() => {
    const element = box.current
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault()
      const { left, top } = element?.getBoundingClientRect() ?? { left: 0, top: 0 }
      zoom.current({ x: event.clientX - left, y: event.clientY - top }, Math.exp(-event.deltaY / 500))
    }
    // React's own cannot keep the page from zooming.
    element?.addEventListener('wheel', onWheel, { passive: false })
    return () => element?.removeEventListener('wheel', onWheel)
  }, [])
  const drag = useDrag(move)
  return (
    <div className="relative h-full overflow-hidden bg-canvas">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is larger than its box must be reached by keys */}
      <div
        ref={box}
        role="group"
        tabIndex={0}
        aria-label={region ?? t('region')}
        className="absolute inset-0 cursor-grab touch-none focus-visible:-outline-offset-2 active:cursor-grabbing"
        onKeyDown={(event) => {
          const act = findKeyAct(event.key)
          if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return
          event.preventDefault()
          if (act.kind === 'move') move(act.by)
          else if (act.kind === 'zoom') zoomBy(act.factor)
          else setMoved(undefined)
        }}
        {...drag}
      >
        {/* oxlint-disable-next-line nextjs/no-img-element -- made here and now: nothing to optimise or to fetch */}
        <img
          src={picture.address}
          alt={label}
          draggable={false}
          className="absolute top-0 left-0 max-w-none select-none"
          style={
            camera === undefined
              ? { visibility: 'hidden' }
              : {
                  width: picture.width * camera.zoom,
                  height: picture.height * camera.zoom,
                  transform: `translate(${camera.x}px, ${camera.y}px)`,
                }
          }
        />
      </div>
      <div className="absolute end-3 bottom-3 flex rounded-panel border border-hairline bg-panel p-0.5 shadow-float">
        <IconButton size="small" label={t('zoomOut')} onClick={() => zoomBy(1 / zoomStep)}>
          <Minus size={18} aria-hidden />
        </IconButton>
        <IconButton size="small" label={t('zoomIn')} onClick={() => zoomBy(zoomStep)}>
          <Plus size={18} aria-hidden />
        </IconButton>
        <IconButton size="small" label={t('fit')} onClick={() => setMoved(undefined)}>
          <Maximize size={18} aria-hidden />
        </IconButton>
      </div>
    </div>
  )
}

function fit(picture: Size, room: Size, isFree: boolean): Camera {
  const clear = { top: 4, right: 4, bottom: belowPicture, left: 4 }
  const insets = isFree
    ? clear
    : canvasInsets({ phone: false, panel: panelWidths.usual, inspector: false, sheet: 0, strips: belowNote })
  return fitCamera({ x: 0, y: 0, width: picture.width, height: picture.height }, room, insets)
}

type KeyAct =
  | { readonly kind: 'move'; readonly by: Point }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'fit' }

const keyActs: Readonly<Record<string, KeyAct>> = {
  ArrowLeft: { kind: 'move', by: { x: keyStep, y: 0 } },
  ArrowRight: { kind: 'move', by: { x: -keyStep, y: 0 } },
  ArrowUp: { kind: 'move', by: { x: 0, y: keyStep } },
  ArrowDown: { kind: 'move', by: { x: 0, y: -keyStep } },
  '+': { kind: 'zoom', factor: zoomStep },
  '=': { kind: 'zoom', factor: zoomStep },
  '-': { kind: 'zoom', factor: 1 / zoomStep },
  '0': { kind: 'fit' },
}

function findKeyAct(key: string): KeyAct | undefined {
  return Object.hasOwn(keyActs, key) ? keyActs[key] : undefined
}

/** Moves by what one finger or the mouse is dragged. */
function useDrag(move: (by: Point) => void) {
  const at = useRef<Point & { readonly pointer: number }>(undefined)
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || at.current !== undefined) return
      at.current = { pointer: event.pointerId, x: event.clientX, y: event.clientY }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const from = at.current
      if (from?.pointer !== event.pointerId) return
      at.current = { pointer: event.pointerId, x: event.clientX, y: event.clientY }
      move({ x: event.clientX - from.x, y: event.clientY - from.y })
    },
    onPointerUp: () => {
      at.current = undefined
    },
    onPointerCancel: () => {
      at.current = undefined
    },
  }
}

function usePicture(view: MapView): Size & { readonly address: string } {
  const texts = useRenderTexts()
  const { dark } = useTheme()
  const shown = useDeferredValue(view)
  const style = useFonts(shown)
  return useMemo(() => {
    const { svg, width, height } = drawMap(shown, {
      ...{ texts, stance: true, loops: chooseShownLoops(shown) },
      ...{ theme: dark ? 'dark' : 'light', background: 'canvas' },
    })
    return { width, height, address: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(withStyle(svg, style))}` }
  }, [shown, texts, dark, style])
}

/** The letters of the map as a stylesheet; empty until they are here. */
function useFonts(view: MapView): string {
  const [style, setStyle] = useState('')
  const text = useMemo(() => textOfView(view), [view])
  useEffect(() => {
    let isOver = false
    void fontStyleFor(text).then((made) => {
      if (!isOver) setStyle(made)
    })
    return () => {
      isOver = true
    }
  }, [text])
  return style
}
