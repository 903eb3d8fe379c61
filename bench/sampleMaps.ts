import type { ElementId, LinkId } from '../lib/base/ids'
import { createSeededRandom } from '../lib/base/random'
import type { MapElement } from '../lib/model/element'
import type { MapLink } from '../lib/model/link'
import { emptyMapView, type MapView } from '../lib/model/mapView'
import { boardView, type Position } from '../lib/model/position'

/** Maps to look at and to measure with. All content is invented. */

type Fields = Readonly<Record<string, unknown>> & { readonly kind: MapElement['kind'] }
type LinkRow = readonly [from: string, to: string, fields: Readonly<Record<string, unknown>>]

/** A view from short rows: elements as [id, x, y, label, fields], links as [from, to, fields]. */
function makeView(
  title: string,
  elements: readonly (readonly [id: string, x: number, y: number, label: string, fields: Fields])[],
  links: readonly LinkRow[],
  sizes: Readonly<Record<string, readonly [number, number]>> = {},
): MapView {
  const positions = new Map<ElementId, Position>()
  const elementMap = new Map<ElementId, MapElement>()
  for (const [id, x, y, label, fields] of elements) {
    const key = id as ElementId
    const size = sizes[id]
    positions.set(key, size ? { x, y, width: size[0], height: size[1] } : { x, y })
    elementMap.set(key, { id: key, label, description: '', ...fields } as unknown as MapElement)
  }
  const linkMap = new Map<LinkId, MapLink>()
  links.forEach(([from, to, fields], index) => {
    const id = `link${index}` as LinkId
    linkMap.set(id, { id, from, to, description: '', ...fields } as unknown as MapLink)
  })
  return {
    ...emptyMapView({ schemaVersion: 1, title, description: '' }),
    elements: elementMap,
    links: linkMap,
    positions: new Map([[boardView, positions]]),
  }
}

const variable = { kind: 'variable' } as const
const plus = { kind: 'causal', polarity: '+' } as const
const minus = { kind: 'causal', polarity: '-' } as const
const relation = { kind: 'relation' } as const

/** A working map of middle size: two loops in a frame and out of it, three actors, a note. */
export function cityMap(): MapView {
  return makeView(
    'School meals and family budgets',
    [
      ['frame', 210, 500, 'Kitchen', { kind: 'frame' }],
      ['skills', 560, 90, 'Kitchen skills', variable],
      ['waste', 740, 220, 'Plate waste', variable],
      ['quality', 560, 350, 'Meal quality', variable],
      ['uptake', 380, 220, 'Pupils who eat at school', variable],
      ['income', 120, 150, 'Family budget left', variable],
      ['hunger', 60, 330, 'Hunger in class', variable],
      ['fresh', 90, 470, 'Fresh produce', variable],
      ['orders', 330, 470, 'Local orders', variable],
      ['growers', 210, 610, 'Growers nearby', variable],
      ['price', 610, 520, 'Price of a meal', variable],
      ['subsidy', 820, 440, 'Subsidy per meal', variable],
      ['trust', 900, 300, 'Parents’ trust in the school kitchen', variable],
      ['council', 860, 570, 'City council', { kind: 'stakeholder', sector: 'government', influence: 4 }],
      ['parents', 1050, 180, 'Parents’ association', { kind: 'stakeholder', sector: 'community', form: 'group' }],
      ['nurse', 110, 30, 'School nurse', { kind: 'stakeholder', sector: 'health', form: 'person' }],
      ['trial', 600, 640, 'Free breakfast trial', { kind: 'action' }],
      ['note', 1060, 460, 'Ask the kitchen teams before we settle on this part of the map.', { kind: 'note' }],
    ],
    [
      ['skills', 'waste', minus],
      ['waste', 'quality', minus],
      ['quality', 'uptake', plus],
      ['uptake', 'skills', { ...plus, delay: true }],
      ['uptake', 'waste', plus],
      ['uptake', 'income', plus],
      ['income', 'uptake', plus],
      ['income', 'hunger', minus],
      ['hunger', 'fresh', { kind: 'causal' }],
      ['fresh', 'orders', minus],
      ['orders', 'growers', { ...plus, delay: true, strength: 1 }],
      ['growers', 'fresh', { ...plus, strength: 0.5 }],
      ['fresh', 'quality', { ...plus, label: 'where kitchens cook on site' }],
      ['price', 'uptake', minus],
      ['subsidy', 'price', minus],
      ['trust', 'uptake', plus],
      ['quality', 'trust', { ...plus, delay: true }],
      ['council', 'subsidy', relation],
      ['parents', 'trust', relation],
      ['nurse', 'income', relation],
      ['trial', 'price', { kind: 'contribution' }],
    ],
    { frame: [400, 260] },
  )
}

