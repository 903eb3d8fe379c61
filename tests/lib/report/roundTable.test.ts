import { describe, expect, it } from 'vitest'
import { roundSetupSchema, summariseRound } from '../../../lib/practice/round'
import { renderReportTable } from '../../../lib/report/renderCsv'
import type { ReportTable } from '../../../lib/report/reportPage'
import { tabulateRound } from '../../../lib/report/roundTable'
import { leaveNamesOut } from '../../../lib/report/withoutNames'
import { findReportWords } from '../../../server/report/reportWords'

const words = findReportWords('en', 'UTC')
const labels = { wait: 'Waiting time', fare: 'Fare income' }

function tabulate(input: object, answers: readonly object[], names = true): ReportTable {
  const setup = roundSetupSchema.parse({ question: 'Q', anonymous: false, ...input })
  const given = answers.map((answer, index) => ({ by: { id: `p${index}`, name: ['Ana', 'Ben'][index] ?? '' }, answer }))
  const outcome = summariseRound(setup, given)
  return tabulateRound({ setup, labels, outcome: names ? outcome : leaveNamesOut(outcome) }, 'result', words)
}

describe('the table of a round about challenges', () => {
  const asked = { kind: 'challenge', targets: ['wait', 'fare'] }
  const answers = [
    { judgements: { wait: { problem: false }, fare: { problem: true, solution: true } } },
    { judgements: { wait: { problem: true, solution: false } } },
  ]

  it('ROUND-60, ROUND-71: tells of each element the counts, and what the group says', () => {
    expect(renderReportTable(tabulate(asked, answers))).toBe(
      '\uFEFFAbout,Technical,Mixed,Adaptive,The group says,Who\r\n' +
        'Waiting time,0,1,1,the group is split,"Ana adaptive, Ben mixed"\r\n' +
        'Fare income,1,0,0,technical,Ana technical\r\n',
    )
  })

  it('REPORT-3: has no name without the tick', () => {
    expect(JSON.stringify(tabulate(asked, answers, false))).not.toMatch(/Ana|Ben|Who/)
  })
})
