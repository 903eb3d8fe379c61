import type { ElementId } from '../base/ids'
import { succeed } from '../base/result'
import type { MapElement } from '../model/element'
import type { RecordChange } from '../model/mapPatch'
import type { Command } from './command'
import { findUnlocked, nameStep, refuse } from './findRecords'

export const reorderTargets = ['front', 'back', 'forward', 'backward'] as const
export type ReorderTarget = (typeof reorderTargets)[number]

/**
 * Brings elements nearer to the viewer or farther away: all the way, or past the next level.
 * Frames are ordered among frames, since they lie under everything else. Among themselves the
 * elements keep their order.
 *
 * @example
 * editor.run(reorderElements, { ids: selection.elements, to: 'front' })
 */
export const reorderElements: Command<{ readonly ids: readonly ElementId[]; readonly to: ReorderTarget }> = (
  view,
  { ids, to },
) => {
  const found = findUnlocked(view, ids)
  if (!found.ok) return found
  const changes: RecordChange[] = []
  for (const isFrameLayer of [true, false]) {
    const inLayer = (element: MapElement): boolean => (element.kind === 'frame') === isFrameLayer
    const group = found.value.filter(inLayer).sort((one, other) => (one.z ?? 0) - (other.z ?? 0))
    const moving = new Set(group.map((element) => element.id))
    const others = [...view.elements.values()].filter((element) => inLayer(element) && !moving.has(element.id))
    const room = findRoom(group, others, to)
    if (room === undefined) continue
    for (const [index, { id }] of group.entries()) {
      const z = room.low + ((room.high - room.low) * (index + 1)) / (group.length + 1)
      changes.push({ kind: 'set', root: 'elements', id, fields: { z } })
    }
  }
  if (changes.length === 0) return refuse('nothing-to-do')
  return succeed({ changes, label: nameStep('reordered', found.value) })
}

/** The open interval of levels into which the group goes, or undefined if it is there already. */
function findRoom(
  group: readonly MapElement[],
  others: readonly MapElement[],
  to: ReorderTarget,
): { readonly low: number; readonly high: number } | undefined {
  const levels = [...new Set(others.map((element) => element.z ?? 0))].sort((one, other) => one - other)
  const [lowest, highest] = [levels[0], levels.at(-1)]
  const [bottom, top] = [group[0]?.z ?? 0, group.at(-1)?.z ?? 0]
  if (lowest === undefined || highest === undefined || group.length === 0) return undefined
  switch (to) {
    case 'front':
      return bottom > highest ? undefined : { low: highest, high: highest + 2 }
    case 'back':
      return top < lowest ? undefined : { low: lowest - 2, high: lowest }
    case 'forward': {
      const passed = levels.find((level) => level >= top)
      if (passed === undefined) return undefined
      return { low: passed, high: levels.find((level) => level > passed) ?? passed + 2 }
    }
    case 'backward': {
      const passed = levels.findLast((level) => level <= bottom)
      if (passed === undefined) return undefined
      return { low: levels.findLast((level) => level < passed) ?? passed - 2, high: passed }
    }
  }
}
