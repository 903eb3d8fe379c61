import type { Insets } from '../../lib/gesture/camera'

const phoneTop = 64
const phoneBar = 136

/**
 * What of the canvas the chrome covers, so that the canvas keeps clear of it what is to be seen.
 * @param sheet share of a phone's height that a sheet takes
 */
export function canvasInsets(layout: {
  readonly phone: boolean
  readonly panel: boolean
  readonly inspector: boolean
  readonly sheet: number
}): Insets {
  if (layout.phone) return { top: phoneTop, right: 16, bottom: Math.max(phoneBar, layout.sheet + 16), left: 16 }
  return { top: 76, right: layout.inspector ? 336 : 24, bottom: 68, left: layout.panel ? 392 : 76 }
}
