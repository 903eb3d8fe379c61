import type { WeftMap } from '../model/weftMap'
import { listCsvLosses, writeCsv } from './csvWriter'
import { listKumuLosses } from './kumuLosses'
import { writeKumu } from './kumuWriter'
import type { NotCarried } from './report'
import { writeWeftJson } from './weftJsonWriter'

/** Text formats that Weft writes. Pictures come from lib/render. */
export const writableFormats = ['weft', 'csv', 'kumu'] as const
export type WritableFormat = (typeof writableFormats)[number]

/** A file ready to be given out. */
export interface WrittenFile {
  readonly text: string
  /** What the format has no place for. */
  readonly notCarried: readonly NotCarried[]
  readonly extension: string
  readonly mediaType: string
}

/** The map in one of the formats, with the list of what could not go with it. */
export function writeMapFile(map: WeftMap, format: WritableFormat): WrittenFile {
  if (format === 'csv') {
    // The mark tells spreadsheets that the text is UTF-8.
    const text = `\uFEFF${writeCsv(map)}`
    return { text, notCarried: listCsvLosses(map), extension: 'csv', mediaType: 'text/csv; charset=utf-8' }
  }
  if (format === 'kumu') {
    return { text: writeKumu(map), notCarried: listKumuLosses(map), extension: 'json', mediaType: 'application/json' }
  }
  return { text: writeWeftJson(map), notCarried: [], extension: 'json', mediaType: 'application/json' }
}
