import type { ElementId } from '../base/ids'
import type { ElementShape } from '../geometry/elementShape'
import { frameMembers, frameOf } from '../geometry/frameMembers'
import { computeScene, type Scene } from '../geometry/scene'
import type { MapView } from '../model/mapView'
import { boardView, type Position } from '../model/position'
import { alongArc } from './arc'
import { arrangeComponent } from './arrangeComponent'
import { arrangeGroups } from './arrangeGroups'
import { arrangeOrder } from './arrangeOrder'
import { arrangeRounds, measureRounds } from './arrangeRounds'
import type { ArrangeStyle } from './arrangeStyle'
import { boundsOf, shift, type Box, type Edge } from './box'
import { collectEdges } from './collectEdges'
import { findComponents, type Component } from './components'
import { createGround } from './freePlace'
import { measureClutter } from './quality'
import type { Round } from './roundLoops'
import { settleColumns } from './settleColumns'
import { settleRounds } from './settleRounds'

export interface ArrangeWish {
  readonly style: ArrangeStyle
  /** Only these, with what frames among them hold; everything unless given. */
  readonly only?: ReadonlySet<ElementId> | undefined
  /** For `loops`: their variables in order of travel, those that matter most first. */
  readonly loops?: readonly (readonly ElementId[])[] | undefined
}

/** Inside a frame, around what it holds; more above for its title. */
const framePadding = { side: 32, top: 44, bottom: 32 }

/**
 * New places for elements of the board. What is locked stays, and so does everything else that is not
 * asked for; the arranged block keeps its middle, or goes to the nearest spot where it covers nothing, and is
 * mirrored so that its links to what stays cross little.
 * Frames are arranged inside, fit what they hold and stand as one box among the others. Notes, texts,
 * pictures and pen strokes without links go with what they stand nearest to.
 *
 * The same map and wish always give the same places. About 0.5 s for 100 elements, seconds for 1,000.
 */
export function arrangeMap(view: MapView, wish: ArrangeWish): ReadonlyMap<ElementId, Position> {
  const scene = computeScene(view, boardView)
  const moving = findMoving(scene, wish.only)
  const level = new Level(view, scene, moving, wish)
  const placed = level.arrange(undefined)
  if (placed.length === 0) return new Map()
  const before = boundsOf(placed.map(({ id }) => boxOf(scene, id)))
  const after = boundsOf(placed)
  shift(
    placed,
    (before.left + before.right - after.left - after.right) / 2,
    (before.top + before.bottom - after.top - after.bottom) / 2,
  )
  const standing = [...scene.elements.keys()].filter((id) => !moving.has(id)).map((id) => boxOf(scene, id))
  // A frame that stays around what is arranged is no obstacle to it.
  const obstacles = standing.filter(({ id }) => scene.elements.get(id)?.element.kind !== 'frame')
  if (obstacles.length === 0) return level.positions(placed)
  const all = [...placed, ...obstacles]
  const edges = collectEdges(view, all, (id) => (moving.has(id) ? level.standIn(id) : id))
  const facing = mirrors[wish.style].map((mirror) => {
    const block = mirrored(placed, mirror)
    moveClear(block, obstacles)
    return { block, clutter: measureClutter([...block, ...obstacles], edges) }
  })
  // By more than what adding in another order makes of it.
  const best = facing.reduce((least, one) => (one.clutter < least.clutter - 1e-6 ? one : least))
  if (best.block.length <= mostSettled && all.length <= mostAround) {
    const rounds = roundsAmong(best.block, wish.loops)
    settleAmong(best.block, obstacles, edges, wish.style, rounds)
  }
  return level.positions(best.block)
}

/** Beyond these there is no time to find places for a part among what stays, one element after the other. */
const mostSettled = 80
const mostAround = 300

/** Moves what was arranged bit by bit so that its links to what stays can be followed, too. */
function settleAmong(
  block: readonly Box[],
  obstacles: readonly Box[],
  edges: readonly Edge[],
  style: ArrangeStyle,
  rounds: readonly Round[],
): void {
  const all = [...block, ...obstacles]
  const before = block.map(({ x, y }) => ({ x, y }))
  const cost = (): number => measureRounds(all, edges, rounds)
  const least = cost()
  if (style === 'order') settleColumns(all, edges, block.length)
  else settleRounds(all, edges, rounds, block.length)
  if (cost() < least) return
  for (const [index, box] of block.entries()) Object.assign(box, before[index])
}

function roundsAmong(boxes: readonly Box[], loops: ArrangeWish['loops']): readonly Round[] {
  const indexById = new Map(boxes.map((box, index) => [box.id, index]))
  return (loops ?? []).flatMap((loop) => {
    const round = loop.flatMap((id) => indexById.get(id) ?? [])
    return round.length === loop.length && round.length > 1 ? [round] : []
  })
}

