import sharp from 'sharp'
import { limits } from '../../lib/base/limits'
import { fail, succeed, type Result } from '../../lib/base/result'
import type { MapView } from '../../lib/model/mapView'
import { allowedScale, drawMap, type PictureOptions } from '../../lib/render/renderMap'
import type { Picture } from '../../lib/render/svgPage'
import { outlinePainter } from './outlinePainter'

export interface PngOptions extends Omit<PictureOptions, 'painter' | 'fontFace'> {
  /** Pixels per canvas unit: 1, 2 or 4 are offered; lowered where the limits of a picture demand it. */
  readonly scale?: number
}

/**
 * A map as PNG. Drawing the SVG takes the thread some tens of milliseconds for 1,000 elements; pixels are made by
 * sharp on its own threads. Never larger than `limits` allow: the scale is lowered instead.
 */
export async function renderPng(view: MapView, options: PngOptions = {}): Promise<Uint8Array> {
  const { scale = 1, ...picture } = options
  return await toPng(drawMap(view, { ...picture, painter: outlinePainter }), scale)
}

/**
 * A picture as PNG, at `scale` pixels per unit or as near as the limits allow.
 * @throws if it is no SVG
 */
export async function toPng(picture: Picture, scale: number): Promise<Uint8Array> {
  const result = await rasterise(picture.svg, picture, scale)
  if (!result.ok) throw new Error(`The picture could not be drawn: ${result.reason}`)
  return result.value
}

/**
 * Turns an SVG of ours into PNG bytes.
 * @param size width and height that the SVG states, in units
 * @returns the bytes, or why not: `bad-svg` for what is no SVG
 */
export async function rasterise(
  svg: string,
  size: { readonly width: number; readonly height: number },
  scale: number,
): Promise<Result<Uint8Array, 'bad-svg'>> {
  const allowed = allowedScale(size, scale > 0 && Number.isFinite(scale) ? scale : 1)
  const width = Math.max(1, Math.floor(size.width * allowed))
  const height = Math.max(1, Math.floor(size.height * allowed))
  try {
    const bytes = await sharp(Buffer.from(inPixels(svg, width, height)), {
      limitInputPixels: limits.picturePixels * 2,
      unlimited: true,
    })
      .png({ compressionLevel: 8, palette: false })
      .toBuffer()
    return succeed(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch {
    return fail('bad-svg')
  }
}

/** States the size in pixels, so that every line is drawn once at its final scale and never resampled. */
function inPixels(svg: string, width: number, height: number): string {
  return svg.replace(
    /^(<svg\b[^>]*?) width="[^"]*" height="[^"]*"/,
    `$1 width="${width}" height="${height}" preserveAspectRatio="none"`,
  )
}
