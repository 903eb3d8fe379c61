import type { Rect, Size } from '../geometry/rect'
import type { SymbolContext } from './symbol'
import { fontFamily } from './textPainter'
import { escapeXml, svgNumber, tag } from './xml'

/** A picture and its size in canvas units. */
export interface Picture extends Size {
  readonly svg: string
}

/** The page of a picture: what it is called and told as, its ground, and all that stands on it, as one SVG document. */
export function drawPage({
  page,
  title,
  description,
  options,
  context,
  parts,
}: {
  readonly page: Rect
  readonly title: string
  readonly description: string
  readonly options: {
    readonly background?: 'white' | 'canvas' | 'transparent'
    /** A `data:font/…` address; anything else is left out. */
    readonly fontFace?: string
  }
  readonly context: SymbolContext
  readonly parts: readonly string[]
}): Picture {
  const all = [
    tag('title', {}, escapeXml(title)),
    tag('desc', {}, escapeXml(description)),
    fontStyle(options.fontFace),
    options.background === 'transparent' ? '' : tag('rect', { ...page, fill: context.ground }),
    ...parts,
  ]
  const svg = tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: page.width,
      height: page.height,
      viewBox: [page.x, page.y, page.width, page.height].map(svgNumber).join(' '),
      'font-family': fontFamily,
      role: 'img',
    },
    `\n${all.filter((part) => part !== '').join('\n')}\n`,
  )
  return { svg, width: page.width, height: page.height }
}

function fontStyle(fontFace: string | undefined): string {
  if (fontFace === undefined || !/^data:font\/[a-z0-9+;,=/-]+;base64,[A-Za-z0-9+/=]+$/.test(fontFace)) return ''
  return `<style>@font-face{font-family:Inter;font-weight:100 900;src:url(${fontFace})}</style>`
}
