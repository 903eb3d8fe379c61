import type { ElementId, LinkId } from '../base/ids'
import { compareByList } from '../base/textOrder'
import { customFieldOf, findCustomField, hasCustomField } from '../model/customField'
import { isLinkable, type MapElement } from '../model/element'
import type { MapLink } from '../model/link'
import type { MapView } from '../model/mapView'
import type { ElementPaint } from '../model/paint'
import { boardView, type Position } from '../model/position'
import { tieTypesOf } from '../model/tie'
import { placeCards } from './cardPlaces'
import { findCategories, type Category } from './categories'
import { fitSizes, type WantedSize } from './fitSizes'
import { createFilter } from './conditions'
import { cardOf, countMeant, findGroups, joinLinks, middleOf, type LookGroup } from './groups'
import type { Look } from './look'
import { marksLeaders } from './lenses'
import { measureOf, noMeasures, isGivenNumber, isSaid, numberOf, valueOf, type LookMeasures } from './lookValue'
import { findNear } from './nearby'
import { findScale, shadeOf, sizeOfValue, type Scale } from './scale'

/** Words that a look needs of the page, in its language. */
export interface LookWords {
  /** What the value of something that elements are told apart by is called: "Health". */
  readonly value: (by: string, value: string) => string
  /** A group with how many in it are meant, of how many: "Health · 5", "Health · 1 of 5". */
  readonly group: (name: string, meant: number, all: number) => string
  /** How many links that are meant one stands for, of how many: "× 3", "× 1 of 3". */
  readonly count: (meant: number, all: number) => string
  /** A number, and of what: shares are told in percent, as everywhere. */
  readonly number: (value: number, by?: string) => string
}

/** A map as somebody looks at it. */
export interface SeenMap {
  /** What is drawn: without what is hidden, with groups as one element each, and elements that say how they are drawn. */
  readonly view: MapView
  /** Elements that the look leaves out, of those that can be linked; they are in no group either. */
  readonly hidden: ReadonlySet<ElementId>
  /** Those that are drawn faintly. */
  readonly faded: ReadonlySet<ElementId>
  /** Of those that can be linked: how many are meant, drawn as one or one by one, and how many there are. */
  readonly meant: number
  readonly all: number
  /** Links that are left out, by themselves or with an end. */
  readonly hiddenLinks: number
  /** In the order of the legend. */
  readonly groups: readonly LookGroup[]
  readonly colours: { readonly by: string; readonly categories: readonly Category[] } | undefined
  /** What the colours of the cards stand for, if there are any. */
  readonly cards: { readonly by: string; readonly categories: readonly Category[] } | undefined
  readonly shades: Scale | undefined
  /** With whether some are smaller than their value says, since others stand close. */
  readonly sizes: (Scale & { readonly isTight: boolean }) | undefined
  /** How many have a mark as formal leaders; undefined where the look marks none. */
  readonly leaders: number | undefined
}

export interface SeeingOptions {
  readonly look: Look
  readonly words: LookWords
  readonly measures?: LookMeasures
  /** Shown, if faintly, whatever the filter says: what one has just made or chosen. */
  readonly kept?: ReadonlySet<ElementId>
  /** From the way of seeing before, so that what looks alike in both keeps its identity. */
  readonly memory?: SeeingMemory
}

/** What was drawn last, by what it was made of. */
export interface SeeingMemory {
  readonly painted: WeakMap<MapElement, { readonly key: string; readonly element: MapElement }>
  readonly fadedLinks: WeakMap<MapLink, MapLink>
  cards: ReadonlyMap<ElementId, { readonly key: string; readonly element: MapElement }>
  bundles: ReadonlyMap<LinkId, { readonly key: string; readonly link: MapLink }>
}

export function createSeeingMemory(): SeeingMemory {
  return { painted: new WeakMap(), fadedLinks: new WeakMap(), cards: new Map(), bundles: new Map() }
}

/**
 * A way of seeing maps. What looks as it did keeps its identity from one map to the next, and from one way of seeing
 * to the next with the same memory; a map of which a look changes nothing is the map itself. Cost: linear in elements
 * and links, some 3 ms for 1,000 and 1,600; nothing for the map that was seen last.
 */
