import { sayChange } from '../../lib/analysis/sayChange'
import type { DescribeOptions } from '../../lib/analysis/learning/describeComparison'
import { findCustomField } from '../../lib/model/customField'
import { findReportWords } from './reportWords'

/** Says what changed in the sentences of the page, in one language: English where there is none of it. */
export function createChangeSayer(lang?: string): DescribeOptions['say'] {
  const { say, has } = findReportWords(lang, undefined)
  return (change, { meta }) =>
    sayChange(change, {
      say: (key, values) => say(`changes.${key}`, values),
      has: (key) => has(`changes.${key}`),
      kind: (kind) => say(`kinds.${kind}`),
      ownField: (id) => findCustomField(meta, id)?.name,
    })
}
