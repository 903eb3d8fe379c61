import { bowOf } from './arc'
import { doMeet, entersRect, pieces } from './arcPieces'
import { clearance, type Box, type Edge } from './box'
import type { Round } from './roundLoops'

/** What makes loops hard to see and links hard to follow, in crossings of two links. */
const weights = {
  passage: 3,
  /** Two links that share an end, and cross nevertheless. */
  beside: 0.8,
  tight: 1.5,
  length: 0.4,
  /** A loop that turns in at some element; how far it is from a regular polygon; how fast both fall off by place. */
  bent: 6,
  misfit: 14,
  fall: 0.12,
  /** Counter to the clock, a loop's links bow inwards. */
  counter: 2.5,
  small: 9,
  large: 1.2,
  /** An element in the middle of a loop that it does not belong to; nothing at its rim. */
  within: 4,
  /** A link or an element where a loop's badge would stand. */
  badge: 1.5,
} as const
const easyLength = 400
/** Free length that an arrow, its sign and its delay need. */
const leastGap = 90
/** Room beside a link for an element that it does not belong to, so that its sign has some, too. */
const passageRoom = 10
/** Free length of a link along a loop, between the elements at its ends. */
const sideRoom = 130
/** Rounds lie a little, as labels do. */
export const flatness = 1.2
/** What a badge with its name takes up around the middle of a loop: half of its width, above and below. */
const badge = { half: 60, above: 28, below: 56 } as const
/** What it costs to see whether two arcs meet. */
const looksOfTwo = 10

/** A loop as a search for places sees it. */
interface Ring {
  readonly members: readonly number[]
  readonly own: Uint8Array
  /** Of the circle that its elements would stand on. */
  readonly radius: number
  readonly weight: number
  /** Of the corners of a regular polygon. */
  readonly cos: Float64Array
  readonly sin: Float64Array
  /** As things are. */
  x: number
  y: number
  size: number
  /** Sums of how its elements lie beside a regular polygon, turned with the clock and against it. */
  readonly with: [number, number]
  readonly against: [number, number]
}

/**
 * A placement that a search changes box by box, and what it costs to read: crossings, links that run behind boxes or
 * are too short or long, loops that are not round or too small, strangers within them, and no room for their badges.
 * Numbers in flat arrays: a search asks a hundred thousand times.
 */
export class RoundSearch {
  /** Looks at a link or a box so far: what a search may cost is told in these, not in time. */
  looks = 0
  readonly #count: number
  readonly #x: Float64Array
  readonly #y: Float64Array
  readonly #halfWidth: Float64Array
  readonly #halfHeight: Float64Array
  readonly #from: Int32Array
  readonly #to: Int32Array
  readonly #share: Float64Array
  readonly #edgesOf: readonly (readonly number[])[]
  readonly #one = new Float64Array(2 * pieces + 2)
  readonly #other = new Float64Array(2 * pieces + 2)
  readonly #rings: readonly Ring[]
  readonly #ringsOf: readonly (readonly number[])[]

  constructor(boxes: readonly Box[], edges: readonly Edge[], loops: readonly Round[]) {
    this.#count = boxes.length
    this.#x = Float64Array.from(boxes, ({ x }) => x)
    this.#y = Float64Array.from(boxes, ({ y }) => y)
    this.#halfWidth = Float64Array.from(boxes, ({ width }) => width / 2)
    this.#halfHeight = Float64Array.from(boxes, ({ height }) => height / 2)
    const real = edges.filter(([from, to]) => from !== to)
    this.#from = Int32Array.from(real, ([from]) => from)
    this.#to = Int32Array.from(real, ([, to]) => to)
    this.#share = Float64Array.from(real, ([, , share]) => share)
    this.#edgesOf = boxes.map((_, index) =>
      real.flatMap(([from, to], at) => (from === index || to === index ? [at] : [])),
    )
    const shown = loops.filter((loop) => loop.length > 2)
    this.#rings = shown.map((loop, place) => this.#describe(loop, place))
    this.#ringsOf = boxes.map((_, index) => shown.flatMap((loop, at) => (loop.includes(index) ? [at] : [])))
    for (const ring of this.#rings) this.#survey(ring)
  }

  /** Which loops, by number, go through a box. */
  loopsThrough(index: number): readonly number[] {
    return this.#ringsOf[index] ?? []
  }

