'use client'
import { useTranslations } from 'next-intl'
import { setElementFields } from '../../../lib/commands/setElementFields'
import type { MapElement } from '../../../lib/model/element'
import { leverageGroups } from '../../../lib/model/leverage'
import { useRun } from '../../hooks/useRun'
import { Checkbox } from '../../ui/Checkbox'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { Section } from './PanelFrame'
import { sharedValue } from './sharedValue'

const notSet = '-'

/** What people say of variables and actions: whether the group chose them, and which place to intervene they are. */
export function LeverageFields({
  elements,
  readOnly,
}: {
  readonly elements: readonly MapElement[]
  readonly readOnly: boolean
}) {
  const t = useTranslations('leverage')
  const run = useRun()
  const variables = elements.filter((element) => element.kind === 'variable')
  const placeable = elements.filter((element) => element.kind === 'variable' || element.kind === 'action')
  const isUnsaid =
    variables.every(({ chosen }) => chosen !== true) && placeable.every((one) => one.leverage === undefined)
  if (placeable.length === 0 || (readOnly && isUnsaid)) return null
  const chosen = sharedValue(variables, (one) => one.chosen === true)
  const place = sharedValue(placeable, (one) => one.leverage)
  return (
    <Section>
      {variables.length === 0 ? null : (
        <Checkbox
          label={t('chosen')}
          checked={chosen.kind === 'mixed' ? 'mixed' : chosen.value === true}
          disabled={readOnly}
          onChange={(on) =>
            run(setElementFields, { ids: variables.map(({ id }) => id), fields: { chosen: on ? true : null } })
          }
        />
      )}
      <Field label={t('places.set')}>
        {({ id }) => (
          <Select
            id={id}
            value={place.kind === 'mixed' ? undefined : String(place.value ?? notSet)}
            placeholder={t('places.mixed')}
            disabled={readOnly}
            onChange={(value) =>
              run(setElementFields, {
                ids: placeable.map((one) => one.id),
                fields: { leverage: value === notSet ? null : Number(value) },
              })
            }
            options={[
              { value: notSet, label: t('places.none') },
              ...leverageGroups.flatMap(({ name, places }) =>
                places.map((one) => ({
                  value: String(one),
                  label: t('places.option', { place: one, words: t(`places.words.p${one}`) }),
                  group: t(`places.groups.${name}`),
                })),
              ),
            ]}
          />
        )}
      </Field>
    </Section>
  )
}
