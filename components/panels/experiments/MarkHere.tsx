'use client'
import { useWorkspaceState } from '../../hooks/EditorProvider'
import { latePart } from '../../ui/latePart'
import type { MarkSectionProps } from './MarkSection'

const MarkSection = latePart(async () => (await import('./MarkSection')).MarkSection)

/** What would become of this in the experiment that is looked at on the map; nothing while none is, or its panel asks it. */
export function MarkHere(props: MarkSectionProps) {
  const isShown = useWorkspaceState(
    ({ overlay, panel }) => overlay?.experiment !== undefined && panel !== 'experiments',
  )
  return isShown ? <MarkSection {...props} /> : null
}
