import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { create, type Font } from 'fontkit'

const { resolve } = createRequire(import.meta.url)

export type PdfWeight = 400 | 600

/** A file of letters that a PDF may carry. */
export interface PdfFace {
  readonly name: string
  readonly bytes: Buffer
  /** True if it has a character. */
  has(character: string): boolean
  /** Its letters join or run from right to left: they are drawn as a word, in their own order. */
  readonly isShaped: boolean
}

interface FaceFile {
  readonly packageName: string
  readonly file: string
  readonly isShaped?: boolean
  /** There is no other weight of it. */
  readonly only?: PdfWeight
}

/** In the order in which they are asked for a letter. */
const files: readonly FaceFile[] = [
  ...['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext'].map((subset) => ({
    packageName: '@fontsource/inter',
    file: `inter-${subset}`,
  })),
  { packageName: '@fontsource/noto-sans-arabic', file: 'noto-sans-arabic-arabic', isShaped: true },
  { packageName: '@fontsource/noto-sans-hebrew', file: 'noto-sans-hebrew-hebrew', isShaped: true },
  // Arrows, ticks and signs of mathematics.
  { packageName: '@fontsource/noto-sans-math', file: 'noto-sans-math-latin', only: 400 },
  { packageName: '@fontsource/noto-emoji', file: 'noto-emoji-emoji', only: 400 },
]

const loaded = new Map<string, PdfFace>()

function loadFace({ packageName, file, isShaped = false, only }: FaceFile, weight: PdfWeight): PdfFace {
  const name = `${file}-${only ?? weight}-normal`
  const known = loaded.get(name)
  if (known !== undefined) return known
  const folder = join(dirname(resolve(`${packageName}/package.json`)), 'files')
  const bytes = readFileSync(join(folder, `${name}.woff`))
  // One file is one font: only collections are several.
  const font = create(bytes) as Font
  const face = {
    name,
    bytes,
    isShaped,
    has: (character: string) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  }
  loaded.set(name, face)
  return face
}

const found = new Map<string, PdfFace | 'none'>()

/**
 * The face that has a character, or undefined: Latin, Greek, Cyrillic, Arabic, Hebrew and emoji (in one colour) there
 * are. A file is read (a few milliseconds) when the first text needs it and kept from then on.
 */
export function findFace(character: string, weight: PdfWeight): PdfFace | undefined {
  const key = `${weight}${character}`
  const known = found.get(key)
  if (known !== undefined) return known === 'none' ? undefined : known
  let face: PdfFace | undefined
  for (const file of files) {
    const one = loadFace(file, weight)
    if (!one.has(character)) continue
    face = one
    break
  }
  // What people type has few characters beyond these; a map of nothing but rare ones is not remembered whole.
  if (found.size < 20_000) found.set(key, face ?? 'none')
  return face
}
