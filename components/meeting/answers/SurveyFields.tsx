'use client'
import { useTranslations } from 'next-intl'
import type { RoundSetup } from '../../../lib/practice/round'
import type { Reason, SurveyAnswer } from '../../../lib/practice/survey'
import { Field } from '../../ui/Field'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { Select } from '../../ui/Select'
import type { AnswerFieldsProps } from './answerFields'
import { ReasonFields } from './ReasonFields'
import { SkipButton } from './SkipButton'

type SurveySetup = Extract<RoundSetup, { kind: 'survey' }>

const steps = ['1', '2', '3', '4', '5'] as const
/** Options have values: one for "I would rather not say", and one for each sector, whatever it is called. */
const noSector = 'none'
const ofSector = (id: string): string => `sector ${id}`

/** The questions of a set, group by group, from 1 to 5; what makes one say so; and where one comes from. */
export function SurveyFields({
  setup,
  value,
  onChange,
}: AnswerFieldsProps<SurveyAnswer> & { readonly setup: SurveySetup }) {
  const t = useTranslations('surveys.fields')
  const tScale = useTranslations('rounds.scale')
  const { values = {}, reasons = {}, sector } = value ?? {}
  const put = (changes: Partial<SurveyAnswer>): void => onChange({ values, ...value, ...changes })
  const putReason = (question: string, reason: Reason | undefined): void => {
    const { [question]: _, ...rest } = reasons
    put({ reasons: reason === undefined ? rest : { ...rest, [question]: reason } })
  }
  const skip = (question: string): void => {
    const { [question]: _value, ...otherValues } = values
    const { [question]: _reason, ...otherReasons } = reasons
    put({ values: otherValues, reasons: otherReasons })
  }
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-1">
        <p className="text-second text-muted">{t('how')}</p>
        <p className="flex justify-between gap-4 text-second text-muted">
          <span dir="auto">{tScale('low', { words: setup.low })}</span>
          <span dir="auto">{tScale('high', { words: setup.high })}</span>
        </p>
      </div>
      {setup.groups.map((group) => (
        <section key={group.id} aria-labelledby={`group-${group.id}`} className="flex flex-col gap-3">
          <h3 id={`group-${group.id}`} className="text-body font-semibold" dir="auto">
            {group.name}
          </h3>
          {group.questions.map(({ id, text }) => (
            <div key={id} className="flex flex-col gap-1.5 border-b border-hairline pb-3 last:border-0 last:pb-0">
              <span className="flex min-h-8 items-center gap-2">
                <span className="min-w-0 flex-1 text-body break-words" dir="auto">
                  {text}
                </span>
                {values[id] === undefined && reasons[id] === undefined ? null : (
                  <SkipButton name={text} onClick={() => skip(id)} />
                )}
              </span>
              <SegmentedControl
                label={t('value', { text })}
                value={steps.find((step) => Number(step) === values[id])}
                onChange={(step) => put({ values: { ...values, [id]: Number(step) } })}
                segments={steps.map((step) => ({ value: step, label: step }))}
              />
              {values[id] === undefined && reasons[id] === undefined ? null : (
                <ReasonFields question={text} value={reasons[id]} onChange={(reason) => putReason(id, reason)} />
              )}
            </div>
          ))}
        </section>
      ))}
      {setup.sectors.length === 0 ? null : (
        <Field label={t('sector')} hint={t('sectorHint')}>
          {(control) => (
            <Select
              {...control}
              value={sector === undefined ? noSector : ofSector(sector)}
              onChange={(next) => {
                const { sector: _, ...rest } = value ?? { values }
                const chosen = setup.sectors.find(({ id }) => ofSector(id) === next)
                onChange(chosen === undefined ? rest : { ...rest, sector: chosen.id })
              }}
              options={[
                { value: noSector, label: t('noSector') },
                ...setup.sectors.map(({ id, name }) => ({ value: ofSector(id), label: name })),
              ]}
            />
          )}
        </Field>
      )}
    </div>
  )
}
