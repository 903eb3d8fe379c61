'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { DirectionCounts, OpenQuestion, SensitivityResult } from '../../../../lib/analysis/sensitivity'
import type { ScenarioQuestion } from '../../../../lib/analysis/scenarioService'
import type { ScenarioRuns } from '../../../hooks/scenarios/useScenarioRuns'
import { useEditor, useWorkspace } from '../../../hooks/EditorProvider'
import { useView } from '../../../hooks/useMap'
import { Button } from '../../../ui/Button'

const samples = 500
const mostRows = 6

/** Whether the answer hangs on what nobody said: unknown signs and strengths, tried many ways. */
export function Sensitivity({ question, runs }: { readonly question: ScenarioQuestion; readonly runs: ScenarioRuns }) {
  const t = useTranslations('whatif.sampling')
  const [seed, setSeed] = useState(1)
  const { graph, sampling } = runs
  const open = [...graph.sign.keys()].filter((arc) => graph.sign[arc] === 0 || Number.isNaN(graph.strength[arc])).length
  const start = (next: number): void => {
    setSeed(next)
    runs.sample(question, samples, next)
  }
  const result = sampling?.result
  return (
    <section aria-label={t('title')} className="flex flex-col gap-2 border-t border-hairline pt-3">
      <h3 className="text-body font-semibold">{t('title')}</h3>
      {open === 0 ? (
        <p className="text-second text-muted">{t('nothingOpen')}</p>
      ) : (
        <>
          <p className="text-meta text-muted">{t('intro', { count: open })}</p>
          {result?.ok === true ? <Told result={result.value} runs={runs} running={sampling?.running === true} /> : null}
          {result?.ok === false ? <p className="text-second text-danger">{t('refused')}</p> : null}
          <div className="flex flex-wrap items-center gap-2">
            <Button
              size="small"
              busy={sampling?.running === true}
              onClick={() => start(result === undefined ? seed : seed + 1)}
            >
              {result === undefined ? t('start', { count: samples }) : t('again')}
            </Button>
            {result === undefined ? null : <span className="text-meta text-muted">{t('seed', { seed })}</span>}
          </div>
        </>
      )}
    </section>
  )
}

function Told({
  result,
  runs,
  running,
}: {
  readonly result: SensitivityResult
  readonly runs: ScenarioRuns
  readonly running: boolean
}) {
  const t = useTranslations('whatif.sampling')
  const elements = useView((view) => view.elements)
  const wished = result.variables.filter(({ wish }) => wish !== undefined)
  const rest = result.variables
    .filter(({ wish, hardlyChanges }) => wish === undefined && hardlyChanges < result.samples)
    .sort((a, b) => Math.max(b.rises, b.falls) - Math.max(a.rises, a.falls))
    .slice(0, wished.length > 0 ? 0 : mostRows)
  const percent = (count: number): number => Math.round((100 * count) / Math.max(1, result.samples))
  const name = ({ variable }: DirectionCounts): string => elements.get(variable)?.label ?? ''
  const telling = result.questions.filter(({ influence, isClear }) => isClear && influence > 0.01).slice(0, 4)
  return (
    <>
      {result.allMet === undefined ? null : (
        <p role="status" className="text-body font-medium">
          {t('allMet', { percent: percent(result.allMet), count: result.samples })}
        </p>
      )}
      <ul className="flex flex-col gap-1 text-second">
        {wished.map((counts) => (
          <li key={counts.variable} dir="auto">
            {t('wish', { name: name(counts), wish: counts.wish ?? 'up', percent: percent(counts.met ?? 0) })}
          </li>
        ))}
        {rest.map((counts) => (
          <li key={counts.variable} dir="auto">
            {t('goes', { name: name(counts), rises: percent(counts.rises), falls: percent(counts.falls) })}
          </li>
        ))}
      </ul>
      {running ? null : telling.length === 0 ? (
        <p className="text-second text-muted">{t('noneMatters')}</p>
      ) : (
        <>
          <h4 className="pt-1 text-second font-semibold">{t('matters')}</h4>
          <ol className="flex flex-col">
            {telling.map((question) => (
              <Telling key={`${question.arc}-${question.asks}`} question={question} runs={runs} />
            ))}
          </ol>
        </>
      )}
      {result.unsettled === 0 ? null : (
        <p className="text-meta text-muted">{t('unsettled', { count: result.unsettled })}</p>
      )}
    </>
  )
}

/** A link that is worth talking about: a way to it. */
function Telling({ question, runs }: { readonly question: OpenQuestion; readonly runs: ScenarioRuns }) {
  const t = useTranslations('whatif.sampling')
  const editor = useEditor()
  const workspace = useWorkspace()
  const { graph } = runs
  const [link] = graph.links[question.arc] ?? []
  const end = (ends: Int32Array): string => graph.labels[ends[question.arc] ?? -1] ?? ''
  return (
    <li>
      <button
        type="button"
        dir="auto"
        onClick={() => {
          if (link === undefined) return
          editor.select({ elements: [], links: [link] })
          workspace.get().camera?.reveal?.([link])
        }}
        className="min-h-8 w-full rounded-button text-start text-second hover:underline pointer-coarse:min-h-11"
      >
        {t(`asks.${question.asks}`, { from: end(graph.from), to: end(graph.to) })}
      </button>
    </li>
  )
}
