'use client'
import { ExternalLink, Pencil, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { setElementFields } from '../../../lib/commands/setElementFields'
import {
  customFieldKey,
  customFieldKinds,
  customFieldLimits,
  hasCustomField,
  readCustomFields,
  type CustomField,
} from '../../../lib/model/customField'
import { customText, customValue, fitsCustomField, isOpenable, toCustomValue } from '../../../lib/model/customValue'
import type { MapElement } from '../../../lib/model/element'
import type { MapView } from '../../../lib/model/mapView'
import { useView } from '../../hooks/useMap'
import { useRun } from '../../hooks/useRun'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { IconButton } from '../../ui/IconButton'
import { latePart } from '../../ui/latePart'
import { Select } from '../../ui/Select'
import { TextInput } from '../../ui/TextInput'
import { sharedValue, type Shared } from '../inspector/sharedValue'
import { Section } from '../inspector/PanelFrame'
import { useDraft } from '../useDraft'
import { ownReading } from './ownReading'
import { useSayReading } from './useSayReading'

const FieldDialog = latePart(async () => (await import('./FieldDialog')).FieldDialog)

const fieldsOf = ({ meta }: MapView): readonly CustomField[] => readCustomFields(meta)

/** What elements say in the fields of the map's own, to read and to change; of one, or of several at once. */
export function CustomFields({
  elements,
  readOnly,
  mayEdit,
}: {
  readonly elements: readonly MapElement[]
  readonly readOnly: boolean
  readonly mayEdit: boolean
}) {
  const t = useTranslations('fields')
  const all = useView(fieldsOf)
  const [open, setOpen] = useState<{ readonly id: string | undefined; readonly at?: number }>()
  const add = useRef<HTMLButtonElement>(null)
  const close = (wasDeleted: boolean): void => {
    setOpen(undefined)
    if (!wasDeleted) return
    // What opened it is gone with the field: the keyboard goes on at the next one, or where one is made.
    setTimeout(() => {
      const pencils = add.current?.parentElement?.querySelectorAll<HTMLElement>('[data-edit-field]')
      const next = pencils?.[Math.min(open?.at ?? 0, pencils.length - 1)] ?? add.current
      next?.focus()
    })
  }
  const having = elements.filter(({ kind }) => customFieldKinds.some((one) => one === kind))
  const fields = all
    .map((field) => ({ field, of: having.filter(({ kind }) => hasCustomField(kind, field)) }))
    .filter(({ of, field }) => of.length > 0 && (!readOnly || of.some((one) => customValue(one, field) !== undefined)))
  if (having.length === 0 || (fields.length === 0 && !mayEdit)) return null
  const kind = customFieldKinds.find((one) => having.every((element) => element.kind === one))
  return (
    <Section title={t('title')}>
      {fields.map(({ field, of }, at) => (
        <div key={field.id} className="flex items-start gap-1">
          <div className="min-w-0 flex-1">
            <CustomFieldControl field={field} elements={of} readOnly={readOnly} />
          </div>
          {mayEdit ? (
            <IconButton
              label={t('edit', { name: field.name })}
              size="small"
              // Beside the field, below the line of its name.
              className="mt-6"
              // What does not fit is said below the field.
              tooltipSide="top"
              data-edit-field
              onClick={() => setOpen({ id: field.id, at })}
            >
              <Pencil size={14} aria-hidden />
            </IconButton>
          ) : null}
        </div>
      ))}
      {mayEdit ? (
        <Button
          ref={add}
          size="small"
          variant="quiet"
          className="self-start"
          icon={<Plus size={16} aria-hidden />}
          onClick={() => setOpen({ id: undefined })}
        >
          {t('add')}
        </Button>
      ) : null}
      {open === undefined ? null : <FieldDialog id={open.id} kind={kind} onClose={close} />}
    </Section>
  )
}

const nothing = '-'

function CustomFieldControl({
  field,
  elements,
  readOnly,
}: {
  readonly field: CustomField
  readonly elements: readonly MapElement[]
  readonly readOnly: boolean
}) {
  const t = useTranslations('fields')
  const run = useRun()
  const shared = sharedValue(elements, (element) => customText(customValue(element, field)))
  const set = (value: string | number | null): void => {
    run(setElementFields, { ids: elements.map(({ id }) => id), fields: { [customFieldKey(field.id)]: value } })
  }
  if (field.type !== 'choice') {
    // Another selection is another text: what was typed for one is not shown at the next.
    const key = elements.map(({ id }) => id).join(' ')
    return <TypedField key={key} field={field} elements={elements} shared={shared} readOnly={readOnly} onSet={set} />
  }
  const value = shared.kind === 'same' ? (shared.value ?? '') : undefined
  const words = field.choices ?? []
  const foreign = value !== undefined && value !== '' && !words.includes(value) ? [value] : []
  return (
    <Field label={field.name} hint={foreign.length > 0 ? t('misfit', { text: foreign[0] ?? '' }) : undefined}>
      {({ id }) => (
        <Select
          id={id}
          value={value === '' ? nothing : value}
          placeholder={t('mixed')}
          disabled={readOnly}
          onChange={(next) => set(next === nothing ? null : next)}
          options={[
            { value: nothing, label: t('none') },
            ...[...words, ...foreign].map((word) => ({ value: word, label: word })),
          ]}
        />
      )}
    </Field>
  )
}

function TypedField({
  field,
  elements,
  shared,
  readOnly,
  onSet,
}: {
  readonly field: CustomField
  readonly elements: readonly MapElement[]
  readonly shared: Shared<string>
  readonly readOnly: boolean
  readonly onSet: (value: string | number | null) => void
}) {
  const t = useTranslations('fields')
  /** What was typed and does not fit: stays in the field, with the reason under it. */
  const [refused, setRefused] = useState<string>()
  const stored = shared.kind === 'same' ? (shared.value ?? '') : ''
  const sayReading = useSayReading()
  const draft = useDraft({
    field: field.name,
    of: elements[0]?.id,
    stored: refused ?? stored,
    oneLine: true,
    commit: (typed) => {
      const value = toCustomValue(field, typed, ownReading(typed.trim()))
      setRefused(value === undefined ? typed : undefined)
      if (value !== undefined) onSet(value)
      sayReading(field, typed, onSet)
    },
  })
  const isBad = refused !== undefined && draft.value === refused
  const [only] = elements
  const held = only === undefined ? undefined : customValue(only, field)
  const isMisfit = shared.kind === 'same' && held !== undefined && !fitsCustomField(field, held)
  const isDate = field.type === 'date' && !isMisfit && !isBad
  return (
    <div className="flex flex-col gap-1.5">
      <Field
        label={field.name}
        hint={isMisfit && !isBad ? t('misfit', { text: stored }) : undefined}
        error={isBad ? t(`bad.${field.type}`) : undefined}
      >
        {(control) => (
          <TextInput
            {...control}
            {...draft}
            type={isDate ? 'date' : 'text'}
            inputMode={field.type === 'number' ? 'decimal' : field.type === 'url' ? 'url' : undefined}
            dir={field.type === 'url' ? 'ltr' : 'auto'}
            maxLength={customFieldLimits.value}
            placeholder={shared.kind === 'mixed' ? t('mixed') : undefined}
            readOnly={readOnly}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setRefused(undefined)
              draft.onKeyDown(event)
            }}
          />
        )}
      </Field>
      {field.type === 'url' && isOpenable(stored) ? (
        <a
          href={stored}
          target="_blank"
          rel="noopener noreferrer"
          className="inline-flex min-h-8 max-w-full items-center gap-1.5 self-start text-second font-medium text-accent underline-offset-2 hover:underline pointer-coarse:min-h-11"
        >
          <ExternalLink size={14} aria-hidden className="shrink-0" />
          <span className="truncate">{t('open', { address: stored })}</span>
        </a>
      ) : null}
    </div>
  )
}