/**
 * Ways in which a block can be turned towards what stays, and still be what was asked for: causes stay left of
 * effects, and loops go clockwise.
 */
const mirrors: Readonly<Record<ArrangeStyle, readonly (readonly [x: 1 | -1, y: 1 | -1])[]>> = {
  order: [
    [1, 1],
    [1, -1],
  ],
  loops: [
    [1, 1],
    [-1, -1],
  ],
  force: [
    [1, 1],
    [1, -1],
    [-1, 1],
    [-1, -1],
  ],
}

function mirrored(block: readonly Box[], [x, y]: readonly [number, number]): readonly Box[] {
  const { left, right, top, bottom } = boundsOf(block)
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 }
  return block.map((box) => ({
    ...box,
    x: middle.x + (box.x - middle.x) * x,
    y: middle.y + (box.y - middle.y) * y,
  }))
}

/** Everything that may be moved: what is asked for and not locked, with what its frames hold. */
function findMoving(scene: Scene, only: ReadonlySet<ElementId> | undefined): ReadonlySet<ElementId> {
  const asked = new Set(only ?? scene.elements.keys())
  for (const id of [...asked]) for (const member of frameMembers(scene, id)) asked.add(member)
  const isHeld = (id: ElementId): boolean => {
    const shape = scene.elements.get(id)
    if (shape === undefined || shape.element.locked === true) return true
    // What a frame that stays holds stays with it, unless it was asked for itself.
    const frame = frameOf(scene, id)
    return frame !== undefined && asked.has(frame) && only?.has(id) !== true && isHeld(frame)
  }
  return new Set([...asked].filter((id) => !isHeld(id)))
}

/** Arranges level by level: the open board, and the inside of each frame. */
class Level {
  readonly #view: MapView
  readonly #scene: Scene
  readonly #wish: ArrangeWish
  /** Frame → what lies directly in it; undefined is the open board. */
  readonly #members = new Map<ElementId | undefined, ElementId[]>()
  readonly #linked: ReadonlySet<ElementId>
  readonly #owner = new Map<ElementId, ElementId | undefined>()
  /** What each frame holds, around (0, 0). */
  readonly #inside = new Map<ElementId, readonly Box[]>()

  constructor(view: MapView, scene: Scene, moving: ReadonlySet<ElementId>, wish: ArrangeWish) {
    this.#view = view
    this.#scene = scene
    this.#wish = wish
    this.#linked = new Set([...view.links.values()].flatMap(({ from, to }) => [from, to]))
    // By id, so that the order in which records came does not matter.
    for (const id of [...moving].sort((a, b) => (a < b ? -1 : 1))) {
      const frame = frameOf(scene, id)
      const owner = frame !== undefined && moving.has(frame) ? frame : undefined
      this.#owner.set(id, owner)
      const members = this.#members.get(owner)
      if (members === undefined) this.#members.set(owner, [id])
      else members.push(id)
    }
  }

