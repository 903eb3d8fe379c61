'use client'
import { useTranslations } from 'next-intl'
import { createId } from '../../../lib/base/ids'
import { systemRandom } from '../../../lib/base/random'
import { customFieldTypes, type CustomFieldType } from '../../../lib/model/customField'
import type { Reading } from '../../../lib/model/customValue'
import { Checkbox } from '../../ui/Checkbox'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { Select } from '../../ui/Select'
import type { BlockPlan } from './plan'
import type { OfferedField, PasteChoices } from './sheetColumns'

/** What is asked of a sheet's columns before it is pasted: how numbers and dates are meant that can be read in two ways, and which become fields of the map. */
export function PasteColumns({
  plan,
  choices,
  onChoose,
}: {
  readonly plan: BlockPlan
  readonly choices: PasteChoices
  readonly onChoose: (choices: PasteChoices) => void
}) {
  const t = useTranslations('table.paste')
  const offers = plan.header?.offers ?? []
  const setReading = (column: string, meaning: Reading): void =>
    onChoose({ ...choices, readings: new Map([...choices.readings, [column, meaning]]) })
  const setField = (at: number, type: CustomFieldType | undefined): void => {
    const fields = new Map(choices.fields)
    const id = fields.get(at)?.id ?? createId<string>(systemRandom)
    if (type === undefined) fields.delete(at)
    else fields.set(at, { id, type })
    onChoose({ ...choices, fields })
  }
  return (
    <>
      {offers.length === 0 ? null : (
        <section aria-label={t('offers')} className="mb-4 flex flex-col gap-2">
          <h3 className="text-second font-medium">{t('offers')}</h3>
          {offers.map((offer) => (
            <Offer key={offer.at} offer={offer} onChoose={(type) => setField(offer.at, type)} />
          ))}
        </section>
      )}
      {plan.questions.map(({ column, name, example, meaning, choices: both }) => {
        const question = t('reads', { column: name, text: example })
        return (
          <div key={column} className="mb-4 flex flex-col gap-1.5">
            <span className="text-second font-medium break-words" aria-hidden>
              {question}
            </span>
            <SegmentedControl
              label={question}
              value={meaning}
              onChange={(next) => setReading(column, next)}
              segments={both.map(([value, label]) => ({ value, label }))}
            />
          </div>
        )
      })}
    </>
  )
}

function Offer({
  offer: { name, guess, examples, personal, as },
  onChoose,
}: {
  readonly offer: OfferedField
  readonly onChoose: (type: CustomFieldType | undefined) => void
}) {
  const t = useTranslations('table.paste')
  const tFields = useTranslations('fields')
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <div className="min-w-48 flex-1 break-words">
        <Checkbox
          label={t('offer', { name })}
          hint={t('offerHint', { examples: examples.map(shorten).join(', '), personal: personal ? 'yes' : 'no' })}
          checked={as !== undefined}
          onChange={(isMade) => onChoose(isMade ? guess : undefined)}
        />
      </div>
      <Select
        label={t('offerType', { name })}
        className="w-36!"
        value={as ?? guess}
        onChange={onChoose}
        options={customFieldTypes.map((value) => ({ value, label: tFields(`types.${value}`) }))}
      />
    </div>
  )
}

function shorten(text: string): string {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text
}
