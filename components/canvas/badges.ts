import { moveLoopBadge } from '../../lib/commands/moveLoopBadge'
import { pinLoop } from '../../lib/commands/pinLoop'
import type { Direction } from '../../lib/geometry/neighbours'
import type { Point } from '../../lib/geometry/rect'
import type { Stage } from './stage'

/** Opens the list of loops at the loop of a badge. */
export function openLoop({ workspace }: Stage, key: string): void {
  workspace.update({ panel: 'loops', loop: key })
}

/** Puts a badge to a place from the middle of its loop; null lets it find its place itself again. */
export function putBadge({ scene, run }: Stage, key: string, offset: Point | null): void {
  const badge = scene.get().badges.get(key)
  if (badge === undefined || (offset === null && badge.loop.at === undefined)) return
  run(moveLoopBadge, { key, offset, number: badge.loop.number, kind: badge.loop.kind })
}

/** Moves a badge by a step, from where it stands. */
export function nudgeBadge(stage: Stage, key: string, direction: Direction, distance: number): void {
  const badge = stage.scene.get().badges.get(key)
  if (badge === undefined) return
  const dx = direction === 'left' ? -distance : direction === 'right' ? distance : 0
  const dy = direction === 'up' ? -distance : direction === 'down' ? distance : 0
  const { centre, middle } = badge
  putBadge(stage, key, { x: centre.x + dx - middle.x, y: centre.y + dy - middle.y })
}

/** Takes the badge off the map for everybody. What people said of its loop stays. */
export function takeBadgeOff({ scene, run }: Stage, key: string): void {
  const { number, kind } = scene.get().badges.get(key)?.loop ?? {}
  run(pinLoop, { key, pinned: false, number, kind })
}
