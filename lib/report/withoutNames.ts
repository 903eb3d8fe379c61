import type { RoundOutcome } from '../practice/round'

/** An outcome without who answered what, whatever the round said: as an anonymous round has it. */
export function leaveNamesOut(outcome: RoundOutcome): RoundOutcome {
  const bare = <One extends { readonly by?: unknown }>({ by: _, ...rest }: One): Omit<One, 'by'> => rest
  switch (outcome.kind) {
    case 'dots':
      return { ...outcome, rows: outcome.rows.map(bare) }
    case 'scale':
      return { ...outcome, rows: outcome.rows.map(bare) }
    case 'challenge':
      return { ...outcome, rows: outcome.rows.map(bare) }
    case 'choice':
      return { ...outcome, rows: outcome.rows.map(bare) }
    case 'point':
      return { ...outcome, rows: outcome.rows.map((row) => ({ ...row, points: row.points.map(bare) })) }
    case 'cards':
      return {
        ...outcome,
        groups: outcome.groups.map(({ parts, ...group }) => ({
          ...bare(group),
          ...(parts === undefined ? {} : { parts: parts.map(bare) }),
        })),
      }
    case 'pulse':
      return {
        ...outcome,
        rows: outcome.rows.map((row) => ({ ...bare(row), notes: row.notes.map(({ text }) => ({ text })) })),
      }
    case 'survey':
      return outcome
    case 'text':
      return { ...outcome, texts: outcome.texts.map(bare) }
  }
}

/** A comment without the names of those whom it speaks to: `@Ana` becomes `@…`. */
export function hideMentions(text: string, mentions: readonly { readonly name: string }[]): string {
  // The longest first, so that of “Ana Lu” nothing is left because of “Ana”.
  const names = mentions.map(({ name }) => name).toSorted((a, b) => b.length - a.length)
  return names.reduce((rest, name) => (name === '' ? rest : rest.replaceAll(`@${name}`, '@…')), text)
}
