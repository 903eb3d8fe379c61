'use client'
import { useTranslations } from 'next-intl'
import type { Json } from '../../../lib/base/json'
import type { Stakeholder } from '../../../lib/model/element'
import { findQuadrant } from '../../../lib/model/powerInterest'
import { findSalience } from '../../../lib/model/salience'
import { mostInfluence } from '../../../lib/model/stakeholder'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { Switch } from '../../ui/Switch'
import { LabelledRow } from './LabelledRow'
import { ShareField } from './ShareField'
import { sharedValue, valueOf } from './sharedValue'
import { TextField } from './TextField'

const influences = Array.from({ length: mostInfluence }, (_, index) => index + 1)

/** Fields of stakeholders to set; null takes one away. */
export type ActorFieldsInput = Readonly<Record<string, Json>>

/** How stakeholders stand: power, interest, legitimacy, urgency, influence, office, and how to reach one. */
export function StandingFields({
  stakeholders,
  readOnly,
  onSet,
}: {
  readonly stakeholders: readonly Stakeholder[]
  readonly readOnly: boolean
  readonly onSet: (fields: ActorFieldsInput) => void
}) {
  const t = useTranslations('actors')
  const tField = useTranslations('panels.inspector')
  const share = (field: 'power' | 'interest' | 'legitimacy' | 'urgency', label: string) => (
    <ShareField
      label={label}
      words="level"
      fine={field === 'power' || field === 'interest'}
      shared={sharedValue(stakeholders, (one) => one[field])}
      disabled={readOnly}
      onChange={(value) => onSet({ [field]: value })}
    />
  )
  const [only] = stakeholders.length === 1 ? stakeholders : []
  const quadrant = only === undefined ? undefined : findQuadrant(only)
  const influence = sharedValue(stakeholders, (one) => one.influence)
  const leader = sharedValue(stakeholders, (one) => one.leader ?? false)
  // Of whom nobody said the form it may well be a person.
  const isNamed = stakeholders.some(({ form }) => form === undefined || form === 'person')
  return (
    <>
      {isNamed && !readOnly ? <p className="text-meta text-muted">{t('sensitive')}</p> : null}
      {share('power', tField('power'))}
      {share('interest', tField('interest'))}
      {quadrant === undefined ? null : (
        <div>
          <p className="text-second font-medium">{t('onGrid', { name: t(`quadrants.${quadrant}`) })}</p>
          <p className="text-meta text-muted">{t('gridCut')}</p>
        </div>
      )}
      {share('legitimacy', t('legitimacy'))}
      {share('urgency', t('urgency'))}
      {only === undefined ? null : <Salience of={only} />}
      <LabelledRow label={t('influence')} note={influence.kind === 'mixed' ? tField('mixed') : undefined}>
        <SegmentedControl
          label={t('influence')}
          value={influence.kind === 'mixed' ? undefined : String(influence.value ?? 'none')}
          disabled={readOnly}
          onChange={(value) => onSet({ influence: value === 'none' ? null : Number(value) })}
          segments={[
            { value: 'none', label: t('influenceNone'), icon: <span aria-hidden>–</span> },
            ...influences.map((count) => ({
              value: String(count),
              label: t('influenceLevel', { count, most: mostInfluence }),
              icon: <span aria-hidden>{count}</span>,
            })),
          ]}
        />
      </LabelledRow>
      <Switch
        label={t('leader')}
        hint={leader.kind === 'mixed' ? tField('mixed') : t('leaderHint')}
        checked={valueOf(leader) ?? false}
        disabled={readOnly}
        onChange={(on) => onSet({ leader: on ? true : null })}
      />
      {only === undefined || (readOnly && only.contact === undefined) ? null : (
        <div className="flex flex-col gap-1">
          <TextField
            label={t('contact')}
            of={only.id}
            stored={only.contact ?? ''}
            maxLength={300}
            readOnly={readOnly}
            onCommit={(text) => onSet({ contact: text.trim() === '' ? null : text.trim() })}
          />
          <p className="text-meta text-muted">{t('contactHint')}</p>
        </div>
      )}
    </>
  )
}

/** What Mitchell, Agle and Wood would call it, and what that means. */
function Salience({ of }: { readonly of: Stakeholder }) {
  const t = useTranslations('actors')
  const found = findSalience(of)
  if (found === undefined) return <p className="text-meta text-muted">{t('salienceOpen')}</p>
  return (
    <p className="text-second">
      {t('salience', { name: t(`salienceClasses.${found}.name`), meaning: t(`salienceClasses.${found}.meaning`) })}
    </p>
  )
}
