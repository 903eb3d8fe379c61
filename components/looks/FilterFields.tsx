'use client'
import { useTranslations } from 'next-intl'
import type { Conditions, Look } from '../../lib/look/look'
import { useTieName } from '../hooks/useTieTypes'
import { SectorTag } from '../ui/SectorTag'
import { SegmentedControl } from '../ui/SegmentedControl'
import { TextInput } from '../ui/TextInput'
import { LabelledRow } from '../panels/inspector/LabelledRow'
import { changeFilter, changeLook, toggle } from './changeLook'
import { ChoiceRow } from './ChoiceRow'
import type { LookFacts } from './lookFacts'
import { useLookNames } from './lookNames'
import { RangeRow } from './RangeRow'

/** Whom the look means, and what becomes of the others. */
export function FilterFields({
  look,
  facts,
  onChange,
}: {
  readonly look: Look | undefined
  readonly facts: LookFacts
  readonly onChange: (next: Look | undefined) => void
}) {
  const t = useTranslations('looks')
  const names = useLookNames()
  const tieName = useTieName()
  const filter: Conditions = look?.filter ?? {}
  const list = (
    name: 'kinds' | 'sectors' | 'stances' | 'forms' | 'tags' | 'tieTypes',
    values: readonly string[],
    nameOf: (value: string) => string,
    icon?: (value: string) => React.ReactNode,
  ) => (
    <ChoiceRow
      label={t(name)}
      choices={withChosen(values.length > 1 || name === 'tags' ? values : [], filter[name]).map((value) => ({
        value,
        label: value === '' ? t('unsaid') : nameOf(value),
        ...(icon && value !== '' ? { icon: icon(value) } : {}),
      }))}
      chosen={filter[name]}
      onToggle={(value) => onChange(changeFilter(look, { [name]: toggle<string>(filter[name], value) }))}
    />
  )
  const ranges = [
    ...facts.shares.map((key) => ({ key, unit: 'share' }) as const),
    ...[...facts.levels, ...facts.ownNumbers].map((key) => ({ key, unit: 'number' }) as const),
    ...facts.ownDates.map((key) => ({ key, unit: 'date' }) as const),
  ]
  const leaders = facts.hasLeaders || filter.fields?.['leader'] !== undefined
  const chooseField = (key: string, value: string): void => {
    const { [key]: before, ...others } = filter.fields ?? {}
    const next = toggle(before, value)
    onChange(changeFilter(look, { fields: next.length === 0 ? others : { ...others, [key]: next } }))
  }
  return (
    <div className="flex flex-col gap-3">
      <TextInput
        type="search"
        aria-label={t('text')}
        placeholder={t('text')}
        value={filter.text ?? ''}
        onChange={({ target }) => onChange(changeFilter(look, { text: target.value }))}
      />
      {list('kinds', facts.kinds, (value) => names.value('kind', value))}
      {list(
        'sectors',
        facts.sectors,
        (value) => names.value('sector', value),
        (value) => (
          <SectorTag sector={value} />
        ),
      )}
      {list('stances', facts.stances, (value) => names.value('stance', value))}
      {list('forms', facts.forms, (value) => names.value('form', value))}
      {list('tags', facts.tags, (value) => value)}
      {list(
        'tieTypes',
        facts.ties.map(({ type }) => type),
        tieName,
      )}
      {leaders ? (
        <ChoiceRow
          label={t('leader')}
          choices={['yes', ''].map((value) => ({ value, label: t(value === '' ? 'otherThanLeaders' : 'leaders') }))}
          chosen={filter.fields?.['leader']}
          onToggle={(value) => chooseField('leader', value)}
        />
      ) : null}
      {facts.choices.map(({ key, name, values }) => (
        <ChoiceRow
          key={key}
          label={name}
          choices={withChosen([...values, ''], filter.fields?.[key]).map((value) => ({
            value,
            label: value === '' ? t('unsaid') : value,
          }))}
          chosen={filter.fields?.[key]}
          onToggle={(value) => chooseField(key, value)}
        />
      ))}
      {ranges.map(({ key, unit }) => (
        <RangeRow
          key={key}
          label={names.by(key)}
          unit={unit}
          range={filter.ranges?.[key]}
          onChange={(range) => {
            const { [key]: _, ...others } = filter.ranges ?? {}
            onChange(changeFilter(look, { ranges: range === undefined ? others : { ...others, [key]: range } }))
          }}
        />
      ))}
      {look?.filter === undefined ? null : (
        <LabelledRow label={t('others')}>
          <SegmentedControl
            label={t('others')}
            value={look.others ?? 'fade'}
            onChange={(others) => onChange(changeLook(look, { others: others === 'fade' ? undefined : others }))}
            segments={[
              { value: 'fade', label: t('fade') },
              { value: 'hide', label: t('hide') },
            ]}
          />
        </LabelledRow>
      )}
      <p className="text-meta text-muted">{t('whoHint')}</p>
    </div>
  )
}

/** What is chosen and is no longer on the map stays there to be taken back. */
function withChosen(values: readonly string[], chosen: readonly string[] = []): readonly string[] {
  return [...values, ...chosen.filter((value) => !values.includes(value))]
}
