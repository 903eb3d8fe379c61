import { pointAt, type Curve } from '../geometry/curve'
import type { Scene } from '../geometry/scene'
import { buildLinkShape } from '../geometry/buildLink'
import { elementMetrics } from '../geometry/elementLayout'
import { starMark } from '../geometry/starMark'
import { linkMetrics } from '../geometry/linkShape'
import { badgeMetrics } from '../geometry/loopBadge'
import { compareByList } from '../base/textOrder'
import type { ElementId, LinkId } from '../base/ids'
import type { MapLink } from '../model/link'
import type { MapElement } from '../model/element'
import type { SectorLook } from '../model/sector'
import { contributionEffects } from '../model/contribution'
import { holdWordOf, holdWords } from '../model/hold'
import type { TieLook, TieTypes } from '../model/tie'
import type { ElementPaint } from '../model/paint'
import { stances } from '../model/stakeholder'
import { variableMarks } from '../model/variable'
import { drawSign } from './causalLink'
import { drawBadge } from './loopBadge'
import { drawTilde } from './linkParts'
import { renderLinkLine, renderLinkMarks } from './link'
import { findPaint } from './paint'
import { layoutEntries, type Legend, type LegendEntry } from './legendRows'
import { nameOfSector, nameOfTie } from './names'
import { drawSectorTag, drawStance, drawStar, drawTintedTag } from './stakeholder'
import type { SymbolContext } from './symbol'
import { drawDot, drawVariableMark } from './variable'

/** What a colour of a look, and the characters that go with it, stand for; without either, words alone. */
export interface LookEntry extends Pick<ElementPaint, 'hue' | 'shade' | 'tag' | 'starred'> {
  readonly text: string
}

/**
 * Explains the signs, ties, loops, sectors, marks and dots that occur in a scene, and nothing that does not. Undefined
 * if there is nothing to explain.
 * @param width entries are broken into rows of at most this width
 * @param look what the colours and sizes of a look stand for, said first
 */
export function layoutLegend(
  scene: Scene,
  context: SymbolContext,
  width: number,
  look: readonly LookEntry[] = [],
): Legend | undefined {
  const groups = [
    look.map((entry) => lookEntry(entry, context)),
    [...linkEntries(scene, context), ...loopEntries(scene, context)],
    [
      ...sectorEntries(scene, context),
      ...stanceEntries(scene, context),
      ...markEntries(scene, context),
      ...chosenEntry(scene, context),
    ],
  ]
  return layoutEntries(groups, width, context)
}

const nobody = '' as ElementId

function sample(fields: Partial<MapLink> & Pick<MapLink, 'kind'>): MapLink {
  return { id: '' as LinkId, from: nobody, to: nobody, description: '', ...fields }
}

/** A short straight piece of a link, drawn by the same code as the map. */
function lineEntry(link: MapLink, text: string, context: SymbolContext, types?: TieTypes): LegendEntry {
  const width = 52
  return {
    width,
    text,
    draw: (x, y) => {
      const start = { x: x + 2, y }
      const end = { x: x + width - 2, y }
      const curve: Curve = { start, control: pointAt({ start, control: start, end }, 0.7071), end }
      const shape = { ...buildLinkShape(link, [curve], { back: 0, side: 1 }, false, types), sign: undefined }
      return renderLinkLine(shape, context) + renderLinkMarks(shape, context)
    },
  }
}

function linkEntries(scene: Scene, context: SymbolContext): readonly LegendEntry[] {
  const links = [...scene.links.values()].map((shape) => shape.link)
  const { texts, palette } = context
  const entries: LegendEntry[] = []
  const colours = { '+': palette.linkPositive, '-': palette.linkNegative, '?': palette.linkNeutral } as const
  for (const polarity of ['+', '-', '?'] as const) {
    if (!links.some((link) => link.kind === 'causal' && (link.polarity ?? '?') === polarity)) continue
    const width = context.signStyle === 'words' && polarity !== '?' ? 40 : 18
    entries.push({
      width,
      text: texts.signs[polarity],
      draw: (x, y) => drawSign({ polarity, x: x + width / 2, y, width }, colours[polarity], context),
    })
  }
  if (links.some((link) => link.kind === 'causal' && link.delay === true)) {
    entries.push(lineEntry(sample({ kind: 'causal', delay: true }), texts.delay, context))
  }
  if ([...scene.links.values()].some((shape) => shape.tilde !== undefined)) {
    entries.push({
      width: linkMetrics.tagRadius * 2,
      text: texts.contested,
      draw: (x, y) => drawTilde({ tilde: { x: x + linkMetrics.tagRadius, y } }, context),
    })
  }
  const types = context.tieTypes
  for (const look of usedTypes(links, types)) {
    const like = links.find((link) => link.kind === 'tie' && link.type === look.key)
    const said = look.style === 'plain' && like?.kind === 'tie' ? like.direction : undefined
    const direction = said === undefined ? {} : { direction: said }
    entries.push(
      lineEntry(sample({ kind: 'tie', type: look.key, ...direction }), nameOfTie(look, context), context, types),
    )
  }
  const contributions = links.filter((link) => link.kind === 'contribution')
  for (const effect of contributionEffects) {
    if (!contributions.some((link) => link.effect === effect)) continue
    entries.push(lineEntry(sample({ kind: 'contribution', effect }), texts.effects[effect], context))
  }
  if (contributions.some(({ effect }) => effect === undefined)) {
    entries.push(lineEntry(sample({ kind: 'contribution' }), texts.contribution, context))
  }
  const relations = links.filter((link) => link.kind === 'relation')
  for (const word of holdWords) {
    if (!relations.some(({ type }) => holdWordOf(type) === word)) continue
    entries.push(lineEntry(sample({ kind: 'relation', type: word }), texts.holds[word], context))
  }
  if (relations.some(({ type }) => holdWordOf(type) === undefined)) {
    entries.push(lineEntry(sample({ kind: 'relation' }), texts.relation, context))
  }
  return entries
}

