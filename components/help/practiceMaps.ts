import type { LinkId } from '../../lib/base/ids'
import { fromWeftMap } from '../../lib/model/mapFile'
import type { MapView } from '../../lib/model/mapView'
import { schemaVersion } from '../../lib/model/meta'
import type { LinkPaint } from '../../lib/model/paint'
import { weftMapSchema } from '../../lib/model/weftMap'
import { renderMap } from '../../lib/render/renderMap'
import { scaleToBox } from '../home/scaleToBox'
import { themedSvg } from '../home/themedSvg'

/** A tiny map: the keys of its words, what each element is, and where it stands. */
interface TinyMap {
  readonly elements: Readonly<Record<string, TinyElement>>
  readonly links: readonly TinyLink[]
}
type TinyElement = readonly [at: readonly [x: number, y: number], fields?: Readonly<Record<string, unknown>>]
interface TinyLink {
  readonly ends: readonly [from: string, to: string]
  readonly fields: Readonly<Record<string, unknown>>
  readonly paint?: LinkPaint
}

const group = (sector: string) => ({ kind: 'stakeholder', form: 'organisation', sector })
const tie = (from: string, to: string): TinyLink => ({
  ends: [from, to],
  fields: { kind: 'tie', type: 'collaboration', direction: 'mutual' },
})
const causal = (from: string, to: string, polarity: string, paint?: LinkPaint): TinyLink => ({
  ends: [from, to],
  fields: { kind: 'causal', polarity },
  ...(paint === undefined ? {} : { paint }),
})
const contribution = (from: string, to: string, fields: object = {}): TinyLink => ({
  ends: [from, to],
  fields: { kind: 'contribution', ...fields },
})
const next = (from: string, to: string): TinyLink => ({ ends: [from, to], fields: { kind: 'relation' } })

const maps = {
  contributions: {
    elements: {
      school: [[-95, -90], group('government')],
      club: [[95, -90], group('community')],
      walkDay: [[0, 0], { kind: 'action', act: 'start' }],
      walkers: [[-95, 90]],
      cars: [[95, 90]],
    },
    links: [
      contribution('school', 'walkDay'),
      contribution('club', 'walkDay'),
      contribution('walkDay', 'walkers', { effect: 'rise' }),
      causal('walkers', 'cars', '-'),
    ],
  },
  coalition: {
    elements: {
      town: [[-130, -70], group('government')],
      clinic: [[-40, 65], group('health')],
      shop: [[130, -70], group('business')],
      youth: [[130, 65], group('community')],
    },
    links: [tie('town', 'clinic'), tie('town', 'shop'), tie('shop', 'clinic'), tie('clinic', 'youth')],
  },
  processes: {
    elements: {
      connecting: [[0, -110]],
      organising: [[160, -25]],
      thinking: [[100, 95]],
      bridging: [[-100, 95]],
      learning: [[-160, -25]],
    },
    links: [
      next('connecting', 'organising'),
      next('organising', 'thinking'),
      next('thinking', 'bridging'),
      next('bridging', 'learning'),
      next('learning', 'connecting'),
    ],
  },
  learning: {
    elements: { rain: [[-120, -65]], river: [[110, -65]], fish: [[110, 65]], visitors: [[-120, 65]] },
    links: [
      causal('rain', 'river', '+', { hue: 'blue', tag: '2' }),
      causal('river', 'fish', '?', { hue: 'red', tag: '±' }),
      causal('fish', 'visitors', '+', { hue: 'grey', tag: '1', dashed: true }),
    ],
  },
} as const satisfies Readonly<Record<string, TinyMap>>

export type MappedPractice = keyof typeof maps
export const mappedPractices = Object.keys(maps) as readonly MappedPractice[]

/**
 * The picture of a practice that is done on the map, as SVG in the colours of the page. Pure; made when the page is built.
 * @param translate the words at a key of `practiceHelp.pictures`
 */
export function drawPracticeMap(practice: MappedPractice, translate: (key: string) => string): string {
  return themedSvg(scaleToBox(renderMap(toView(maps[practice], translate), { background: 'transparent', padding: 12 })))
}

function toView({ elements, links }: TinyMap, translate: (key: string) => string): MapView {
  const entries = Object.entries(elements)
  const idOf = ([from, to]: TinyLink['ends']): string => `${from}-${to}`
  const view = fromWeftMap(
    weftMapSchema.parse({
      weft: 1,
      meta: { schemaVersion, title: '', description: '' },
      elements: Object.fromEntries(
        entries.map(([id, [, fields]]) => [id, { kind: 'variable', label: translate(id), description: '', ...fields }]),
      ),
      links: Object.fromEntries(
        links.map(({ ends, fields }) => [idOf(ends), { from: ends[0], to: ends[1], description: '', ...fields }]),
      ),
      positions: { board: Object.fromEntries(entries.map(([id, [at]]) => [id, at])) },
    }),
  )
  const painted = new Map(view.links)
  for (const { ends, paint } of links) {
    const id = idOf(ends) as LinkId
    const link = painted.get(id)
    if (link !== undefined && paint !== undefined) painted.set(id, { ...link, paint })
  }
  return { ...view, links: painted }
}
