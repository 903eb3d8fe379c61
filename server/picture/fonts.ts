import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type * as OpenType from 'opentype.js'
import type { FontWeight } from '../../lib/geometry/textMetrics'

/** The package is CommonJS at run time, though its types say otherwise. */
const load = createRequire(import.meta.url)
const opentype = load('opentype.js') as typeof OpenType

const subsets = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'] as const

const loaded = new Map<string, OpenType.Font>()

function fontFolder(): string {
  return join(dirname(load.resolve('@fontsource/inter/package.json')), 'files')
}

function loadFont(subset: string, weight: FontWeight): OpenType.Font {
  const key = `${subset} ${weight}`
  const known = loaded.get(key)
  if (known) return known
  const bytes = readFileSync(join(fontFolder(), `inter-${subset}-${weight}-normal.woff`))
  const font = opentype.parse(new Uint8Array(bytes).buffer)
  loaded.set(key, font)
  return font
}

/**
 * The file of Inter that has a character, or undefined. A file is read (about 10 ms) when the first
 * text needs it and kept from then on.
 */
export function findFont(character: string, weight: FontWeight): OpenType.Font | undefined {
  for (const subset of subsets) {
    const font = loadFont(subset, weight)
    if (font.charToGlyphIndex(character) > 0) return font
  }
  return undefined
}
