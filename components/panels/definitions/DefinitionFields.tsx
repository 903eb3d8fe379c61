'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { setDefinition } from '../../../lib/commands/setDefinition'
import { findTagOwner, toDefinitionWord } from '../../../lib/commands/definitionFamily'
import type { DefinitionFamily } from '../../../lib/model/definition'
import { definitionNameLength } from '../../../lib/model/definition'
import { isKnownSector, sectorPatterns } from '../../../lib/model/sector'
import { tieDirections, tieStyles, type TieLook, type TieTypes } from '../../../lib/model/tie'
import { useView } from '../../hooks/useMap'
import { useRun } from '../../hooks/useRun'
import { useSectors } from '../../hooks/useSectors'
import { useTieTypes } from '../../hooks/useTieTypes'
import { SectorLookTag } from '../../ui/SectorTag'
import { Select } from '../../ui/Select'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { Field } from '../../ui/Field'
import { LabelledRow } from '../inspector/LabelledRow'
import { TextField } from '../inspector/TextField'
import { isNameTaken, type DefinitionRow } from './definitionRows'
import { HueChoice } from './HueChoice'
import { TieSample } from './TieSample'

/** What may be said of one sector or kind of tie. */
export function DefinitionFields({
  of,
  row,
  rows,
  nameOf,
}: {
  readonly of: DefinitionFamily
  readonly row: DefinitionRow
  readonly rows: readonly DefinitionRow[]
  readonly nameOf: (key: string) => string
}) {
  const t = useTranslations('sectors')
  const run = useRun()
  const view = useView()
  const sectors = useSectors()
  const types = useTieTypes()
  const [problem, setProblem] = useState<string>()
  const look = of === 'sector' ? sectors.of(row.key) : types.of(row.key)
  const set = (fields: Readonly<Record<string, string | null>>): void => {
    run(setDefinition, { of, key: row.key, fields })
  }
  const rename = (text: string): void => {
    const name = toDefinitionWord(text)
    const isTaken = name !== undefined && isNameTaken(rows, nameOf, name, row.key)
    setProblem(isTaken ? t('taken', { name }) : undefined)
    if (isTaken) return
    set({ name: name ?? null })
  }
  const giveTag = (text: string): void => {
    const tag = text.replace(/\s/gu, '')
    const tagOf = (key: string): string => (of === 'sector' ? sectors.of(key).tag : types.of(key).tag)
    const owner = findTagOwner(view, of, tag, row.key)
    // The other one would have to take new letters, which people may know it by.
    setProblem(owner === undefined ? undefined : t('tagTaken', { tag: tagOf(owner), name: nameOf(owner) }))
    if (owner === undefined) set({ tag: tag === '' ? null : tag })
  }
  return (
    <div className="flex flex-col gap-3.5">
      <div className="grid grid-cols-[1fr_6rem] gap-3">
        <TextField
          label={t('name')}
          stored={nameOf(row.key)}
          maxLength={definitionNameLength}
          readOnly={false}
          onCommit={rename}
        />
        <TextField label={t('tag')} stored={look.tag} maxLength={2} readOnly={false} onCommit={giveTag} />
      </div>
      {problem === undefined ? null : (
        <p role="alert" className="text-second text-danger">
          {problem}
        </p>
      )}
      <LabelledRow label={t('colour')}>
        <HueChoice value={look.colour} onChange={(colour) => set({ colour })} />
      </LabelledRow>
      {of === 'sector' ? (
        <LabelledRow label={t('pattern')} note={t('patternHint')}>
          <SegmentedControl
            label={t('pattern')}
            value={sectors.of(row.key).pattern}
            onChange={(pattern) => set({ pattern: pattern === 'none' && isKnownSector(row.key) ? null : pattern })}
            segments={sectorPatterns.map((pattern) => ({
              value: pattern,
              label: t(`patterns.${pattern}`),
              icon: <SectorLookTag look={{ ...sectors.of(row.key), pattern }} />,
            }))}
          />
        </LabelledRow>
      ) : (
        <TieDrawing look={types.of(row.key)} types={types} onSet={set} />
      )}
    </div>
  )
}

function TieDrawing({
  look,
  types,
  onSet,
}: {
  readonly look: TieLook
  readonly types: TieTypes
  readonly onSet: (fields: Readonly<Record<string, string>>) => void
}) {
  const t = useTranslations('sectors')
  const tDirections = useTranslations('panels.inspector.directions')
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label={t('line')}>
        {({ id }) => (
          <Select
            id={id}
            value={look.style === 'plain' ? undefined : look.style}
            onChange={(style) => onSet({ style })}
            options={tieStyles.map((style) => ({
              value: style,
              label: t(`lines.${style}`),
              icon: <TieSample type={look.key} types={{ ...types, of: () => ({ ...look, style }) }} />,
            }))}
          />
        )}
      </Field>
      <Field label={t('way')}>
        {({ id }) => (
          <Select
            id={id}
            value={look.way}
            onChange={(way) => onSet({ way })}
            options={tieDirections.map((value) => ({ value, label: tDirections(value) }))}
          />
        )}
      </Field>
    </div>
  )
}
