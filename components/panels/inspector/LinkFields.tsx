'use client'
import { useTranslations } from 'next-intl'
import { setDelay } from '../../../lib/commands/setDelay'
import { setLinkFields } from '../../../lib/commands/setLinkFields'
import { setPolarity } from '../../../lib/commands/setPolarity'
import { polarities } from '../../../lib/model/causalLink'
import type { CausalLink, MapLink } from '../../../lib/model/link'
import { tieDirections } from '../../../lib/model/tie'
import { useWorkspace } from '../../hooks/EditorProvider'
import { useRun } from '../../hooks/useRun'
import { useTieName, useTieTypes } from '../../hooks/useTieTypes'
import { Button } from '../../ui/Button'
import { Checkbox } from '../../ui/Checkbox'
import { Field } from '../../ui/Field'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { Select } from '../../ui/Select'
import { Switch } from '../../ui/Switch'
import { SignMark } from '../SignMark'
import { LabelledRow } from './LabelledRow'
import { ShareField } from './ShareField'
import { sharedValue, valueOf } from './sharedValue'

interface LinksProps<Kind extends MapLink> {
  readonly links: readonly Kind[]
  readonly readOnly: boolean
}

/** Sign and delay of one or several causal links. */
export function CausalFields({ links, readOnly }: LinksProps<CausalLink>) {
  const t = useTranslations('panels.inspector')
  const run = useRun()
  const ids = links.map(({ id }) => id)
  const sign = sharedValue(links, (link) => link.polarity)
  const delay = sharedValue(links, (link) => link.delay === true)
  const names = { '+': 'plus', '-': 'minus', '?': 'open' } as const
  return (
    <>
      <LabelledRow label={t('sign')} note={sign.kind === 'mixed' ? t('mixed') : undefined}>
        <SegmentedControl
          label={t('sign')}
          value={valueOf(sign)}
          disabled={readOnly}
          onChange={(polarity) => run(setPolarity, { links: ids, polarity })}
          segments={polarities.map((value) => ({
            value,
            label: t(`signs.${names[value]}`),
            icon: (
              <>
                <SignMark polarity={value} besideWords />
                <span>{t(`signsShort.${names[value]}`)}</span>
              </>
            ),
          }))}
        />
      </LabelledRow>
      {delay.kind === 'mixed' ? (
        <Checkbox
          label={t('delayed')}
          checked="mixed"
          disabled={readOnly}
          onChange={() => run(setDelay, { links: ids, delay: true })}
        />
      ) : (
        <Switch
          label={t('delayed')}
          hint={t('delayedHint')}
          checked={delay.value === true}
          disabled={readOnly}
          onChange={(on) => run(setDelay, { links: ids, delay: on })}
        />
      )}
    </>
  )
}

type TypedLink = Extract<MapLink, { readonly kind: 'tie' | 'relation' }>

const noType = '-'
const byType = 'by-type'

/** Type and direction of one or several ties or relations. */
export function TieFields({ links, readOnly }: LinksProps<TypedLink>) {
  const t = useTranslations('panels.inspector')
  const run = useRun()
  const ids = links.map(({ id }) => id)
  const type = sharedValue(links, (link) => link.type ?? noType)
  const direction = sharedValue(links, (link) => link.direction ?? byType)
  const own = valueOf(type)
  const tOwn = useTranslations('sectors')
  const workspace = useWorkspace()
  const nameOf = useTieName()
  const keys = useTieTypes().offered.map(({ key }) => key)
  const isOther = own !== undefined && own !== noType && !keys.includes(own)
  return (
    <>
      <Field label={t('tieType')}>
        {({ id }) => (
          <Select
            id={id}
            value={own}
            placeholder={t('mixed')}
            disabled={readOnly}
            onChange={(value) => run(setLinkFields, { links: ids, fields: { type: value === noType ? null : value } })}
            options={[
              { value: noType, label: t('tieTypes.none') },
              ...[...keys, ...(isOther ? [own] : [])].map((value) => ({ value, label: nameOf(value) })),
            ]}
          />
        )}
      </Field>
      {readOnly ? null : (
        <Button
          variant="quiet"
          size="small"
          className="-mt-2 self-start"
          onClick={() => workspace.openDialog('tie-kinds')}
        >
          {tOwn('edit.tie')}
        </Button>
      )}
      <Field label={t('direction')}>
        {({ id }) => (
          <Select
            id={id}
            value={valueOf(direction)}
            placeholder={t('mixed')}
            disabled={readOnly}
            onChange={(value) =>
              run(setLinkFields, { links: ids, fields: { direction: value === byType ? null : value } })
            }
            options={[
              { value: byType, label: t('directions.byType') },
              ...tieDirections.map((value) => ({ value, label: t(`directions.${value}`) })),
            ]}
          />
        )}
      </Field>
    </>
  )
}

/** What every kind of link has. */
export function StrengthFields({ links, readOnly }: LinksProps<MapLink>) {
  const t = useTranslations('panels.inspector')
  const run = useRun()
  const ids = links.map(({ id }) => id)
  return (
    <>
      <ShareField
        label={t('strengthLabel')}
        words="strength"
        shared={sharedValue(links, (link) => link.strength)}
        disabled={readOnly}
        onChange={(strength) => run(setLinkFields, { links: ids, fields: { strength } })}
      />
      <ShareField
        label={t('confidence')}
        words="level"
        dots
        shared={sharedValue(links, (link) => link.confidence)}
        disabled={readOnly}
        onChange={(confidence) => run(setLinkFields, { links: ids, fields: { confidence } })}
      />
    </>
  )
}