/** One small badge for each kind of loop that has one. */
function loopEntries(scene: Scene, context: SymbolContext): readonly LegendEntry[] {
  const found = new Set([...scene.badges.values()].map(({ loop }) => loop.kind))
  const kinds = [
    ['reinforcing', 'R'],
    ['balancing', 'B'],
    ['undetermined', '?'],
  ] as const
  const scale = 0.6
  return kinds
    .filter(([kind]) => found.has(kind))
    .map(([kind, letter]) => ({
      width: badgeMetrics.radius * 2 * scale,
      text: context.texts.loops[kind],
      draw: (x: number, y: number) =>
        drawBadge(
          { kind, delayed: false, tag: letter },
          'clockwise',
          x + badgeMetrics.radius * scale,
          y,
          context,
          scale,
        ),
    }))
}

/** Words that nobody defined are named up to so many. */
const mostWords = { ties: 8, sectors: 12 } as const

/** The kinds of tie among links: those that are offered in their order, then other words by name. */
export function usedTypes(links: readonly MapLink[], types: TieTypes): readonly TieLook[] {
  const used = new Set(links.flatMap((link) => (link.kind === 'tie' ? (link.type ?? []) : [])))
  const offered = types.offered.filter(({ key }) => used.has(key))
  const others = [...used]
    .sort(compareByList([]))
    .map((type) => types.of(type))
    .filter((look) => !offered.includes(look))
  return [...offered, ...others.slice(0, mostWords.ties)]
}

function sectorEntries(scene: Scene, context: SymbolContext): readonly LegendEntry[] {
  const used = new Set<SectorLook>()
  for (const { element, sector } of scene.elements.values()) {
    const isOwn = element.paint?.tag === undefined
    if (isOwn && sector !== undefined && element.kind === 'stakeholder' && element.sector !== undefined)
      used.add(sector)
  }
  return listSectors(used, context)
}

/** Sectors by name: those that are offered in their order, then other words by name, up to a bound. */
export function listSectors(used: ReadonlySet<SectorLook>, context: SymbolContext): readonly LegendEntry[] {
  const offered = context.sectors.offered.filter((sector) => used.has(sector))
  const byName = compareByList([])
  const others = [...used]
    .filter((sector) => !offered.includes(sector))
    .sort((a, b) => byName(a.key, b.key))
    .slice(0, mostWords.sectors)
  return [...offered, ...others].map((sector) => ({
    width: elementMetrics.tagSize.width,
    text: nameOfSector(sector, context),
    draw: (x: number, y: number) => drawTintedTag(sector, x, y - elementMetrics.tagSize.height / 2, context),
  }))
}

function lookEntry({ text, tag, starred, ...colours }: LookEntry, context: SymbolContext): LegendEntry {
  if (starred === true) {
    return { width: starMark.across, text, draw: (x, y) => drawStar(x + starMark.across / 2, y, context) }
  }
  const paint = findPaint(colours, context.palette)
  if (paint === undefined || tag === undefined) return { width: 0, text, draw: () => '' }
  const { width, height } = elementMetrics.tagSize
  return {
    width,
    text,
    draw: (x, y) =>
      drawSectorTag({ tag, pattern: 'none' }, x, y - height / 2, paint.border, {
        ...context,
        palette: { ...context.palette, panel: paint.fill },
        painter: { paint: (run) => context.painter.paint({ ...run, fill: context.palette.ink }) },
      }),
  }
}

function markEntries(scene: Scene, context: SymbolContext): readonly LegendEntry[] {
  const found = new Set([...scene.elements.values()].map(({ element }) => 'mark' in element && element.mark))
  return variableMarks
    .filter((mark) => found.has(mark))
    .map((mark) => ({
      width: 18,
      text: context.texts.marks[mark],
      draw: (x: number, y: number) => drawVariableMark(mark, x + 9, y, context),
    }))
}

function chosenEntry(scene: Scene, context: SymbolContext): readonly LegendEntry[] {
  if (![...scene.elements.values()].some(({ layout }) => layout.dot !== undefined)) return []
  return [{ width: 18, text: context.texts.chosen, draw: (x: number, y: number) => drawDot(x + 9, y, context) }]
}

function stanceEntries(scene: Scene, context: SymbolContext): readonly LegendEntry[] {
  return listStances(
    [...scene.elements.values()].map(({ element }) => element),
    context,
  )
}

/** The marks of the stances that elements have, where they are drawn. */
export function listStances(elements: readonly MapElement[], context: SymbolContext): readonly LegendEntry[] {
  if (!context.stance) return []
  const found = new Set(elements.map((element) => 'stance' in element && element.stance))
  return stances
    .filter((stance) => found.has(stance))
    .map((stance) => ({
      width: 18,
      text: context.texts.stances[stance],
      draw: (x: number, y: number) => drawStance(stance, x + 9, y, context),
    }))
}
