import { partReport, type ImportReport, type NotCarried } from '../lib/formats/report'

const names: Readonly<Record<string, readonly [one: string, many: string]>> = {
  variables: ['variable', 'variables'],
  stakeholders: ['stakeholder', 'stakeholders'],
  actions: ['action', 'actions'],
  notes: ['note', 'notes'],
  texts: ['text', 'texts'],
  frames: ['frame', 'frames'],
  images: ['image', 'images'],
  strokes: ['pen stroke', 'pen strokes'],
  causalLinks: ['causal link', 'causal links'],
  ties: ['tie', 'ties'],
  contributions: ['contribution', 'contributions'],
  relations: ['relation', 'relations'],
  loops: ['named loop', 'named loops'],
}

/** What was read and what was not, as lines for people. */
export function describeReport({ format, read, notCarried, columns = [] }: ImportReport): string {
  const counts = Object.entries(names).flatMap(([key, [one, many]]) => {
    const count = read[key] ?? 0
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
  })
  const { losses, remarks, kept } = partReport(notCarried, columns)
  return [
    `Read ${counts.length === 0 ? 'an empty map' : counts.join(', ')} (${format}).`,
    ...columns.map(({ sentence }) => `  ${sentence}`),
    ...describeLosses([...losses, ...remarks, ...kept]),
  ].join('\n')
}

/** One line for each thing that a format could not carry. */
export function describeLosses(losses: readonly NotCarried[]): readonly string[] {
  return losses.map(({ count, what, where, example, why }) => {
    const details = [
      ...(example === undefined ? [] : [`for example ${example}`]),
      ...(where === undefined ? [] : [where]),
    ]
    const place = details.length === 0 ? '' : ` (${details.join('; ')})`
    return `  ${count === 1 ? '' : `${count} × `}${what}${place}: ${why}`
  })
}
