import { useMemo } from 'react'
import type { Tie } from '../../../lib/model/link'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useTieName, useTieTypes } from '../../hooks/useTieTypes'
import { Kbd } from '../../ui/Kbd'
import { TieTag } from '../../ui/TieTag'
import { numberKinds } from './digits'

/** What the letters in the cells stand for, and which digit says which kind. */
export function MatrixLegend({ ties }: { readonly ties: readonly Tie[] }) {
  const types = useTieTypes()
  const nameOf = useTieName()
  const mayEdit = useMayEdit()
  const kinds = useMemo(
    () => numberKinds(types, new Set(ties.map(({ type = '' }) => type)), mayEdit),
    [types, ties, mayEdit],
  )
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {kinds.map(({ type, digit }) => (
        <li key={type} className="flex items-center gap-1 text-meta">
          {digit === undefined ? null : (
            <span className="pointer-coarse:hidden">
              <Kbd keys={[String(digit)]} />
            </span>
          )}
          <TieTag look={types.of(type)} />
          <span dir="auto">{nameOf(type)}</span>
        </li>
      ))}
    </ul>
  )
}
