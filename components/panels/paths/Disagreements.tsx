'use client'
import { useTranslations } from 'next-intl'
import type { Disagreement } from '../../../lib/analysis/pathQuestion'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useView } from '../../hooks/useMap'
import { Button } from '../../ui/Button'
import { isolated } from '../analysis/isolated'

/** Links on the ways that contradict each other, to be looked at. */
export function Disagreements({ links }: { readonly links: readonly Disagreement[] }) {
  const t = useTranslations('paths')
  const editor = useEditor()
  const workspace = useWorkspace()
  const elements = useView((view) => view.elements)
  const labelOf = (id: Disagreement['from']): string => elements.get(id)?.label ?? ''
  return (
    <ul className="flex flex-col gap-1">
      {links.map(({ from, to, links: pair }) => (
        <li key={pair[0]} className="flex items-center gap-2">
          <p className="min-w-0 flex-1 text-second text-muted">
            {t.rich('disagree', { from: labelOf(from), to: labelOf(to), name: isolated })}
          </p>
          <Button
            variant="quiet"
            size="small"
            onClick={() => {
              editor.select({ elements: [], links: [...pair] })
              workspace.get().camera?.reveal?.([from, to])
            }}
          >
            {t('showLinks')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
