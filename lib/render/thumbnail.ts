import type { ViewId } from '../base/ids'
import { svgPath } from '../geometry/curve'
import type { ElementShape } from '../geometry/elementShape'
import { scaleToFit, type Size } from '../geometry/rect'
import { computeScene } from '../geometry/scene'
import type { MapView } from '../model/mapView'
import { boardView } from '../model/position'
import { hueKey, noteKey, palettes, toneKey, type Palette, type Theme } from './palette'
import { escapeXml, svgNumber, tag } from './xml'

export interface ThumbnailOptions extends Partial<Size> {
  readonly viewId?: ViewId
  readonly theme?: Theme
}

/** Beyond this, links are left out: at this size they would be a grey cloud anyway. */
const mostLinks = 1_500

/**
 * A small picture of a whole map, as on the start page: shapes and lines, no words, transparent
 * ground. 240 by 140 unless told; about 60 bytes per element and link.
 */
export function renderThumbnail(view: MapView, options: ThumbnailOptions = {}): string {
  const size = { width: options.width ?? 240, height: options.height ?? 140 }
  const palette = palettes[options.theme ?? 'light']
  const scene = computeScene(view, options.viewId ?? boardView)
  const { zoom, x, y } = scaleToFit(scene.bounds ?? { x: 0, y: 0, ...size }, size, 10, { least: 0.002, most: 0.6 })
  const shapes = [...scene.elements.values()]
  const hairline = 1 / zoom
  const links =
    scene.links.size > mostLinks
      ? []
      : [...scene.links.values()].map((link) =>
          tag('path', {
            d: link.curves.map(svgPath).join(''),
            fill: 'none',
            stroke: palette[toneKey(link.tone)],
            'stroke-width': hairline * 1.1,
          }),
        )
  const isUnder = (shape: ElementShape): boolean => shape.element.kind === 'frame'
  const content = [
    ...shapes.filter(isUnder).map((shape) => drawBlock(shape, palette, hairline)),
    ...links,
    ...shapes.filter((shape) => !isUnder(shape)).map((shape) => drawBlock(shape, palette, hairline)),
  ]
  const title = view.meta.title.trim()
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: size.width,
      height: size.height,
      viewBox: `0 0 ${svgNumber(size.width)} ${svgNumber(size.height)}`,
      role: 'img',
    },
    (title === '' ? '' : tag('title', {}, escapeXml(title))) +
      tag('g', { transform: `translate(${svgNumber(x)} ${svgNumber(y)}) scale(${zoom.toFixed(5)})` }, content.join('')),
  )
}

function drawBlock({ element, rect, radius, sector }: ElementShape, palette: Palette, hairline: number): string {
  const box = { ...rect, rx: Math.min(radius, rect.height / 2) }
  const look = (fill: string, stroke: string): string => tag('rect', { ...box, fill, stroke, 'stroke-width': hairline })
  switch (element.kind) {
    case 'stakeholder': {
      const keys = hueKey(sector?.colour ?? 'grey')
      return look(palette[keys.fill], palette[keys.border])
    }
    case 'note':
      return tag('rect', { ...box, fill: palette[noteKey(element.colour)] })
    case 'frame':
      return look(palette.frameFill, palette.frameBorder)
    case 'text':
      return tag('rect', { ...rect, rx: 4, fill: palette.hairline })
    case 'image':
      return look(palette.hairline, palette.quietBorder)
    case 'ink':
      return ''
    case 'variable':
    case 'action':
      return look(palette.panel, palette.nodeBorder)
  }
}
