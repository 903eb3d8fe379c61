import Papa from 'papaparse'
import { limits } from '../base/limits'
import type { Polarity } from '../model/causalLink'
import { findEnds, simplify } from './csvColumns'
import { labelKey, toLabel } from '../model/label'
import { readSign, readYes } from './sign'

/** A link as a pasted row names it, by the labels of its ends. */
export interface PastedLink {
  readonly from: string
  readonly to: string
  readonly polarity: Polarity | undefined
  readonly delay: boolean
}

/** What a pasted text would make. */
export interface PastedList {
  /** Each label once, in the order of the text; those that links name come with them. */
  readonly labels: readonly string[]
  readonly links: readonly PastedLink[]
  /** Labels that stood in a list more than once. */
  readonly repeated: readonly string[]
  /** Labels that were longer than Weft keeps and were cut. */
  readonly shortened: readonly string[]
}

const bullet = /^\s*(?:[-*•‣◦–—▪·]\s+|\(?\d{1,3}[.)]\s+|\[[ x]?\]\s+)/i

/**
 * Reads a pasted list: one label per line or per cell, bullets and numbers taken off; or rows of
 * `from, to, sign`, with column names or a sign that can be read in the third place, which make
 * links. Equal labels, whatever their case, are one.
 */
export function readPastedList(text: string): PastedList {
  const rows = readRows(text)
  return rows.links ?? readLabels(rows.cells)
}

function readRows(text: string): { readonly cells: readonly string[]; readonly links?: PastedList } {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  for (const delimiter of ['\t', ',', ';'] as const) {
    const rows = Papa.parse<string[]>(lines.join('\n'), { delimiter, skipEmptyLines: true }).data
    const links = readLinkRows(rows)
    if (links !== undefined) return { cells: [], links }
  }
  const cells = lines.flatMap((line) => line.split('\t')).map((cell) => cell.replace(bullet, ''))
  return { cells }
}

function readLinkRows(rows: readonly (readonly string[])[]): PastedList | undefined {
  const header = rows[0]
  if (header === undefined) return undefined
  const ends = findEnds(header)
  if (ends !== undefined) {
    const names = header.map(simplify)
    const find = (...wanted: readonly string[]): number => names.findIndex((name) => wanted.includes(name))
    return collect(rows.slice(1), {
      ...ends,
      sign: find('sign', 'polarity', 'type', 'direction', '+/'),
      delay: find('delay', 'delayed'),
    })
  }
  // Without column names only rows that carry a sign are surely links: "Homes, health" may be one label.
  const isLinks = rows.every((row) => row.length === 3 && readSign(row[2] ?? '') !== undefined)
  return isLinks ? collect(rows, { from: 0, to: 1, sign: 2, delay: -1 }) : undefined
}

interface Columns {
  readonly from: number
  readonly to: number
  readonly sign: number
  readonly delay: number
}

function collect(rows: readonly (readonly string[])[], columns: Columns): PastedList {
  const names = createNames()
  const links = new Map<string, PastedLink>()
  for (const row of rows) {
    const from = names.read(row[columns.from] ?? '')
    const to = names.read(row[columns.to] ?? '')
    if (from === undefined || to === undefined || from === to) continue
    const delay = readYes(row[columns.delay] ?? '')
    links.set(`${labelKey(from)}\n${labelKey(to)}`, { from, to, polarity: readSign(row[columns.sign] ?? ''), delay })
  }
  // Naming an end twice is what links do; only in a list is it worth a word.
  return { ...names.build(), repeated: [], links: [...links.values()] }
}

function readLabels(cells: readonly string[]): PastedList {
  const names = createNames()
  for (const cell of cells) names.read(cell)
  return { ...names.build(), links: [] }
}

function createNames(): {
  readonly read: (text: string) => string | undefined
  readonly build: () => Pick<PastedList, 'labels' | 'repeated' | 'shortened'>
} {
  const labels = new Map<string, string>()
  const repeated = new Set<string>()
  const shortened = new Set<string>()
  return {
    read: (text) => {
      const whole = toLabel(text)
      if (whole === '') return undefined
      const label =
        whole.length > limits.label
          ? Array.from(whole.slice(0, limits.label - 1))
              .join('')
              .trimEnd()
          : whole
      if (label !== whole) shortened.add(label)
      const known = labels.get(labelKey(label))
      if (known === undefined) labels.set(labelKey(label), label)
      else repeated.add(known)
      return known ?? label
    },
    build: () => ({ labels: [...labels.values()], repeated: [...repeated], shortened: [...shortened] }),
  }
}
