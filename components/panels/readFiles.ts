import { succeed, type Result } from '../../lib/base/result'
import { defineAlikeSectors, defineOwnSectors } from '../../lib/formats/ownSectors'
import { readMapFiles } from '../../lib/formats/readMapFile'
import type { ReadingChoices } from '../../lib/formats/readAs'
import type { FormatProblem } from '../../lib/formats/problem'
import type { ImportedMap } from '../../lib/formats/report'
import { arrangeImported } from '../../lib/layout/arrangeImported'

/** Reads files in this browser as the server would: one map, every element with a place. */
export async function readFiles(
  files: readonly File[],
  choices: ReadingChoices = {},
): Promise<Result<ImportedMap, FormatProblem>> {
  const contents = await Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
  const read = readMapFiles(contents, choices)
  if (!read.ok) return read
  const { map, report } = read.value
  const placed = arrangeImported(map, report.format)
  return succeed({ map: report.format === 'weft' ? defineAlikeSectors(placed) : defineOwnSectors(placed), report })
}