export function createSeeing({
  look,
  words,
  measures: told = noMeasures,
  kept,
  memory = createSeeingMemory(),
}: SeeingOptions): (map: MapView) => SeenMap {
  const { painted, fadedLinks } = memory
  let last: { readonly map: MapView; readonly seen: SeenMap } | undefined

  const paint = (element: MapElement, made: ElementPaint, label: string): MapElement => {
    const key = JSON.stringify([made, label])
    const known = painted.get(element)
    if (known?.key === key) return known.element
    const fresh = { ...element, label, paint: made }
    painted.set(element, { key, element: fresh })
    return fresh
  }
  const fade = (link: MapLink): MapLink => {
    const known = fadedLinks.get(link)
    if (known !== undefined) return known
    const fresh: MapLink = { ...link, paint: { faded: true } }
    fadedLinks.set(link, fresh)
    return fresh
  }

  const see = (map: MapView): SeenMap => {
    const types = tieTypesOf(map.meta)
    const measures = look.lens === undefined ? told : withPeopleAlone(told, map)
    const layered = showLayers(map, look)
    const near = look.focus === undefined ? undefined : findNear(layered.values(), look.focus, types)
    const isMeant = look.filter === undefined ? undefined : createFilter({ links: layered }, look.filter)
    const hides = look.others === 'hide'
    // Actions are one layer with what they contribute.
    const hidesActions = look.hiddenLinks?.includes('contribution') === true
    const hidden = new Set<ElementId>()
    const faded = new Set<ElementId>()
    const meant: MapElement[] = []
    let all = 0
    for (const [id, element] of map.elements) {
      if (!isLinkable(element)) continue
      all += 1
      const isFar = near !== undefined && map.elements.has(look.focus?.element ?? id) && !near.has(id)
      const isOther = isMeant !== undefined && !isMeant(element)
      const isOff = hidesActions && element.kind === 'action'
      if (!isFar && !isOther && !isOff) meant.push(element)
      else if ((isFar || hides || isOff) && kept?.has(id) !== true) hidden.add(id)
      else faded.add(id)
    }
    const shown = [...map.elements.values()].filter(({ id }) => !hidden.has(id))
    const subjects = shown.filter(isLinkable)
    const groups = look.clusterBy === undefined ? [] : findGroups(subjects, look.clusterBy, look.opened ?? [], measures)
    const { colours, groupHues } = findTwoCategories(map, subjects, look, measures)
    const byCategory = compareByList(groupHues.flatMap(({ value }) => value ?? []))
    const shades = findShades(map, subjects, look, measures)
    const sizes = look.sizeBy === undefined ? undefined : findScale(subjects, look.sizeBy, measures)

    const isStarred = marksLeaders(look)
      ? (one: MapElement): boolean => one.kind === 'stakeholder' && one.leader === true
      : undefined
    const standIn = new Map<ElementId, ElementId>()
    for (const group of groups) if (!group.isOpen) for (const id of group.members) standIn.set(id, group.id)
    const elements = new Map<ElementId, MapElement>()
    const alone = shown.filter(({ id }) => !standIn.has(id))
    const scales = sizes === undefined ? undefined : findSizes(alone, sizes, measures, map)
    for (const element of alone) {
      const made = isLinkable(element)
        ? paintFor(element, { measures, colours, shades, scales: scales?.fitted, faded, isStarred })
        : undefined
      const label = made === undefined ? element.label : labelFor(element, look, words, measures)
      const isAsItIs = made === undefined || (Object.keys(made).length === 0 && label === element.label)
      elements.set(element.id, isAsItIs ? element : paint(element, made, label))
    }
    const nextCards = new Map<ElementId, { readonly key: string; readonly element: MapElement }>()
    for (const group of groups) {
      if (group.isOpen) continue
      const { hue = 'grey', tag = '' } = groupHues.find(({ value }) => value === group.key) ?? {}
      const name = words.value(look.clusterBy ?? '', group.key)
      const clear = countMeant(group, faded)
      const label = words.group(name, clear, group.members.length)
      const card = cardOf(group, label, { hue, tag, faded: clear === 0 })
      const key = JSON.stringify([label, card.paint])
      const known = memory.cards.get(group.id)
      const kept = known?.key === key ? known : { key, element: card }
      nextCards.set(group.id, kept)
      elements.set(group.id, kept.element)
    }
    memory.cards = nextCards
    const positions = placeGroups(map, groups, elements)

    const visible: MapLink[] = []
    for (const link of layered.values()) {
      if (hidden.has(link.from) || hidden.has(link.to)) continue
      visible.push(faded.has(link.from) || faded.has(link.to) ? fade(link) : link)
    }
    const joined = joinLinks(visible, standIn, types, words.count)
    const nextBundles = new Map<LinkId, { readonly key: string; readonly link: MapLink }>()
    const links = new Map<LinkId, MapLink>()
    for (const [id, link] of joined) {
      if (map.links.has(id)) links.set(id, link)
      else {
        const key = JSON.stringify(link)
        const known = memory.bundles.get(id)
        const kept = known?.key === key ? known : { key, link }
        nextBundles.set(id, kept)
        links.set(id, kept.link)
      }
    }
    memory.bundles = nextBundles

    const isSame =
      elements.size === map.elements.size &&
      links.size === map.links.size &&
      [...elements].every(([id, element]) => map.elements.get(id) === element) &&
      [...links].every(([id, link]) => map.links.get(id) === link)
    return {
      view: isSame ? map : { ...map, elements, links, positions },
      hidden,
      faded,
      meant: meant.length,
      all,
      hiddenLinks: map.links.size - visible.length,
      groups: [...groups].sort((one, other) => byCategory(one.key, other.key)),
      colours,
      cards: cardsOf(groups, groupHues, look.clusterBy),
      shades,
      sizes: sizes && { ...sizes, isTight: scales?.isTight === true },
      leaders: isStarred && subjects.filter(isStarred).length,
    }
  }

  return (map) => {
    if (last?.map === map) return last.seen
    const seen = see(map)
    last = { map, seen }
    return seen
  }
}

