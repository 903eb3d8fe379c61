'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { sayChange, type ChangeWords } from '../../../lib/analysis/sayChange'
import type { ToldChange } from '../../../lib/analysis/tellChanges'
import { findCustomField } from '../../../lib/model/customField'
import { useView } from '../../hooks/useMap'

/** Says one change in a sentence. */
export function useChangeWords(): (change: ToldChange) => string {
  const t = useTranslations('versions.changes')
  const tKinds = useTranslations('panels.kinds')
  const meta = useView((view) => view.meta)
  return useCallback(
    (change) =>
      sayChange(change, {
        // The keys are known by `sayChange`, which serves pages and reports alike.
        say: t as ChangeWords['say'],
        has: (key) => t.has(key as 'title'),
        kind: (kind) => tKinds(kind),
        ownField: (id) => findCustomField(meta, id)?.name,
      }),
    [t, tKinds, meta],
  )
}
