import { describe, expect, it } from 'vitest'
import { chooseShownLoops } from '@/lib/analysis/shownLoops'
import { loopsToDraw } from '@/lib/analysis/loopsToDraw'
import { sampled } from '@/lib/geometry/linkCover'
import { badgeMetrics, type LoopBadge } from '@/lib/geometry/loopBadge'
import { boundsOfElement } from '@/lib/geometry/elementShape'
import { containsPoint, distanceBetween, overlaps, type Rect } from '@/lib/geometry/rect'
import { computeScene } from '@/lib/geometry/scene'
import { measureText } from '@/lib/geometry/textMetrics'
import { arrangeMap } from '@/lib/layout/arrangeMap'
import { arrangeStyles } from '@/lib/layout/arrangeStyle'
import { fromWeftMap } from '@/lib/model/mapFile'
import { boardView } from '@/lib/model/position'
import { buildTemplate } from '@/lib/templates/buildTemplate'
import texts from '@/messages/en/templates.json'

function translate(key: string): string {
  return key.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], texts) as string
}

/** Of two loops and more, those that people see first among them. */
const templates = ['causal-loop', 'both', 'limits-to-growth', 'shifting-the-burden', 'escalation'] as const

/** Where the words at a badge are written, line by line. */
function wordsOf({ centre, name }: LoopBadge): readonly Rect[] {
  if (name === undefined) return []
  return name.lines.map((line, index) => {
    const width = measureText(line, name)
    const left = name.anchor === 'start' ? 0 : name.anchor === 'end' ? -width : -width / 2
    const baseline = centre.y + name.baseline + index * name.lineHeight
    return { x: centre.x + name.x + left, y: baseline - name.size * 0.75, width, height: name.size }
  })
}

describe('names at badges on templates', () => {
  it('BADGE-13: as they come and however they are arranged, no line runs through a badge or its name, and no element is covered', () => {
    const struck: string[] = []
    for (const template of templates) {
      const view = fromWeftMap(buildTemplate(template, translate))
      for (const style of [undefined, ...arrangeStyles]) {
        const board = new Map(view.positions.get(boardView))
        const loops = style === 'loops' ? loopsToDraw(view, () => false) : undefined
        const places = style === undefined ? new Map() : arrangeMap(view, { style, loops })
        for (const [id, place] of places) board.set(id, { ...board.get(id), ...place })
        const arranged = { ...view, positions: new Map([[boardView, board]]) }
        const { badges, links, elements } = computeScene(arranged, boardView, { loops: chooseShownLoops(arranged) })
        for (const badge of badges.values()) {
          const words = wordsOf(badge)
          const where = `${template} ${style ?? 'as it comes'} ${badge.loop.tag}`
          for (const link of links.values()) {
            const onName = sampled(link).some((point) => words.some((rect) => containsPoint(rect, point)))
            const onDisc = sampled(link).some((point) => distanceBetween(point, badge.centre) < badgeMetrics.radius)
            if (onName || onDisc) struck.push(`${where}: ${link.id}`)
          }
          for (const shape of elements.values()) {
            if (shape.element.kind === 'frame') continue
            if (words.some((rect) => overlaps(rect, boundsOfElement(shape)))) struck.push(`${where}: on ${shape.id}`)
          }
        }
      }
    }
    expect(struck).toEqual([])
  })
})
