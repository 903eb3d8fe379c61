import { cssName, light, type PaletteKey } from '../../lib/render/palette'

const nameByColour = new Map<string, string>()
for (const key of Object.keys(light) as PaletteKey[]) {
  const colour = light[key].toUpperCase()
  // Several keys may share a value by day; the first, which is the more general one, speaks for it by night.
  if (!nameByColour.has(colour)) nameByColour.set(colour, cssName(key))
}

/**
 * A picture drawn with the light palette, with its colours replaced by the page's custom properties,
 * so that one picture fits both themes. Only for pictures of our own making that are put into the page.
 */
export function themedSvg(svg: string): string {
  return svg.replace(/"(#[0-9A-Fa-f]{6})"/g, (whole, colour: string) => {
    const name = nameByColour.get(colour.toUpperCase())
    return name === undefined ? whole : `"var(${name})"`
  })
}
