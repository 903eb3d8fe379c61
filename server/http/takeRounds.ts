import { createReport, type ImportedMap, type ImportReport, type LossCode } from '../../lib/formats/report'
import type { WeftMap } from '../../lib/model/weftMap'
import { readFiledRounds, type LeftRound, type PastRound } from '../../lib/protocol/readFiledRounds'

/** What becomes a map: the map itself, and the rounds that are its history. */
export interface ReadImport {
  readonly map: WeftMap
  readonly rounds: readonly PastRound[]
  readonly report: ImportReport
}

const lossOf: Readonly<Record<LeftRound, LossCode>> = {
  unread: 'bad-record',
  'without-result': 'round-without-result',
  'too-many': 'too-many-rounds',
}

/** A file that becomes a map of its own takes its rounds along; its report says what came of them. */
export function takeRounds({ map, report, asked }: ImportedMap): ReadImport {
  if (asked === undefined) return { map, rounds: [], report }
  const { rounds, left, gone } = readFiledRounds(asked.rounds, map, asked.ids)
  const told = createReport(report.format)
  for (const { why, question } of left) told.lose(lossOf[why], 'round', question)
  for (const { question, target } of gone) told.lose('round-target-gone', question, target)
  return {
    map,
    rounds,
    report: {
      ...report,
      read: { ...report.read, ...(rounds.length === 0 ? {} : { rounds: rounds.length }) },
      notCarried: [...report.notCarried.filter(({ code }) => code !== 'rounds-new-map'), ...told.losses()],
    },
  }
}
