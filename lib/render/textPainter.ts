import type { FontWeight } from '../geometry/textMetrics'
import { escapeXml, tag } from './xml'

/** One line of text at a place. */
export interface TextRun {
  readonly text: string
  readonly x: number
  /** Baseline. */
  readonly y: number
  readonly size: number
  readonly weight: FontWeight
  readonly anchor: 'start' | 'middle' | 'end'
  readonly fill: string
  /** Colour of a rim around the letters that keeps them readable on lines. */
  readonly halo?: string
}

/** Port: how text gets into a picture, as `<text>` for readers with fonts or as outlines for those without. */
export interface TextPainter {
  /** @returns svg markup; nothing for text without visible characters */
  paint(run: TextRun): string
}

export const fontFamily = "Inter, 'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif"

/** Attributes of the rim; the same for letters and for outlines. */
export function haloAttributes(halo: string | undefined): Readonly<Record<string, string | number | undefined>> {
  return halo === undefined
    ? {}
    : { stroke: halo, 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }
}

/** Text as text: small, searchable, copyable, and in the reader's own font if Inter is missing. */
export const plainTextPainter: TextPainter = {
  paint: (run) =>
    run.text.trim() === ''
      ? ''
      : tag(
          'text',
          {
            x: run.x,
            y: run.y,
            'font-size': run.size,
            'font-weight': run.weight,
            'text-anchor': run.anchor === 'start' ? undefined : run.anchor,
            fill: run.fill,
            ...haloAttributes(run.halo),
            style: 'unicode-bidi:plaintext;white-space:pre',
          },
          escapeXml(run.text),
        ),
}