  /** Where a box could stand to be near one that it is linked with: in a direction from one of these, by turns of 1. */
  placeBeside(index: number, which: number, direction: number): { readonly x: number; readonly y: number } {
    const own = this.#edgesOf[index] ?? []
    const edge = own[Math.floor(which * own.length)]
    if (edge === undefined) return this.place(index)
    const other = this.#from[edge] === index ? this.#at(this.#to, edge) : this.#at(this.#from, edge)
    const wide = this.#at(this.#halfWidth, index) + this.#at(this.#halfWidth, other)
    const angle = direction * 2 * Math.PI
    return {
      x: this.#at(this.#x, other) + Math.cos(angle) * (leastGap + wide),
      y: this.#at(this.#y, other) + Math.sin(angle) * (leastGap + wide / 2),
    }
  }

  place(index: number): { readonly x: number; readonly y: number } {
    return { x: this.#at(this.#x, index), y: this.#at(this.#y, index) }
  }

  /** Moves a box, to wherever. */
  move(index: number, x: number, y: number): void {
    this.#x[index] = x
    this.#y[index] = y
    for (const ring of this.#ringsOf[index] ?? []) this.#survey(this.#rings[ring] as Ring)
  }

  /** Whether a box at a place would come too near to another. */
  isTaken(index: number, x: number, y: number): boolean {
    const width = this.#at(this.#halfWidth, index) + clearance.x - 0.01
    const height = this.#at(this.#halfHeight, index) + clearance.y - 0.01
    for (let other = 0; other < this.#count; other += 1) {
      const isNear =
        Math.abs(x - this.#at(this.#x, other)) < width + this.#at(this.#halfWidth, other) &&
        Math.abs(y - this.#at(this.#y, other)) < height + this.#at(this.#halfHeight, other)
      if (isNear && other !== index) return true
    }
    return false
  }

  /** Where a box would stand if one of its loops were round and as large as it would like to be. */
  roundPlace(index: number, loop: number): { readonly x: number; readonly y: number } {
    const ring = this.#rings[loop]
    if (ring === undefined) return this.place(index)
    const clockwise = lengthOf(ring.with)
    const counter = lengthOf(ring.against)
    const [re, im] = clockwise >= counter ? ring.with : ring.against
    const way = clockwise >= counter ? 1 : -1
    const length = Math.max(1e-6, Math.hypot(re, im))
    const size = Math.max(ring.radius, ring.size)
    const angle = (way * 2 * Math.PI * ring.members.indexOf(index)) / ring.members.length
    const [cos, sin] = [(Math.cos(angle) * size) / length, (Math.sin(angle) * size) / length]
    return { x: ring.x + (cos * re - sin * im) * flatness, y: ring.y + (cos * im + sin * re) }
  }

  /** The whole. Cost: the square of the links. */
  total(): number {
    let sum = 0
    for (let edge = 0; edge < this.#from.length; edge += 1) {
      sum += this.#costOfLink(edge)
      for (let other = edge + 1; other < this.#from.length; other += 1) sum += this.#costOfTwo(edge, other)
      for (let box = 0; box < this.#count; box += 1) if (this.#runsBehind(edge, box)) sum += weights.passage
    }
    for (const ring of this.#rings) sum += this.#costOfRing(ring)
    return sum
  }

  /** The part of the whole that moving one box can change. */
  around(index: number): number {
    let sum = 0
    const own = this.#edgesOf[index] ?? []
    this.looks += this.#from.length + (own.length + 1) * (this.#from.length + this.#count)
    for (const edge of own) {
      sum += this.#costOfLink(edge)
      for (let other = 0; other < this.#from.length; other += 1) sum += this.#costOfTwo(edge, other)
      for (let box = 0; box < this.#count; box += 1) if (this.#runsBehind(edge, box)) sum += weights.passage
    }
    for (let edge = 0; edge < this.#from.length; edge += 1) {
      if (this.#from[edge] !== index && this.#to[edge] !== index && this.#runsBehind(edge, index)) {
        sum += weights.passage
      }
    }
    for (const ring of this.#rings) {
      if (ring.own[index] === 1) {
        this.looks += this.#from.length + this.#count
        sum += this.#costOfRing(ring)
        continue
      }
      sum += this.#costOfStranger(ring, index)
      for (const edge of own) sum += this.#costAtBadge(ring, edge)
    }
    return sum
  }

  #at(values: Float64Array | Int32Array, index: number): number {
    return values[index] as number
  }

  #describe(members: Round, place: number): Ring {
    const own = new Uint8Array(this.#count)
    for (const index of members) own[index] = 1
    const width = members.reduce((sum, index) => sum + this.#at(this.#halfWidth, index), 0) / members.length
    const side = sideRoom + width * 1.3
    const radius = side / (2 * Math.sin(Math.PI / members.length))
    const weight = 1 / (1 + place * weights.fall)
    const cos = Float64Array.from(members, (_, at) => Math.cos((2 * Math.PI * at) / members.length))
    const sin = Float64Array.from(members, (_, at) => Math.sin((2 * Math.PI * at) / members.length))
    return { members, own, radius, weight, cos, sin, x: 0, y: 0, size: 0, with: [0, 0], against: [0, 0] }
  }

  /** Reads again where a loop's boxes stand. */
  #survey(ring: Ring): void {
    const { members } = ring
    let x = 0
    let y = 0
    for (const index of members) {
      x += this.#at(this.#x, index) / members.length
      y += this.#at(this.#y, index) / members.length
    }
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    let spread = 0
    for (let place = 0; place < members.length; place += 1) {
      const index = members[place] as number
      const dx = (this.#at(this.#x, index) - x) / flatness
      const dy = this.#at(this.#y, index) - y
      const cos = this.#at(ring.cos, place)
      const sin = this.#at(ring.sin, place)
      a += dx * cos + dy * sin
      b += dy * cos - dx * sin
      c += dx * cos - dy * sin
      d += dy * cos + dx * sin
      spread += dx * dx + dy * dy
    }
    ring.x = x
    ring.y = y
    ring.size = Math.sqrt(spread / members.length)
    ring.with[0] = a
    ring.with[1] = b
    ring.against[0] = c
    ring.against[1] = d
  }

  #costOfRing(ring: Ring): number {
    const { members, size, radius, weight } = ring
    const clockwise = lengthOf(ring.with)
    const counter = lengthOf(ring.against)
    const best = Math.max(clockwise, counter)
    const misfit = size === 0 ? 1 : Math.max(0, 1 - (best / (members.length * size)) ** 2)
    const off = Math.log(Math.max(1, size) / radius)
    let sum = weights.misfit * misfit + (off < 0 ? weights.small : weights.large) * off * off
    if (counter > clockwise) sum += weights.counter
    if (!this.#isConvex(members)) sum += weights.bent
    sum *= weight
    for (let index = 0; index < this.#count; index += 1) {
      if (ring.own[index] !== 1) sum += this.#costOfStranger(ring, index)
    }
    for (let edge = 0; edge < this.#from.length; edge += 1) sum += this.#costAtBadge(ring, edge)
    return sum
  }

  #isConvex(members: readonly number[]): boolean {
    let turned = 0
    for (let place = 0; place < members.length; place += 1) {
      const a = members[place] as number
      const b = members[(place + 1) % members.length] as number
      const c = members[(place + 2) % members.length] as number
      const turn = this.#side(a, b, c)
      if (turn !== 0 && turned !== 0 && turn !== turned) return false
      if (turn !== 0) turned = turn
    }
    return turned !== 0
  }

  /** A box in a loop to which it does not belong, worst where the loop's badge would stand. */
  #costOfStranger(ring: Ring, index: number): number {
    const dx = Math.abs(this.#at(this.#x, index) - ring.x)
    const dy = this.#at(this.#y, index) - ring.y
    const depth = 1 - Math.sqrt((dx / flatness) ** 2 + dy * dy) / Math.max(1, ring.size)
    const isAtBadge =
      dx < badge.half + this.#at(this.#halfWidth, index) &&
      dy < badge.below + this.#at(this.#halfHeight, index) &&
      dy > -badge.above - this.#at(this.#halfHeight, index)
    return ring.weight * ((depth > 0 ? weights.within * depth : 0) + (isAtBadge ? weights.badge : 0))
  }

  /** A link that is not the loop's own, where its badge would stand. */
  #costAtBadge(ring: Ring, edge: number): number {
    const middle = (badge.below - badge.above) / 2
    const high = (badge.below + badge.above) / 2
    return this.#meets(edge, ring.x, ring.y + middle, badge.half, high) ? weights.badge * ring.weight : 0
  }

  #costOfLink(edge: number): number {
    const a = this.#at(this.#from, edge)
    const b = this.#at(this.#to, edge)
    const dx = Math.abs(this.#at(this.#x, a) - this.#at(this.#x, b))
    const dy = Math.abs(this.#at(this.#y, a) - this.#at(this.#y, b))
    const gap = Math.max(
      dx - this.#at(this.#halfWidth, a) - this.#at(this.#halfWidth, b),
      dy - this.#at(this.#halfHeight, a) - this.#at(this.#halfHeight, b),
    )
    // Screens are wider than high.
    return (
      (dx * dx + 1.6 * dy * dy) * (weights.length / easyLength ** 2) + weights.tight * Math.max(0, 1 - gap / leastGap)
    )
  }

  #side(a: number, b: number, c: number): number {
    const ax = this.#at(this.#x, a)
    const ay = this.#at(this.#y, a)
    return Math.sign(
      (this.#at(this.#x, b) - ax) * (this.#at(this.#y, c) - ay) -
        (this.#at(this.#y, b) - ay) * (this.#at(this.#x, c) - ax),
    )
  }

  /** Whether two links cross: taken as straight, or as arcs where they share an end. */
  #costOfTwo(one: number, other: number): number {
    const a = this.#at(this.#from, one)
    const b = this.#at(this.#to, one)
    const c = this.#at(this.#from, other)
    const d = this.#at(this.#to, other)
    if (a !== c && a !== d && b !== c && b !== d) {
      return this.#side(a, b, c) !== this.#side(a, b, d) && this.#side(c, d, a) !== this.#side(c, d, b) ? 1 : 0
    }
    // Two links between the same two bow apart.
    if ((a === c && b === d) || (a === d && b === c)) return 0
    this.looks += looksOfTwo
    this.#sample(one, this.#one)
    this.#sample(other, this.#other)
    return doMeet(this.#one, a === c || a === d, this.#other, c === a || c === b) ? weights.beside : 0
  }

  /** Points along the arc of a link. */
  #sample(edge: number, points: Float64Array): void {
    const from = this.#at(this.#from, edge)
    const to = this.#at(this.#to, edge)
    const startX = this.#at(this.#x, from)
    const startY = this.#at(this.#y, from)
    const endX = this.#at(this.#x, to)
    const endY = this.#at(this.#y, to)
    const bow = bowOf(this.#at(this.#share, edge), endX - startX, endY - startY)
    const controlX = (startX + endX) / 2 + (endY - startY) * bow
    const controlY = (startY + endY) / 2 - (endX - startX) * bow
    for (let point = 0; point <= pieces; point += 1) {
      const t = point / pieces
      const u = 1 - t
      points[point * 2] = u * u * startX + 2 * u * t * controlX + t * t * endX
      points[point * 2 + 1] = u * u * startY + 2 * u * t * controlY + t * t * endY
    }
  }

  #runsBehind(edge: number, box: number): boolean {
    if (this.#from[edge] === box || this.#to[edge] === box) return false
    const halfWidth = this.#at(this.#halfWidth, box) + passageRoom
    const halfHeight = this.#at(this.#halfHeight, box) + passageRoom
    return this.#meets(edge, this.#at(this.#x, box), this.#at(this.#y, box), halfWidth, halfHeight)
  }

  /** Whether the arc of a link enters a rectangle around a point. */
  #meets(edge: number, x: number, y: number, halfWidth: number, halfHeight: number): boolean {
    const from = this.#at(this.#from, edge)
    const to = this.#at(this.#to, edge)
    const startX = this.#at(this.#x, from) - x
    const startY = this.#at(this.#y, from) - y
    const endX = this.#at(this.#x, to) - x
    const endY = this.#at(this.#y, to) - y
    const bow = bowOf(this.#at(this.#share, edge), endX - startX, endY - startY)
    const controlX = (startX + endX) / 2 + (endY - startY) * bow
    const controlY = (startY + endY) / 2 - (endX - startX) * bow
    if (startX > halfWidth && endX > halfWidth && controlX > halfWidth) return false
    if (startX < -halfWidth && endX < -halfWidth && controlX < -halfWidth) return false
    if (startY > halfHeight && endY > halfHeight && controlY > halfHeight) return false
    if (startY < -halfHeight && endY < -halfHeight && controlY < -halfHeight) return false
    let lastX = startX
    let lastY = startY
    for (let piece = 1; piece <= pieces; piece += 1) {
      const t = piece / pieces
      const u = 1 - t
      const nextX = u * u * startX + 2 * u * t * controlX + t * t * endX
      const nextY = u * u * startY + 2 * u * t * controlY + t * t * endY
      if (entersRect(lastX, lastY, nextX, nextY, halfWidth, halfHeight)) return true
      lastX = nextX
      lastY = nextY
    }
    return false
  }
}

function lengthOf([re, im]: readonly [number, number]): number {
  return Math.sqrt(re * re + im * im)
}
