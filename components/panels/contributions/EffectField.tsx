'use client'
import { useTranslations } from 'next-intl'
import type { MapLink } from '../../../lib/model/link'
import { useView } from '../../hooks/useMap'
import { LabelledRow } from '../inspector/LabelledRow'
import { EffectChoice } from './EffectChoice'

/** The effect of a contribution, of its link; nothing of a link that says whose an action is. */
export function EffectField({
  link,
  readOnly,
}: {
  readonly link: Extract<MapLink, { readonly kind: 'contribution' }>
  readonly readOnly: boolean
}) {
  const t = useTranslations('contributions.effect')
  const isOwnership = useView(
    ({ elements }) => elements.get(link.from)?.kind === 'stakeholder' && elements.get(link.to)?.kind === 'action',
  )
  if (isOwnership && link.effect === undefined) return null
  return (
    <LabelledRow label={t('label')}>
      <EffectChoice link={link.id} effect={link.effect} label={t('label')} readOnly={readOnly} />
    </LabelledRow>
  )
}