/** A look applied once, such as for a picture. */
export function applyLook(map: MapView, options: SeeingOptions): SeenMap {
  return createSeeing(options)(map)
}

function showLayers(map: MapView, { hiddenTies = [], hiddenLinks = [] }: Look): ReadonlyMap<LinkId, MapLink> {
  if (hiddenTies.length === 0 && hiddenLinks.length === 0) return map.links
  const kinds: readonly string[] = hiddenLinks
  return new Map(
    [...map.links].filter(
      ([, link]) => !kinds.includes(link.kind) && !(link.kind === 'tie' && hiddenTies.includes(link.type ?? '')),
    ),
  )
}

/** Lenses are about people: groups of variables are not among theirs, nor do their links make one scale with ties. */
function withPeopleAlone({ community, ...rest }: LookMeasures, { elements }: Pick<MapView, 'elements'>): LookMeasures {
  const ofPeople = (measured: ReadonlyMap<ElementId, number>): ReadonlyMap<ElementId, number> =>
    new Map([...measured].filter(([id]) => elements.get(id)?.kind === 'stakeholder'))
  const numbers = Object.fromEntries(Object.entries(rest.numbers).map(([name, all]) => [name, ofPeople(all)]))
  return { ...rest, numbers, ...(community && { community: ofPeople(community) }) }
}

/** What colours stand for, and what cards do: the letters of sectors are fixed, and those of one thing are not the other's. */
function findTwoCategories(
  map: MapView,
  subjects: readonly MapElement[],
  look: Look,
  measures: LookMeasures,
): { readonly colours: SeenMap['colours']; readonly groupHues: readonly Category[] } {
  const { colourBy, clusterBy } = look
  const drawn = subjects.filter(({ kind }) => kind === 'stakeholder')
  const sectorTags = findCategories(map, drawn, 'sector', measures).map(({ tag }) => tag)
  const isSectorDrawn = clusterBy === 'sector' && colourBy !== 'sector'
  const colours = findColours(map, subjects, look, measures, isSectorDrawn ? sectorTags : [])
  if (clusterBy === undefined) return { colours, groupHues: [] }
  const taken = colours === undefined ? sectorTags : colours.categories.map(({ tag }) => tag)
  return {
    colours,
    groupHues: findCategories(map, subjects, clusterBy, measures, clusterBy === colourBy ? [] : taken),
  }
}

function findColours(
  map: MapView,
  subjects: readonly MapElement[],
  { colourBy }: Look,
  measures: LookMeasures,
  taken: readonly string[],
): SeenMap['colours'] {
  if (colourBy === undefined || isNumber(map, colourBy)) return undefined
  const field = customFieldOf(colourBy)
  const definition = field === undefined ? undefined : findCustomField(map.meta, field)
  // As it is drawn: a variable of which nobody said it, or whom a field is not for, stays as it is.
  const asked = subjects.filter(
    (element) =>
      canBeColoured(element, colourBy) &&
      (isSaid(colourBy) ||
        valueOf(element, colourBy, measures) !== undefined ||
        (element.kind === 'stakeholder' && (definition === undefined || hasCustomField(element.kind, definition)))),
  )
  return { by: colourBy, categories: findCategories(map, asked, colourBy, measures, taken) }
}

/** True for what elements have more or less of, rather than being it or not. */
export function isNumber({ meta }: Pick<MapView, 'meta'>, by: string): boolean {
  const field = customFieldOf(by)
  if (field !== undefined) return findCustomField(meta, field)?.type === 'number'
  return measureOf(by) !== undefined || isGivenNumber(by)
}