/** Every type of tie, one way and mutual, and actors of every sector and form. */
export function tieMap(): MapView {
  const actor = (sector: string, form = 'organisation', more: object = {}): Fields => ({
    kind: 'stakeholder',
    sector,
    form,
    ...more,
  })
  const tie = (type: string, more: object = {}): Readonly<Record<string, unknown>> => ({ kind: 'tie', type, ...more })
  return makeView(
    'Who works with whom',
    [
      ['ministry', 120, 80, 'Ministry of transport', actor('government', 'organisation', { influence: 5 })],
      ['city', 520, 60, 'City streets office', actor('government', 'organisation', { influence: 3 })],
      ['clinic', 900, 110, 'Walk-in clinic', actor('health')],
      ['cyclists', 150, 300, 'Cyclists’ union', actor('community', 'group', { influence: 2 })],
      ['mayor', 500, 270, 'Mayor', actor('government', 'person')],
      ['shops', 860, 300, 'Shopkeepers', actor('business', 'group')],
      ['uni', 180, 500, 'University', actor('research')],
      ['fund', 520, 500, 'Clean air fund', actor('funder', 'organisation', { influence: 1 })],
      ['paper', 880, 500, 'Evening paper', actor('media')],
      ['choir', 1120, 300, 'Choir', actor('culture')],
      ['none', 1100, 500, 'Passers-by', { kind: 'stakeholder' }],
    ],
    [
      ['ministry', 'city', tie('authority')],
      ['fund', 'city', tie('money')],
      ['uni', 'cyclists', tie('information')],
      ['uni', 'fund', tie('money', { direction: 'mutual' })],
      ['cyclists', 'mayor', tie('collaboration')],
      ['mayor', 'shops', tie('conflict')],
      ['shops', 'mayor', tie('influence')],
      ['paper', 'shops', tie('influence')],
      ['clinic', 'city', tie('information', { direction: 'mutual' })],
      ['city', 'mayor', tie('authority', { direction: 'mutual' })],
      ['city', 'mayor', tie('information')],
      ['city', 'mayor', tie('collaboration')],
      ['fund', 'paper', tie('friendship', { direction: 'one-way', label: 'went to school together' })],
      ['choir', 'shops', tie('collaboration', { strength: 1 })],
      ['none', 'paper', { kind: 'tie' }],
      ['cyclists', 'ministry', tie('conflict', { direction: 'one-way' })],
    ],
  )
}

