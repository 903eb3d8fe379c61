import type { LinkId } from '../base/ids'
import { succeed } from '../base/result'
import type { Command } from './command'
import { findLink, nameStep, refuse } from './findRecords'

const mostBow = 0.8

/**
 * Bows a link's arc; null or undefined gives it the default bow again. Beyond 0.8 of the chord to
 * either side it stays at 0.8.
 *
 * @example
 * editor.run(bendLink, { id: link, curvature: -0.3 })
 */
export const bendLink: Command<{ readonly id: LinkId; readonly curvature?: number | null | undefined }> = (
  view,
  { id, curvature },
) => {
  const found = findLink(view, id)
  if (!found.ok) return found
  if (typeof curvature === 'number' && !Number.isFinite(curvature)) return refuse('bad-input', 'curvature')
  // Hundredths are finer than a hand can drag.
  const bow =
    typeof curvature === 'number' ? Math.round(Math.min(mostBow, Math.max(-mostBow, curvature)) * 100) / 100 : undefined
  if (bow === found.value.curvature) return refuse('nothing-to-do')
  return succeed({
    changes: [{ kind: 'set', root: 'links', id, fields: { curvature: bow } }],
    label: nameStep('bent', [found.value]),
  })
}
