import type { Result } from '../../lib/base/result'
import { readMapFile, readMapFiles } from '../../lib/formats/readMapFile'
import type { ReadableFormat } from '../../lib/formats/detect'
import type { ReadingChoices } from '../../lib/formats/readAs'
import type { FormatProblem } from '../../lib/formats/problem'
import { defineAlikeSectors, defineOwnSectors } from '../../lib/formats/ownSectors'
import { arrangeImported } from '../../lib/layout/arrangeImported'
import { takeRounds, type ReadImport } from './takeRounds'

export interface ImportFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What an import thread is asked. */
export interface ImportRequest extends ReadingChoices {
  readonly files: readonly ImportFile[]
  readonly format: ReadableFormat | undefined
}

/** Reads files and gives what has no place one. A port, since large files should not hold up everyone else. */
export interface Importer {
  read(request: ImportRequest): Promise<Result<ReadImport, FormatProblem>>
}

/** Reads and arranges here and now: a large file takes the thread for seconds. */
export function readImport({ files, format, as, ties }: ImportRequest): Result<ReadImport, FormatProblem> {
  const [first] = files
  const read =
    files.length === 1 && first !== undefined
      ? readMapFile(first.bytes, { fileName: first.name, as, ties, ...(format === undefined ? {} : { format }) })
      : readMapFiles(files, { as, ties })
  if (!read.ok) return read
  const { map, rounds, report } = takeRounds(read.value)
  const placed = arrangeImported(map, report.format)
  const sectored = report.format === 'weft' ? defineAlikeSectors(placed) : defineOwnSectors(placed)
  return { ok: true, value: { map: sectored, rounds, report } }
}
