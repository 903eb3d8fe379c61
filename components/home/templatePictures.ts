import type { ElementId } from '../../lib/base/ids'
import { fromWeftMap } from '../../lib/model/mapFile'
import type { MapView } from '../../lib/model/mapView'
import { boardView, type Position } from '../../lib/model/position'
import { archetypeNames, type ArchetypeName } from '../../lib/model/archetype'
import { renderMap } from '../../lib/render/renderMap'
import { renderThumbnail } from '../../lib/render/thumbnail'
import { buildTemplate } from '../../lib/templates/buildTemplate'
import { scaleToBox } from './scaleToBox'
import { themedSvg } from './themedSvg'
import type { ArchetypePictures, PicturedTemplate, TemplatePictures } from './types'

type Places = Readonly<Record<string, readonly [x: number, y: number]>>

/**
 * The heart of each example, moved together so that its words can be read on a card. The elements,
 * their links and their texts are the template's own.
 */
const hearts: Readonly<Record<PicturedTemplate, Places>> = {
  'causal-loop': { waiting: [0, -78], riders: [176, 0], fares: [0, 78], buses: [-176, 0] },
  stakeholder: {
    council: [-130, -88],
    shops: [170, -70],
    parents: [-190, 4],
    healthTeam: [-120, 92],
    university: [190, 70],
  },
  both: {
    company: [30, -84],
    confidence: [-150, 0],
    loneliness: [30, 84],
    calls: [216, 34],
    doctors: [216, -60],
  },
  'leader-to-community': {
    leader: [-340, -96],
    organisation: [-340, 0],
    community: [-340, 96],
    learning: [-80, -30],
    trust: [170, -88],
    sharing: [400, 0],
    wellbeing: [290, 88],
    say: [0, 88],
  },
}

/** Pictures of the templates as SVG, for the cards of the start page. Pure; made when the page is built. */
export function drawTemplatePictures(translate: (key: string) => string): TemplatePictures {
  const draw = (name: PicturedTemplate): string => {
    const view = fromWeftMap(buildTemplate(name, translate))
    const svg = renderMap(moveTogether(view, hearts[name]), { background: 'transparent', padding: 12 })
    return themedSvg(scaleToBox(svg))
  }
  return {
    'causal-loop': draw('causal-loop'),
    stakeholder: draw('stakeholder'),
    both: draw('both'),
    'leader-to-community': draw('leader-to-community'),
  }
}

/** Small pictures of the examples of loops that recur, drawn as those of recent maps are. Pure; made when the page is built. */
export function drawArchetypePictures(translate: (key: string) => string): ArchetypePictures {
  const draw = (name: ArchetypeName): string =>
    themedSvg(scaleToBox(renderThumbnail(fromWeftMap(buildTemplate(name, translate)), { width: 120, height: 80 })))
  return Object.fromEntries(archetypeNames.map((name) => [name, draw(name)])) as ArchetypePictures
}

/** The view with only the elements that have a place in `places`, standing there. */
function moveTogether(view: MapView, places: Places): MapView {
  const positions = new Map<ElementId, Position>()
  for (const [id, [x, y]] of Object.entries(places)) positions.set(id as ElementId, { x, y })
  const isIn = (id: ElementId): boolean => positions.has(id)
  return {
    ...view,
    elements: new Map([...view.elements].filter(([id]) => isIn(id))),
    links: new Map([...view.links].filter(([, link]) => isIn(link.from) && isIn(link.to))),
    positions: new Map([[boardView, positions]]),
  }
}