function findShades(
  map: MapView,
  subjects: readonly MapElement[],
  { colourBy }: Look,
  measures: LookMeasures,
): Scale | undefined {
  return colourBy !== undefined && isNumber(map, colourBy) ? findScale(subjects, colourBy, measures) : undefined
}

/** How large each is to be drawn, as far as its neighbours let it. */
function findSizes(
  elements: readonly MapElement[],
  scale: Scale,
  measures: LookMeasures,
  map: MapView,
): { readonly fitted: ReadonlyMap<ElementId, number>; readonly isTight: boolean } {
  const wanted = new Map<ElementId, WantedSize>()
  for (const element of elements) {
    const value = isLinkable(element) ? numberOf(element, scale.by, measures) : undefined
    if (value !== undefined) wanted.set(element.id, { size: sizeOfValue(scale, value), value })
  }
  const positions = map.positions.get(boardView) ?? new Map<ElementId, Position>()
  const fitted = fitSizes(elements, positions, wanted)
  const isTight = [...wanted].some(([id, { size }]) => positions.has(id) && size > (fitted.get(id) ?? 1))
  return { fitted, isTight }
}

interface PaintParts extends Pick<SeenMap, 'colours' | 'shades' | 'faded'> {
  readonly scales: ReadonlyMap<ElementId, number> | undefined
  readonly measures: LookMeasures
  readonly isStarred: ((element: MapElement) => boolean) | undefined
}

function paintFor(
  element: MapElement,
  { colours, shades, scales, faded, measures, isStarred }: PaintParts,
): ElementPaint {
  const paint: { -readonly [Key in keyof ElementPaint]: ElementPaint[Key] } = {}
  if (shades !== undefined && canBeColoured(element, shades.by)) {
    const value = numberOf(element, shades.by, measures)
    if (value !== undefined) {
      const shade = shadeOf(shades, value)
      paint.shade = shade
      paint.tag = shade.toString()
    } else if (element.kind === 'stakeholder') {
      paint.hue = 'grey'
      paint.tag = '–'
    }
  } else if (colours !== undefined && colours.by !== 'sector' && canBeColoured(element, colours.by)) {
    const value = valueOf(element, colours.by, measures)
    const category = colours.categories.find((one) => one.value === value)
    // A variable of which nobody said it stays as variables are, unless it is asked of every element alike.
    const isAsked = value !== undefined || element.kind === 'stakeholder' || isSaid(colours.by)
    if (category !== undefined && isAsked) {
      paint.hue = category.hue
      paint.tag = signOf(element, colours.by, measures) ?? category.tag
    }
  }
  const scale = scales?.get(element.id) ?? 1
  if (scale !== 1) paint.scale = scale
  if (isStarred?.(element) === true) paint.starred = true
  if (faded.has(element.id)) paint.faded = true
  return paint
}

function canBeColoured({ kind }: MapElement, by: string): boolean {
  return kind === 'stakeholder' || kind === 'variable' || (kind === 'action' && isSaid(by))
}

/** What stands on an element instead of the characters of its category. */
function signOf({ id }: MapElement, by: string, { said }: LookMeasures): string | undefined {
  return isSaid(by) ? said?.[by].get(id)?.sign : undefined
}

/** The name, and below it what the look adds to it. */
function labelFor(element: MapElement, { labelBy }: Look, words: LookWords, measures: LookMeasures): string {
  if (labelBy === undefined) return element.label
  const number = numberOf(element, labelBy, measures)
  const value = number === undefined ? valueOf(element, labelBy, measures) : undefined
  const added =
    number !== undefined ? words.number(number, labelBy) : value === undefined ? '' : words.value(labelBy, value)
  return added === '' ? element.label : `${element.label}\n${added}`
}

function cardsOf(groups: readonly LookGroup[], all: readonly Category[], by: string | undefined): SeenMap['cards'] {
  const closed = new Set(groups.filter(({ isOpen }) => !isOpen).map(({ key }) => key))
  if (by === undefined || closed.size === 0) return undefined
  return { by, categories: all.filter(({ value }) => value !== undefined && closed.has(value)) }
}

function placeGroups(
  map: MapView,
  groups: readonly LookGroup[],
  elements: ReadonlyMap<ElementId, MapElement>,
): MapView['positions'] {
  const board = map.positions.get(boardView)
  const placed = groups.flatMap((group) => {
    const at = group.isOpen ? undefined : middleOf(group.members, board)
    return at === undefined ? [] : [[group.id, at] as const]
  })
  if (placed.length === 0) return map.positions
  const apart = placeCards(new Map(placed), elements, board ?? new Map())
  return new Map(map.positions).set(boardView, new Map([...(board ?? []), ...apart]))
}