/** Long labels, other scripts, tight places, loops onto oneself, hubs. */
export function edgeCaseMap(): MapView {
  const around = Array.from({ length: 14 }, (_, index) => {
    const angle = (index / 14) * Math.PI * 2
    return [
      `h${index}`,
      900 + Math.cos(angle) * 330,
      620 + Math.sin(angle) * 240,
      `Cause ${index + 1}`,
      variable,
    ] as const
  })
  return makeView(
    'Edge cases',
    [
      ['long', 180, 60, 'Share of households that cannot pay an unexpected bill of a month’s rent', variable],
      [
        'longer',
        560,
        80,
        'The degree to which people who live in the old town feel that decisions about streets, parks and squares are taken with them and not only about them, even where money is short',
        variable,
      ],
      ['word', 180, 200, 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrente', variable],
      ['arabic', 180, 290, 'ثقة الناس في الخدمات', variable],
      ['hebrew', 420, 290, 'אמון הציבור', { kind: 'stakeholder', sector: 'community' }],
      ['chinese', 640, 290, '社区对公共服务的信任程度不断提高', variable],
      ['emoji', 860, 290, 'Joy 🎉 at work 👩‍🔧', variable],
      ['greek', 1080, 290, 'Εμπιστοσύνη', variable],
      ['russian', 1080, 220, 'Доверие к службам', variable],
      ['self', 120, 420, 'Word of mouth', variable],
      ['near1', 90, 540, 'Near', variable],
      ['near2', 170, 540, 'Nearer', variable],
      ['over1', 320, 540, 'Overlapping', variable],
      ['over2', 350, 555, 'Overlapped', variable],
      ['p1', 100, 680, 'One', variable],
      ['p2', 380, 680, 'Other', variable],
      ['q1', 100, 800, 'Up', variable],
      ['q2', 380, 800, 'Down', variable],
      ['empty', 480, 420, '', variable],
      ['hub', 900, 620, 'Everything', variable],
      ...around,
      ['text', 480, 900, 'Free text, as a heading over a part of the map', { kind: 'text' }],
      [
        'note',
        160,
        930,
        'A note that grows with its text because people write more than fits on a small square of paper.',
        { kind: 'note', colour: 'blue' },
      ],
      [
        'ink',
        330,
        900,
        '',
        {
          kind: 'ink',
          points: [
            [0, 0],
            [10, 20],
            [30, 25],
            [50, 5],
            [70, 30],
          ],
        },
      ],
    ],
    [
      ['long', 'longer', plus],
      ['longer', 'long', minus],
      ['self', 'self', { ...plus, delay: true }],
      ['self', 'self', minus],
      ['near1', 'near2', plus],
      ['over1', 'over2', plus],
      ['p1', 'p2', plus],
      ['p1', 'p2', minus],
      ['p2', 'p1', { ...plus, delay: true }],
      ['q1', 'q2', { ...plus, curvature: 0.7 }],
      ['q1', 'q2', { ...minus, curvature: -0.5, label: 'bent by hand' }],
      ['q2', 'q1', { ...plus, curvature: 0 }],
      ['arabic', 'hebrew', relation],
      ['chinese', 'emoji', plus],
      ...around.map(([id], index): LinkRow =>
        index % 3 === 2 ? ['hub', id, minus] : [id, 'hub', index % 2 ? plus : minus],
      ),
    ],
  )
}

/** 300 variables and about 450 links from a seed, on a loose grid. */
export function largeMap(count = 300, linkCount = 450): MapView {
  const random = createSeededRandom(7)
  const words = [
    'Access',
    'to',
    'care',
    'Housing',
    'cost',
    'Trust',
    'Staff',
    'time',
    'Local',
    'jobs',
    'Air',
    'quality',
    'Noise',
  ]
  const columns = Math.ceil(Math.sqrt(count * 0.8))
  const elements = Array.from({ length: count }, (_, index) => {
    const label = Array.from({ length: 1 + random.below(4) }, () => words[random.below(words.length)]).join(' ')
    const x = (index % columns) * 250 + random.below(80)
    const y = Math.floor(index / columns) * 150 + random.below(60)
    return [`v${index}`, x, y, label, variable] as const
  })
  const links = Array.from({ length: linkCount }, (): LinkRow => {
    const from = random.below(count)
    const step = [1, -1, columns, -columns, columns + 1, columns - 1, 2][random.below(7)] ?? 1
    const to = Math.min(count - 1, Math.max(0, from + step))
    return [`v${from}`, `v${to === from ? (from + 1) % count : to}`, random.below(3) === 0 ? minus : plus]
  })
  return makeView('Large map', elements, links)
}
