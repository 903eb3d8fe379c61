import { rectOfSign } from '../../lib/geometry/buildLink'
import { badgeMetrics } from '../../lib/geometry/loopBadge'
import { pinsAround, pinsAtBox, placePins, type PinWish } from '../../lib/geometry/pinPlaces'
import type { ElementId } from '../../lib/base/ids'
import type { Point, Rect } from '../../lib/geometry/rect'
import type { Scene } from '../../lib/geometry/scene'
import { isLinkable } from '../../lib/model/element'
import { readLoopKey } from '../../lib/model/loopKey'
import { anchorKey, type CommentAnchor } from '../../lib/practice/comment'
import type { ElementOverlay } from '../hooks/workspace'
import type { Thread } from '../meeting/comments/commentBook'
import { stanceRects } from './chipWishes'
import { lockRects } from './lockPlaces'
import { listSaid, listUnread } from '../meeting/comments/threadFacts'

/** All threads about one thing, as one pin on the map. */
export interface PinnedThreads {
  readonly key: string
  readonly anchor: CommentAnchor
  readonly label: string
  readonly threads: readonly Thread[]
  /** Comments that can be read in them. */
  readonly count: number
  readonly unread: number
}

/**
 * Threads by what they are about: open ones, and the one that is looked at.
 * @param self id of this person
 */
export function groupThreads(
  threads: readonly Thread[],
  self: string | undefined,
  looked: string | undefined,
): readonly PinnedThreads[] {
  const groups = new Map<string, Thread[]>()
  for (const thread of threads) {
    if (thread.resolved !== undefined && thread.id !== looked) continue
    const key = anchorKey(thread.anchor)
    groups.set(key, [...(groups.get(key) ?? []), thread])
  }
  return Array.from(groups, ([key, own]): PinnedThreads[] => {
    const [first] = own
    if (first === undefined) return []
    const sum = (count: (thread: Thread) => number): number => own.reduce((all, thread) => all + count(thread), 0)
    return [
      {
        key,
        anchor: first.anchor,
        label: first.label,
        threads: own,
        count: sum((thread) => listSaid(thread).length),
        unread: sum((thread) => listUnread(thread, self).length),
      },
    ]
  }).flat()
}

/**
 * Where the pins stand, by key; none for what is not in the scene.
 * @param size of a pin, canvas units
 * @param figures what an analysis or a round writes at elements
 */
export function placeCommentPins(
  anchors: readonly CommentAnchor[],
  scene: Scene,
  size: number,
  figures?: Figures,
): ReadonlyMap<string, Point> {
  const wishes = anchors.flatMap((anchor): readonly PinWish[] => {
    const candidates = candidatesOf(anchor, scene, size, figures)
    return candidates === undefined ? [] : [{ key: anchorKey(anchor), candidates }]
  })
  return wishes.length === 0 ? new Map() : placePins(wishes, size, listCovered(scene))
}

/** What is written at elements' upper right corners. */
type Figures = ReadonlyMap<ElementId, Pick<ElementOverlay, 'text'>>

function candidatesOf(
  anchor: CommentAnchor,
  scene: Scene,
  size: number,
  figures: Figures | undefined,
): readonly Point[] | undefined {
  switch (anchor.kind) {
    case 'place':
      // Things may have come to stand there since: what is to be read stays free, the pin is near.
      return [{ x: anchor.x, y: anchor.y }, ...[1, 1.6, 2.4].flatMap((far) => pinsAround(anchor, size * far))]
    case 'element': {
      const shape = scene.elements.get(anchor.id)
      if (shape === undefined) return undefined
      const places = pinsAtBox(shape.rect, size, !isLinkable(shape.element))
      // The figure of an analysis or a round has the upper right corner to itself: the lower ones come first.
      return figures?.get(anchor.id)?.text === undefined
        ? places
        : [...places.filter(({ y }) => y > shape.centre.y), ...places.filter(({ y }) => y <= shape.centre.y)]
    }
    case 'link': {
      const mid = scene.links.get(anchor.id)?.mid
      return mid && pinsAround(mid, size * 0.8)
    }
    case 'loop': {
      const badge = scene.badges.get(anchor.key)
      if (badge !== undefined) return pinsAround(badge.centre, badgeMetrics.radius + size * 0.4)
      const middle = middleOfLoop(anchor.key, scene)
      return middle && [middle, ...pinsAround(middle, size)]
    }
  }
}

/** The middle of a loop's elements, where its badge would be; undefined unless all of it is drawn. */
function middleOfLoop(key: string, { elements, links }: Scene): Point | undefined {
  const centres = readLoopKey(key).map((id) => {
    const link = links.get(id)
    return link && elements.get(link.from)?.centre
  })
  let [x, y] = [0, 0]
  for (const centre of centres) {
    if (centre === undefined) return undefined
    x += centre.x / centres.length
    y += centre.y / centres.length
  }
  return { x, y }
}

/** What is to be read on the map: names, signs, the tags of loops, padlocks. Frames are grounds, and hold what is read. */
function* listCovered(scene: Scene): Iterable<Rect> {
  const { elements, links, badges } = scene
  for (const { element, rect } of elements.values()) if (element.kind !== 'frame') yield rect
  for (const { sign } of links.values()) if (sign !== undefined) yield rectOfSign(sign)
  for (const { bounds } of badges.values()) yield bounds
  yield* stanceRects({ elements })
  yield* lockRects(scene)
}
