import type { Insets } from '../../lib/gesture/camera'

const phoneTop = 64
const phoneBar = 136
/** Below the islands of a wide screen. */
const wideTop = 76

/** Of the panel beside the tools, in pixels: `w-75`, `w-105` and `w-160` of FloatingPanel. */
export const panelWidths = { usual: 300, wide: 420, broad: 640 } as const

/**
 * What of the canvas the chrome covers, so that the canvas keeps clear of it what is to be seen.
 * @param layout what is open: `panel` is the width of the one beside the tools, 0 if none is; `sheet`
 *   how high one stands over a phone's map, `strips` how far down what is said at its head reaches
 */
export function canvasInsets(layout: {
  readonly phone: boolean
  readonly panel: number
  readonly inspector: boolean
  readonly sheet: number
  readonly strips?: number
}): Insets {
  const belowStrips = (layout.strips ?? 0) + 8
  if (layout.phone) {
    const top = Math.max(phoneTop, belowStrips)
    return { top, right: 16, bottom: Math.max(phoneBar, layout.sheet + 16), left: 16 }
  }
  const top = Math.max(wideTop, belowStrips)
  return { top, right: layout.inspector ? 336 : 24, bottom: 68, left: layout.panel === 0 ? 76 : 92 + layout.panel }
}

/** Pixels that the tools take beside the map; there are none beside the other views. */
const tools = 64
const edge = 12

/** Where the other views begin on a wide screen, so that a panel stands beside them and not on them. */
export function viewStart({ left }: Pick<Insets, 'left'>): number {
  return Math.max(edge, left - tools)
}
