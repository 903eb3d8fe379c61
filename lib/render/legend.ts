import { pointAt, type Curve } from '../geometry/curve'
import type { Size } from '../geometry/rect'
import type { Scene } from '../geometry/scene'
import { buildLinkShape } from '../geometry/buildLink'
import { elementMetrics } from '../geometry/elementLayout'
import { linkMetrics } from '../geometry/linkShape'
import { badgeMetrics } from '../geometry/loopBadge'
import { measureText, type TextStyle } from '../geometry/textMetrics'
import type { ElementId, LinkId } from '../base/ids'
import type { MapLink } from '../model/link'
import { findSectorStyle, knownSectors, sectorTag, type KnownSector } from '../model/sector'
import { isKnownTieType, knownTieTypes } from '../model/tie'
import { stances } from '../model/stakeholder'
import { variableMarks } from '../model/variable'
import { drawSign } from './causalLink'
import { drawBadge } from './loopBadge'
import { drawTilde } from './linkParts'
import { renderLinkLine, renderLinkMarks } from './link'
import { sectorKey } from './palette'
import { drawSectorTag, drawStance } from './stakeholder'
import type { SymbolContext } from './symbol'
import { drawDot, drawVariableMark } from './variable'

/** One entry: a little drawing, then what it means. */
interface LegendEntry {
  readonly width: number
  readonly text: string
  draw(x: number, y: number): string
}

export interface Legend extends Size {
  /** @returns svg markup with the legend's top left corner at a place */
  draw(x: number, y: number): string
}

const textStyle: TextStyle = { size: 13, weight: 400 }
const rowHeight = 30
const between = 22
const toText = 8

/**
 * Explains the signs, ties, loops, sectors, marks and dots that occur in a scene, and nothing that does not. Undefined
 * if there is nothing to explain.
 * @param width entries are broken into rows of at most this width
 */
export function layoutLegend(scene: Scene, context: SymbolContext, width: number): Legend | undefined {
  const groups = [
    [...linkEntries(scene, context), ...loopEntries(scene, context)],
    [
      ...sectorEntries(scene, context),
      ...stanceEntries(scene, context),
      ...markEntries(scene, context),
      ...chosenEntry(scene, context),
    ],
  ].filter((group) => group.length > 0)
  if (groups.length === 0) return undefined
  const rows: { entry: LegendEntry; x: number }[][] = []
  let widest = 0
  for (const group of groups) {
    let x = 0
    rows.push([])
    for (const entry of group) {
      const full = entry.width + toText + measureText(entry.text, textStyle)
      if (x > 0 && x + full > width) {
        rows.push([])
        x = 0
      }
      rows.at(-1)?.push({ entry, x })
      widest = Math.max(widest, x + full)
      x += full + between
    }
  }
  return {
    width: Math.ceil(widest),
    height: rows.length * rowHeight,
    draw: (left, top) =>
      rows
        .flatMap((row, index) =>
          row.map(({ entry, x: at }) => drawEntry(entry, left + at, top + index * rowHeight + rowHeight / 2, context)),
        )
        .join(''),
  }
}

function drawEntry(entry: LegendEntry, x: number, y: number, context: SymbolContext): string {
  const words = context.painter.paint({
    text: entry.text,
    x: x + entry.width + toText,
    y: y + 4.6,
    ...textStyle,
    anchor: 'start',
    fill: context.palette.ink,
  })
  return entry.draw(x, y) + words
}

const nobody = '' as ElementId

function sample(fields: Partial<MapLink> & Pick<MapLink, 'kind'>): MapLink {
  return { id: '' as LinkId, from: nobody, to: nobody, description: '', ...fields }
}

/** A short straight piece of a link, drawn by the same code as the map. */
function lineEntry(link: MapLink, text: string, context: SymbolContext): LegendEntry {
  const width = 52
  return {
    width,
    text,
    draw: (x, y) => {
      const start = { x: x + 2, y }
      const end = { x: x + width - 2, y }
      const curve: Curve = { start, control: pointAt({ start, control: start, end }, 0.7071), end }
      const shape = { ...buildLinkShape(link, [curve], { back: 0, side: 1 }), sign: undefined }
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
      draw: (x, y) => drawSign(polarity, x + width / 2, y, colours[polarity], context),
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
  for (const type of knownTieTypes) {
    if (links.some((link) => link.kind === 'tie' && link.type === type)) {
      entries.push(lineEntry(sample({ kind: 'tie', type }), texts.ties[type], context))
    }
  }
  const otherTies = new Set(
    links.flatMap((link) =>
      link.kind === 'tie' && link.type !== undefined && !isKnownTieType(link.type) ? [link.type] : [],
    ),
  )
  for (const type of [...otherTies].slice(0, 8)) {
    const like = links.find((link) => link.kind === 'tie' && link.type === type)
    const direction = like?.kind === 'tie' ? like.direction : undefined
    entries.push(lineEntry(sample({ kind: 'tie', type, ...(direction ? { direction } : {}) }), type, context))
  }
  if (links.some((link) => link.kind === 'contribution')) {
    entries.push(lineEntry(sample({ kind: 'contribution' }), texts.contribution, context))
  }
  if (links.some((link) => link.kind === 'relation')) {
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

function sectorEntries(scene: Scene, context: SymbolContext): readonly LegendEntry[] {
  const words = new Set<string>()
  for (const { element } of scene.elements.values()) {
    if (element.kind === 'stakeholder' && element.sector !== undefined) words.add(element.sector)
  }
  const isKnown = (word: string): word is KnownSector => knownSectors.some((known) => known === word)
  const known = knownSectors.filter((sector) => words.has(sector))
  const others = [...words].filter((word) => !isKnown(word)).slice(0, 12)
  return [...known, ...others].map((word) => ({
    width: elementMetrics.tagSize.width,
    text: isKnown(word) ? context.texts.sectors[word] : word,
    draw: (x: number, y: number) => {
      const keys = sectorKey(findSectorStyle(word))
      const border = context.palette[keys.border]
      const tinted = { ...context, palette: { ...context.palette, panel: context.palette[keys.fill] } }
      return drawSectorTag(sectorTag(word), x, y - elementMetrics.tagSize.height / 2, border, {
        ...tinted,
        painter: { paint: (run) => context.painter.paint({ ...run, fill: context.palette.ink }) },
      })
    },
  }))
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
  if (!context.stance) return []
  const found = new Set([...scene.elements.values()].map(({ element }) => 'stance' in element && element.stance))
  return stances
    .filter((stance) => found.has(stance))
    .map((stance) => ({
      width: 18,
      text: context.texts.stances[stance],
      draw: (x: number, y: number) => drawStance(stance, x + 9, y, context),
    }))
}
