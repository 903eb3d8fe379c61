import type { ElementId, LinkId } from '../../../lib/base/ids'
import type { Point } from '../../../lib/geometry/rect'
import type { Rect } from '../../../lib/geometry/rect'
import type { GestureContext, GestureTool, Target } from '../../../lib/gesture/gestureContext'
import { nothingMarked, type GestureEffect, type Marked } from '../../../lib/gesture/gestureEffect'
import { noModifiers, type GestureEvent, type Modifiers, type Sample } from '../../../lib/gesture/gestureEvent'
import { idle, type GestureState } from '../../../lib/gesture/gestureState'
import { emptyHit, type Hit } from '../../../lib/gesture/hit'
import { reduceGesture } from '../../../lib/gesture/reduceGesture'

export const element = (id: string): ElementId => id as ElementId
export const link = (id: string): LinkId => id as LinkId
export const body = (id: string): Hit => ({ kind: 'element', id: element(id), zone: 'body' })
export const border = (id: string): Hit => ({ kind: 'element', id: element(id), zone: 'border' })
export const inside = (id: string): Hit => ({ kind: 'element', id: element(id), zone: 'inside' })
export const marking = (...ids: readonly string[]): Marked => ({ elements: ids.map(element), links: [] })

interface Piece {
  readonly rect: Rect
  readonly locked?: boolean
  readonly linkable?: boolean
  readonly resizable?: boolean
  readonly members?: readonly string[]
}

/** A hand on a small made-up board: feed it events, read what it wants done. */
export class Hand {
  state: GestureState = idle
  readonly done: GestureEffect[] = []
  marked: Marked = nothingMarked
  tool: GestureTool = 'select'
  mayEdit = true
  linkingFrom: ElementId | undefined
  snapped: Point | undefined
  pointer: Sample['pointer'] = 'mouse'
  private time = 0

  constructor(private readonly pieces: Readonly<Record<string, Piece>>) {}

  press(x: number, y: number, hit: Hit = emptyHit, keys: Partial<Modifiers> = {}): this {
    return this.feed({ kind: 'press', sample: this.sample(x, y, hit, keys) })
  }

  move(x: number, y: number, keys: Partial<Modifiers> = {}): this {
    return this.feed({ kind: 'move', sample: this.sample(x, y, emptyHit, keys) })
  }

  release(x: number, y: number, keys: Partial<Modifiers> = {}): this {
    return this.feed({ kind: 'release', sample: this.sample(x, y, emptyHit, keys) })
  }

  tap(x: number, y: number, hit: Hit = emptyHit, keys: Partial<Modifiers> = {}): this {
    return this.press(x, y, hit, keys).release(x, y, keys)
  }

  menu(x: number, y: number, hit: Hit = emptyHit): this {
    return this.feed({ kind: 'menu', sample: this.sample(x, y, hit, {}) })
  }

  rest(milliseconds: number): this {
    this.time += milliseconds
    return this
  }

  feed(event: GestureEvent): this {
    const step = reduceGesture(this.state, event, this.context())
    this.state = step.state
    for (const effect of step.effects) {
      this.done.push(effect)
      if (effect.kind === 'select') this.marked = effect.marked
      if (effect.kind === 'pick-from') this.linkingFrom = effect.element
      if (effect.kind === 'cancel-linking' || effect.kind === 'link' || effect.kind === 'link-new') {
        this.linkingFrom = undefined
      }
    }
    return this
  }

  /** What it wanted done of this kind. */
  wanted<Kind extends GestureEffect['kind']>(kind: Kind): Extract<GestureEffect, { kind: Kind }>[] {
    return this.done.filter((effect): effect is Extract<GestureEffect, { kind: Kind }> => effect.kind === kind)
  }

  /** Everything that would change the map. */
  writes(): readonly GestureEffect[] {
    const harmless: readonly GestureEffect['kind'][] = [
      'select',
      'focus',
      'show-drag',
      'menu',
      'refuse',
      'pick-from',
      'cancel-linking',
    ]
    return this.done.filter((effect) => !harmless.includes(effect.kind))
  }

  private sample(x: number, y: number, hit: Hit, keys: Partial<Modifiers>): Sample {
    this.time += 10
    return {
      pointer: this.pointer,
      point: { x, y },
      screen: { x, y },
      hit,
      keys: { ...noModifiers, ...keys },
      time: this.time,
    }
  }

  private context(): GestureContext {
    const at = (point: Point): string | undefined =>
      Object.keys(this.pieces).find((id) => {
        const rect = this.pieces[id]?.rect
        return (
          rect !== undefined &&
          point.x >= rect.x &&
          point.x <= rect.x + rect.width &&
          point.y >= rect.y &&
          point.y <= rect.y + rect.height
        )
      })
    const find = (id: ElementId): Target | undefined => {
      const piece = this.pieces[id]
      if (piece === undefined) return undefined
      const { rect, locked = false, linkable = true, resizable = false } = piece
      return { id, rect, locked, linkable, resizable }
    }
    return {
      tool: this.tool,
      mayEdit: this.mayEdit,
      marked: this.marked,
      linkingFrom: this.linkingFrom,
      find,
      membersOf: (ids) => ids.flatMap((id) => (this.pieces[id]?.members ?? []).map(element)),
      touching: (area) =>
        Object.entries(this.pieces)
          .filter(
            ([, { rect, locked }]) =>
              locked !== true &&
              rect.x <= area.x + area.width &&
              area.x <= rect.x + rect.width &&
              rect.y <= area.y + area.height &&
              area.y <= rect.y + rect.height,
          )
          .map(([id]) => element(id)),
      linkableAt: (point) => {
        const id = at(point)
        return id !== undefined && find(element(id))?.linkable === true ? element(id) : undefined
      },
      endsOf: (id) => (id === 'ab' ? { from: element('a'), to: element('b') } : undefined),
      curvatureThrough: (_link, point) => point.y / 100,
      badge: (loop) => (loop === 'loop' ? { centre: { x: 400, y: 400 }, middle: { x: 390, y: 380 } } : undefined),
      snap: (_ids, offset) => ({ offset: this.snapped ?? offset, lines: [] }),
    }
  }
}

/** Variables `a` and `b` side by side, `c` locked below, a frame `f` at the right that holds `d`. */
export function board(): Hand {
  return new Hand({
    a: { rect: { x: 0, y: 0, width: 100, height: 40 } },
    b: { rect: { x: 200, y: 0, width: 100, height: 40 } },
    c: { rect: { x: 0, y: 200, width: 100, height: 40 }, locked: true },
    d: { rect: { x: 450, y: 50, width: 100, height: 40 } },
    f: { rect: { x: 400, y: 0, width: 200, height: 200 }, linkable: false, resizable: true, members: ['d'] },
  })
}
