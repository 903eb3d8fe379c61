import { useTranslations } from 'next-intl'
import { useCallback, useMemo } from 'react'
import type { Stakeholder } from '../../../lib/model/element'
import { findQuadrant, type Quadrant } from '../../../lib/model/powerInterest'

/** The names of the quadrants, and how a stakeholder on the grid is read aloud: what was said of it, and where that is. */
export function useGridWords(): {
  readonly names: Readonly<Record<Quadrant, string>>
  readonly tell: (stakeholder: Stakeholder) => string
} {
  const t = useTranslations('views.grid')
  const tQuadrant = useTranslations('actors.quadrants')
  const names = useMemo(
    () => ({
      satisfy: tQuadrant('satisfy'),
      manage: tQuadrant('manage'),
      monitor: tQuadrant('monitor'),
      inform: tQuadrant('inform'),
    }),
    [tQuadrant],
  )
  const tell = useCallback(
    (stakeholder: Stakeholder): string => {
      const { label: name, power, interest } = stakeholder
      const quadrant = findQuadrant(stakeholder)
      if (quadrant !== undefined)
        return t('placedName', { name, power: power ?? 0, interest: interest ?? 0, quadrant: names[quadrant] })
      if (power !== undefined) return t('powerName', { name, power })
      return interest === undefined ? t('waitingName', { name }) : t('interestName', { name, interest })
    },
    [t, names],
  )
  return { names, tell }
}
