import { inflateSync } from 'node:zlib'

/** What a test may know of a PDF that Weft made. */
export interface ReadPdf {
  readonly pages: number
  /** Every string that is shown, in the order in which it was written, as its letters say it. */
  readonly text: string
  /** The same page by page. */
  readonly pageTexts: readonly string[]
  /** Kinds of the elements that screen readers follow. */
  readonly structure: readonly string[]
  /** Everything in it that is not compressed or can be inflated, as Latin letters. */
  readonly raw: string
}

/** Reads the text of a PDF by the tables from glyphs to letters that it carries: that of our own files, no others. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const source = Buffer.from(bytes).toString('latin1')
  const objects = new Map<string, { readonly head: string; readonly stream: string }>()
  for (const [, id = '', body = ''] of source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const at = body.indexOf('stream\n')
    const head = at < 0 ? body : body.slice(0, at)
    const packed = at < 0 ? '' : body.slice(at + 'stream\n'.length, body.lastIndexOf('\nendstream'))
    const stream = head.includes('/FlateDecode') ? inflate(packed) : packed
    objects.set(id, { head, stream })
  }
  const fonts = new Map<string, ReadonlyMap<string, string>>()
  for (const { head } of objects.values()) {
    for (const [, name = '', id = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1]
      if (table !== undefined) fonts.set(name, readTable(objects.get(table)?.stream ?? ''))
    }
  }
  const pageTexts = [...objects.values()]
    .filter(({ stream }) => / Tf\n/.test(stream))
    .map(({ stream }) => readStream(stream, fonts))
  return {
    pages: [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head)).length,
    text: pageTexts.join('\n'),
    pageTexts,
    structure: [...objects.values()].flatMap(({ head }) =>
      /\/S \/\w+/.test(head) && head.includes('/K ') ? [/\/S \/(\w+)/.exec(head)?.[1] ?? ''] : [],
    ),
    raw: [...objects.values()].map(({ head, stream }) => `${head}\n${stream}`).join('\n'),
  }
}

function inflate(packed: string): string {
  try {
    return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
  } catch {
    return ''
  }
}

/** Glyph, as four hexadecimal digits → what it says. */
function readTable(map: string): ReadonlyMap<string, string> {
  const table = new Map<string, string>()
  for (const [, block = ''] of map.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', list = ''] of block.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g)) {
      ;[...list.matchAll(/<([\w ]+)>/g)].forEach(([, hex = ''], at) => {
        const glyph = (Number.parseInt(first, 16) + at).toString(16).padStart(4, '0')
        table.set(glyph, Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'))
      })
    }
  }
  return table
}

function readStream(stream: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> = new Map()
  let text = ''
  for (const [, name, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name) ?? font
    for (const [, hex = ''] of (shown ?? '').matchAll(/<(\w*)>/g)) {
      text += (hex.match(/.{4}/g) ?? []).map((glyph) => font.get(glyph) ?? '').join('')
    }
    if (shown !== undefined) text += '|'
  }
  return text
}
