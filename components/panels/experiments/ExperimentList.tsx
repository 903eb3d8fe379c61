'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { SyntheticEvent } from 'react'
import * as z from 'zod/mini'
import { isDueAgain, listMarks, stateOfExperiment, type Experiment } from '../../../lib/analysis/experiments'
import { createId } from '../../../lib/base/ids'
import { limits } from '../../../lib/base/limits'
import { systemRandom } from '../../../lib/base/random'
import { savePractice } from '../../../lib/commands/savePractice'
import { listPractices } from '../../../lib/model/practice/practices'
import { useKeptForm } from '../../hooks/useKeptForm'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useView } from '../../hooks/useMap'
import { useRun } from '../../hooks/useRun'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { Field } from '../../ui/Field'
import { TextInput } from '../../ui/TextInput'
import { useDay } from '../contributions/useDay'

/** All experiments: first those that wait to be looked at again, last those that are over; and a new one by its name. */
export function ExperimentList({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const t = useTranslations('experiments')
  const practices = useView((view) => view.practices)
  const mayEdit = useMayEdit()
  const { today } = useDay()
  const all = sortExperiments(listPractices({ practices }, 'experiment'), today)
  const due = all.filter((one) => isDueAgain(one, today)).length
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-4 pb-4">
      {due === 0 ? null : (
        <p role="status" className="text-second font-medium text-warn">
          {t('dueCount', { count: due })}
        </p>
      )}
      {all.length === 0 ? (
        <p className="text-body text-muted">{t(mayEdit ? 'none' : 'noneMay')}</p>
      ) : (
        <ul aria-label={t('list')} className="-mx-2 flex flex-col">
          {all.map((one) => (
            <ExperimentRow key={one.id} experiment={one} today={today} onOpen={() => onOpen(one.id)} />
          ))}
        </ul>
      )}
      {mayEdit ? <NewExperiment onMade={onOpen} /> : null}
    </div>
  )
}

/** Those that wait to be looked at again first, those that are over last; among themselves as they were written down. */
function sortExperiments(all: readonly Experiment[], today: string): readonly Experiment[] {
  const placeOf = (one: Experiment): number => (isDueAgain(one, today) ? 0 : one.state === 'over' ? 2 : 1)
  return all.toSorted((a, b) => placeOf(a) - placeOf(b))
}

function ExperimentRow({
  experiment,
  today,
  onOpen,
}: {
  readonly experiment: Experiment
  readonly today: string
  readonly onOpen: () => void
}) {
  const t = useTranslations('experiments')
  const view = useView()
  const { sayDay } = useDay()
  const state = stateOfExperiment(experiment)
  const isDue = isDueAgain(experiment, today)
  const marks = listMarks(view, experiment).length
  const isAsked = state === 'over' && (experiment.learned ?? '') === ''
  const { lookAgain } = experiment
  const day =
    lookAgain === undefined || state === 'over' ? '' : t(isDue ? 'row.due' : 'row.look', { day: sayDay(lookAgain) })
  return (
    <li>
      <button
        type="button"
        onClick={onOpen}
        className="flex min-h-11 w-full flex-col gap-0.5 rounded-button px-2 py-1.5 text-start hover:bg-hover"
      >
        <span className="flex w-full items-baseline gap-2">
          <span className="min-w-0 flex-1 text-body font-medium break-words" dir="auto">
            {experiment.name}
          </span>
          <span className="shrink-0 text-meta text-muted">{t(`state.words.${state}`)}</span>
        </span>
        <span className="text-second text-muted">
          {t('row.marks', { count: marks, gone: experiment.marks.size - marks })}
        </span>
        {day === '' ? null : (
          <span className={classes('text-second', isDue ? 'font-medium text-warn' : 'text-muted')}>{day}</span>
        )}
        {isAsked ? <span className="text-second font-medium text-warn">{t('row.ask')}</span> : null}
      </button>
    </li>
  )
}

const newSchema = z.object({ name: z.string() })

function NewExperiment({ onMade }: { readonly onMade: (id: string) => void }) {
  const t = useTranslations('experiments.new')
  const run = useRun()
  // The panel may be closed on the way to "Add": the name is there again.
  const form = useKeptForm({ form: 'experiment', fresh: () => ({ name: '' }), schema: newSchema })
  const { name } = form.fields
  const make = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (name.trim() === '') return
    const id = createId<string>(systemRandom)
    const made = run(savePractice, { kind: 'experiment', id, fields: { name, state: 'planned' } })
    if (!made.ok) return
    form.beginAnew()
    onMade(id)
  }
  return (
    <form onSubmit={make} className="flex items-end gap-2 border-t border-hairline pt-3">
      <Field label={t('name')} className="min-w-0 flex-1">
        {(control) => (
          <TextInput
            {...control}
            value={name}
            maxLength={limits.label}
            placeholder={t('hint')}
            onChange={({ target }) => form.set({ name: target.value })}
          />
        )}
      </Field>
      <Button type="submit" icon={<Plus size={16} aria-hidden />}>
        {t('make')}
      </Button>
    </form>
  )
}