  /** What lies directly in a frame, placed from about (0, 0) on. */
  arrange(frame: ElementId | undefined): readonly Box[] {
    const boxes: Box[] = []
    const scenery: ElementShape[] = []
    for (const id of this.#members.get(frame) ?? []) {
      const shape = this.#scene.elements.get(id)
      if (shape === undefined) continue
      if (shape.element.kind === 'frame') boxes.push(this.#frameBox(shape))
      else if (this.#linked.has(id) || !isScenery(shape)) boxes.push(boxOf(this.#scene, id))
      else scenery.push(shape)
    }
    const edges = collectEdges(this.#view, boxes, (id) => this.#standIn(id, frame))
    const { linked, single } = findComponents(boxes, edges)
    arrangeGroups(linked, single, (component) => this.#arrangeOne(component))
    return [...boxes, ...this.#takeAlong(scenery, boxes, edges)]
  }

  /** What stands for an element on the open board: itself, or the frame that it is in. */
  standIn(id: ElementId): ElementId | undefined {
    return this.#standIn(id, undefined)
  }

  /** Where everything comes to stand, frames with their sizes, from the boxes of the open board. */
  positions(placed: readonly Box[]): ReadonlyMap<ElementId, Position> {
    const positions = new Map<ElementId, Position>()
    const put = (boxes: readonly Box[], dx: number, dy: number): void => {
      for (const { id, x, y, width, height } of boxes) {
        const inside = this.#inside.get(id)
        const place = { x: Math.round(x + dx), y: Math.round(y + dy) }
        positions.set(id, inside === undefined || inside.length === 0 ? place : { ...place, width, height })
        if (inside === undefined || inside.length === 0) continue
        const { left, top, right } = boundsOf(inside)
        put(inside, place.x - (left + right) / 2, place.y - height / 2 + framePadding.top - top)
      }
    }
    put(placed, 0, 0)
    return positions
  }

  #arrangeOne({ boxes, edges }: Component): void {
    if (this.#wish.style === 'order') return arrangeOrder(boxes, edges)
    if (this.#wish.style === 'force') return arrangeComponent(boxes, edges)
    return arrangeRounds(boxes, edges, roundsAmong(boxes, this.#wish.loops))
  }

  #frameBox(shape: ElementShape): Box {
    const inside = this.arrange(shape.id)
    this.#inside.set(shape.id, inside)
    if (inside.length === 0) return boxOf(this.#scene, shape.id)
    const { left, top, right, bottom } = boundsOf(inside)
    const width = Math.round(right - left + 2 * framePadding.side)
    const height = Math.round(bottom - top + framePadding.top + framePadding.bottom)
    return { id: shape.id, width, height, x: 0, y: 0 }
  }

  /** The element itself if it lies directly in the frame, else the frame in it that holds it. */
  #standIn(id: ElementId, frame: ElementId | undefined): ElementId | undefined {
    let at = id
    for (let depth = 0; depth < 50 && this.#owner.has(at); depth += 1) {
      const owner = this.#owner.get(at)
      if (owner === frame) return at
      if (owner === undefined) return undefined
      at = owner
    }
    return undefined
  }

  /** Notes and the like keep their place beside what they stood nearest to, as far as it is free, also of links. */
  #takeAlong(scenery: readonly ElementShape[], boxes: readonly Box[], edges: readonly Edge[]): readonly Box[] {
    const ground = createGround(boxes)
    const clear = createGround(
      scenery.length === 0 ? [] : [...boxes, ...edges.flatMap((edge) => alongArc(boxes, edge))],
    )
    return scenery.map((shape) => {
      const box = boxOf(this.#scene, shape.id)
      const host = nearest(this.#scene, shape, boxes)
      if (host === undefined) return box
      const stood = boxOf(this.#scene, host.id)
      box.x += host.x - stood.x
      box.y += host.y - stood.y
      // A stroke of the pen may well lie over what it marks.
      if (shape.element.kind === 'ink') return box
      if (!clear.settleWithin(box, nearRings)) ground.settle(box)
      ground.add(box)
      clear.add(box)
      return box
    })
  }
}

/** How far a note goes out of the way of a link, in rings of a free place. */
const nearRings = 14

/** What is said or drawn beside the map's words, and stands by them. */
function isScenery({ element }: ElementShape): boolean {
  return element.kind === 'note' || element.kind === 'text' || element.kind === 'image' || element.kind === 'ink'
}

function nearest(scene: Scene, { centre }: ElementShape, boxes: readonly Box[]): Box | undefined {
  let best: { readonly box: Box; readonly distance: number } | undefined
  for (const box of boxes) {
    const stood = boxOf(scene, box.id)
    const dx = Math.max(0, Math.abs(stood.x - centre.x) - stood.width / 2)
    const dy = Math.max(0, Math.abs(stood.y - centre.y) - stood.height / 2)
    const distance = Math.hypot(dx, dy)
    if (best === undefined || distance < best.distance) best = { box, distance }
  }
  return best?.box
}

/** The box in which an element stands now. */
function boxOf(scene: Scene, id: ElementId): Box {
  const shape = scene.elements.get(id)
  if (shape === undefined) return { id, width: 0, height: 0, x: 0, y: 0 }
  const { x, y, width, height } = shape.rect
  // Pen strokes are placed by their beginning, everything else by its middle.
  const middle = shape.element.kind === 'ink' ? shape.centre : { x: x + width / 2, y: y + height / 2 }
  return { id, width, height, x: middle.x, y: middle.y }
}

const clearStep = 80
const clearRings = 40

/** Moves a block as a whole to the nearest spot where it covers none of the others. */
function moveClear(block: readonly Box[], others: readonly Box[]): void {
  if (others.length === 0) return
  const ground = createGround(others)
  const isClear = (dx: number, dy: number): boolean =>
    block.every((box) => ground.isFree({ ...box, x: box.x + dx, y: box.y + dy }))
  for (let ring = 0; ring <= clearRings; ring += 1) {
    const places = Math.max(1, ring * 8)
    for (let place = 0; place < places; place += 1) {
      const angle = (place / places) * 2 * Math.PI
      const [dx, dy] = [Math.cos(angle) * ring * clearStep, Math.sin(angle) * ring * clearStep]
      if (!isClear(dx, dy)) continue
      shift(block, dx, dy)
      return
    }
  }
  const [own, taken] = [boundsOf(block), boundsOf(others)]
  shift(block, 0, taken.bottom + clearStep - own.top)
}
