'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { listMarks } from '../../../lib/analysis/experiments'
import type { ToldOutcome } from '../../../lib/analysis/runExperiment'
import type { VariableChange } from '../../../lib/analysis/scenario'
import type { ElementId } from '../../../lib/base/ids'
import type { Practice } from '../../../lib/model/practice/practices'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useNumber } from '../../hooks/useNumber'
import { useView } from '../../hooks/useMap'
import { Button } from '../../ui/Button'
import { PairedBars } from './PairedBars'

const firstShown = 12
/** Of what hardly moves, and of what does not move, so many are named. */
const mostNamed = 6
/** So many that two numbers that are told apart as moving never look the same (`plainThreshold`). */
const digits = 3
/** Differences up to this, of values from 0 to 1, are told to be a little: the bars hardly show them. */
const little = 0.01

/** What the map says would come of an experiment: each variable before and after, and what does not move. */
export function EffectSection({
  experiment,
  outcome,
}: {
  readonly experiment: Practice<'experiment'>
  /** Undefined until it is worked out. */
  readonly outcome: ToldOutcome | undefined
}) {
  const t = useTranslations('experiments.effect')
  const view = useView()
  // By the map as it is now: while the outcome is worked out anew, the last one stands.
  const isGone = listMarks(view, experiment).length < experiment.marks.size
  return (
    <section aria-label={t('title')} className="flex flex-col gap-2 border-t border-hairline pt-3">
      <h3 className="text-body font-semibold">{t('title')}</h3>
      {outcome === undefined ? (
        <p className="text-second text-muted">{t('waiting')}</p>
      ) : outcome.kind === 'run' ? (
        <Changes name={experiment.name} outcome={outcome} />
      ) : (
        <p className="text-second text-muted">
          {outcome.kind === 'problem'
            ? t('problem')
            : t(outcome.idle.length > 0 ? 'nothingIdle' : isGone ? 'nothingGone' : 'nothing')}
        </p>
      )}
    </section>
  )
}

function Changes({
  name,
  outcome: { changes, held, touched, settled, lowest, highest },
}: {
  readonly name: string
  readonly outcome: Extract<ToldOutcome, { kind: 'run' }>
}) {
  const t = useTranslations('experiments.effect')
  const nameOf = useVariableName()
  const [all, setAll] = useState(false)
  const moved = changes.filter(({ direction }) => direction !== 'hardly-changes')
  const still = changes.filter(({ direction }) => direction === 'hardly-changes')
  const shown = all ? moved : moved.slice(0, firstShown)
  const hardly = still.filter(({ variable }) => touched.has(variable))
  const unmoved = still.filter(({ variable }) => !touched.has(variable))
  const scale = Math.max(1e-9, ...shown.flatMap(({ before, after }) => [Math.abs(before), Math.abs(after)]))
  const tell = (what: 'hardly' | 'still', list: readonly VariableChange[]): string | undefined =>
    list.length === 0
      ? undefined
      : t(what, {
          names: list
            .slice(0, mostNamed)
            .map(({ variable }) => nameOf(variable))
            .join(', '),
          count: list.length,
          more: Math.max(0, list.length - mostNamed),
        })
  const number = useNumber()
  const heldNames = held.map(({ variable, before, after }) =>
    t('heldOne', { name: nameOf(variable), before: number(before, { digits }), after: number(after, { digits }) }),
  )
  return (
    <>
      <p className="text-second text-muted">{t('how', { lowest: number(lowest), highest: number(highest) })}</p>
      {heldNames.length === 0 ? null : (
        <p className="text-second" dir="auto">
          {t('held', { names: heldNames.join(', ') })}
        </p>
      )}
      {shown.length === 0 ? null : (
        <>
          <p aria-hidden className="flex flex-wrap gap-x-4 gap-y-1 text-meta text-muted">
            <span className="flex items-center gap-1.5">
              <span className="h-2 w-5 rounded-[1px] border border-node-border" /> {t('before')}
            </span>
            <span className="flex items-center gap-1.5">
              <span className="h-2 w-2.5 rounded-[1px] bg-link-positive" />
              <span className="-ms-1.5 h-2 w-2.5 rounded-[1px] bg-link-negative" /> {t('after')}
            </span>
          </p>
          <table className="w-full table-fixed border-collapse text-second">
            <caption className="sr-only">{t('caption', { name })}</caption>
            <colgroup>
              <col />
              <col className="w-[30%]" />
              <col className="w-25" />
            </colgroup>
            <thead className="sr-only">
              <tr>
                <th scope="col">{t('variable')}</th>
                <th scope="col">{t('bars')}</th>
                <th scope="col">{t('way')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((change) => (
                <ChangeRow key={change.variable} change={change} lowest={lowest} scale={scale} />
              ))}
            </tbody>
          </table>
        </>
      )}
      {moved.length > shown.length ? (
        <Button variant="quiet" size="small" className="self-start" onClick={() => setAll(true)}>
          {t('more', { count: moved.length - shown.length })}
        </Button>
      ) : null}
      {moved.length === 0 && hardly.length === 0 ? (
        <p className="text-second">{t('allStill')}</p>
      ) : (
        [tell('hardly', hardly), tell('still', unmoved)].map((words) =>
          words === undefined ? null : (
            <p key={words} className="text-second text-muted" dir="auto">
              {words}
            </p>
          ),
        )
      )}
      {hardly.length === 0 ? null : <p className="text-meta text-muted">{t('signs')}</p>}
      {settled ? null : <p className="text-second text-warn">{t('rough')}</p>}
    </>
  )
}

function ChangeRow({
  change,
  lowest,
  scale,
}: {
  readonly change: VariableChange
  readonly lowest: number
  readonly scale: number
}) {
  const t = useTranslations('experiments.effect')
  const number = useNumber()
  const isRising = change.direction === 'rises'
  const way = isRising ? 'rises' : 'falls'
  const [before, after] = [number(change.before, { digits }), number(change.after, { digits })]
  return (
    <tr className="align-middle">
      <th scope="row" className="py-1 pe-2 text-start font-normal">
        <VariableName id={change.variable} />
      </th>
      <td className="py-1">
        <PairedBars change={change} lowest={lowest} scale={scale} />
        <span className="sr-only">{t('read', { before, after })}</span>
      </td>
      <td className="py-1 ps-2">
        <span className={isRising ? 'text-link-positive' : 'text-link-negative'}>
          <span aria-hidden>{isRising ? '▲' : '▼'}</span>{' '}
          {t(Math.abs(change.difference) <= little ? `${way}ALittle` : way)}
        </span>
        <span aria-hidden className="block text-meta whitespace-nowrap text-muted tabular-nums">
          {t('figures', { before, after })}
        </span>
      </td>
    </tr>
  )
}

/** What a variable is called; a word where nobody named it. */
function useVariableName(): (id: ElementId) => string {
  const t = useTranslations('panels.inspector')
  const elements = useView((view) => view.elements)
  return (id) => elements.get(id)?.label.trim() || t('unnamed')
}

/** Goes to the variable on the map. */
function VariableName({ id }: { readonly id: ElementId }) {
  const editor = useEditor()
  const workspace = useWorkspace()
  const label = useVariableName()(id)
  return (
    <button
      type="button"
      dir="auto"
      title={label}
      onClick={() => {
        editor.select({ elements: [id], links: [] })
        workspace.get().camera?.reveal?.([id])
      }}
      className="line-clamp-2 w-full rounded-button text-start leading-4.5 hover:underline pointer-coarse:min-h-11"
    >
      {label}
    </button>
  )
}
