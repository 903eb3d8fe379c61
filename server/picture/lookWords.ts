import { letterOf } from '../../lib/look/categories'
import type { LookWords } from '../../lib/look/applyLook'
import type { LegendWords } from '../../lib/look/lookLegend'
import { isShare, measureOf } from '../../lib/look/lookValue'
import { customFieldOf, findCustomField } from '../../lib/model/customField'
import type { MapView } from '../../lib/model/mapView'
import { isKnownSector, sectorNames, sectorsOf } from '../../lib/model/sector'
import actors from '../../messages/en/actors.json'
import canvas from '../../messages/en/canvas.json'
import looks from '../../messages/en/looks.json'
import network from '../../messages/en/network.json'
import panels from '../../messages/en/panels.json'

type Words = Readonly<Record<string, string>>

/** What a look calls things, for pictures that no page draws: in English. */
export function englishLookWords({ meta }: Pick<MapView, 'meta'>): LookWords & LegendWords {
  const number = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 2 }).replace(/^-/, '−')
  const fill = (text: string, values: Readonly<Record<string, string>>): string =>
    text.replaceAll(/\{(\w+)(?:, number)?\}/g, (whole, name: string) => values[name] ?? whole)
  return {
    number: (value, by) =>
      isShare(by) ? fill(looks.share, { percent: number(Math.round(value * 100)) }) : number(value),
    by: (by) => {
      const measure = measureOf(by)
      if (measure !== undefined) return wordOf(measureNames, measure) ?? measure
      const field = customFieldOf(by)
      if (field !== undefined) return findCustomField(meta, field)?.name ?? field
      return wordOf(looks.by, by) ?? by
    },
    value: (by, one) => {
      switch (by) {
        case 'sector':
          return sectorsOf(meta).of(one).name ?? (isKnownSector(one) ? sectorNames[one] : one)
        case 'stance':
          return wordOf(panels.inspector.stances, one) ?? one
        case 'form':
          return wordOf(panels.inspector.forms, one) ?? one
        case 'salience':
          return wordOf(salienceNames, one) ?? one
        case 'kind':
          return wordOf(canvas.kinds, one) ?? one
        case 'community':
          return fill(looks.community, { letter: letterOf(Number(one)) })
        case 'pulse':
          return wordOf(looks.says.pulse, one) ?? one
        case 'challenge':
          return wordOf(looks.says.challenge, one) ?? one
        default:
          return one
      }
    },
    group: (name, meant, all) =>
      meant === all
        ? fill(looks.groupName, { name, count: number(all) })
        : fill(looks.groupPart, { name, meant: number(meant), all: number(all) }),
    count: (meant, all) =>
      meant === all
        ? fill(looks.linkCount, { count: number(all) })
        : fill(looks.linkPart, { meant: number(meant), all: number(all) }),
    colour: (name) => fill(looks.legendColour, { name }),
    size: (name) => fill(looks.legendSize, { name }),
    unsaid: (by) => (by === 'community' ? looks.ungrouped : looks.unsaid),
    shadeRange: (from, to) => fill(looks.shadeRange, { from, to }),
    sizeRange: (most) => fill(looks.sizeRange, { most }),
    sizeTight: looks.sizeTight,
    leader: looks.leader,
    leftOut: (name) => fill(looks.leftOut, { name }),
  }
}

const namesOf = (entries: Readonly<Record<string, unknown>>): Words =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([key, entry]) => {
      const name = (entry as { readonly name?: unknown } | null)?.name
      return typeof name === 'string' ? [[key, name] as const] : []
    }),
  )
const measureNames: Words = { ...looks.measures, ...namesOf(network.actor) }
const salienceNames = namesOf(actors.salienceClasses)

function wordOf(words: Words, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined
}
