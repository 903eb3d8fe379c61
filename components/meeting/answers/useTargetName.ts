'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { isWithheld } from '../../../lib/practice/targetLabels'
import type { RoundHead } from '../../../lib/protocol/round'
import { useView } from '../../hooks/useMap'
import { targetName } from './targetName'

/** Names the targets of a round, as they are called now. */
export function useTargetName({ labels, setup }: RoundHead): (target: string) => string {
  const t = useTranslations('rounds')
  const view = useView()
  return useCallback(
    (target) => {
      if (target === '') return setup.question
      return isWithheld(view, target) ? t('hidden') : targetName(view, labels, target) || t('unnamed')
    },
    [view, labels, setup.question, t],
  )
}
