'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { readContributions } from '../../../lib/analysis/contributions'
import type { ElementOfKind } from '../../../lib/model/element'
import { useView } from '../../hooks/useMap'
import { Section } from '../inspector/PanelFrame'
import { ActionFields } from './ActionFields'
import { AimRows } from './AimRows'
import { ActorRows } from './ActorRows'
import { ReachSection } from './ReachSection'

/** What an action says as a contribution: what, by when, how far, by whom, what for; and what it reaches. */
export function ActionSection({
  action,
  readOnly,
  mayEdit,
  brief = false,
}: {
  readonly action: ElementOfKind<'action'>
  /** Of the action itself. */
  readonly readOnly: boolean
  /** Links can be made and taken away, at a locked action too. */
  readonly mayEdit: boolean
  /** What is to be said, first what it is for, without what follows from it. */
  readonly brief?: boolean
}) {
  const t = useTranslations('contributions')
  const elements = useView((view) => view.elements)
  const links = useView((view) => view.links)
  const all = useMemo(() => readContributions({ elements, links }), [elements, links])
  const own = all.find((one) => one.action.id === action.id)
  if (own === undefined) return null
  if (brief) {
    return (
      <div className="-mx-4">
        <Section title={t('aims.label')}>
          <AimRows contribution={own} mayEdit={mayEdit} />
        </Section>
        <Section title={t('by.label')}>
          <ActorRows contribution={own} mayEdit={mayEdit} />
        </Section>
        <Section>
          <ActionFields key={action.id} action={action} readOnly={readOnly} />
        </Section>
      </div>
    )
  }
  return (
    <>
      <Section>
        <ActionFields key={action.id} action={action} readOnly={readOnly} />
      </Section>
      <Section title={t('by.label')}>
        <ActorRows contribution={own} mayEdit={mayEdit} />
      </Section>
      <Section title={t('aims.label')}>
        <AimRows contribution={own} mayEdit={mayEdit} />
      </Section>
      <ReachSection key={action.id} contribution={own} all={all} />
    </>
  )
}
