'use client'
import { MapPin } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ElementId } from '../../../lib/base/ids'
import type { RoundOutcome, RoundSetup } from '../../../lib/practice/round'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useView } from '../../hooks/useMap'
import { Button } from '../../ui/Button'
import { CountBars } from './CountBars'

type SurveyOutcome = Extract<RoundOutcome, { kind: 'survey' }>

/** Question by question: how many said each number, and what makes people say that, with where it is on the map. */
export function SurveyQuestions({
  setup,
  result,
  onShow,
}: {
  readonly setup: Extract<RoundSetup, { kind: 'survey' }>
  readonly result: SurveyOutcome
  readonly onShow: () => void
}) {
  const t = useTranslations('surveys.result')
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-body font-semibold">{t('each')}</h3>
      {setup.groups.map(({ id, name, questions }) => (
        <div key={id} className="flex flex-col gap-3">
          <h4 className="text-second font-medium text-muted" dir="auto">
            {name}
          </h4>
          {questions.map((question) => {
            const row = result.questions.find((one) => one.id === question.id)
            if (row === undefined) return null
            const said = result.said.filter((one) => one.question === question.id)
            return (
              <div key={question.id} className="flex flex-col gap-1.5 border-b border-hairline pb-3">
                <p className="text-body break-words" dir="auto">
                  {question.text}
                </p>
                <CountBars counts={row.counts} height={28} />
                {said.length === 0 ? null : <Reasons said={said} onShow={onShow} />}
              </div>
            )
          })}
        </div>
      ))}
    </section>
  )
}

function Reasons({ said, onShow }: { readonly said: SurveyOutcome['said']; readonly onShow: () => void }) {
  const t = useTranslations('surveys.result')
  const elements = useView((view) => view.elements)
  const editor = useEditor()
  const workspace = useWorkspace()
  const show = (id: ElementId): void => {
    onShow()
    workspace.update({ view: 'map', panel: undefined })
    editor.select({ elements: [id], links: [] })
    workspace.get().camera?.fit([id])
  }
  return (
    <ul aria-label={t('said')} className="flex flex-col gap-1.5">
      {said.map(({ text, about }, index) => {
        const element = about === undefined ? undefined : elements.get(about as ElementId)
        return (
          <li key={index} className="flex flex-col items-start gap-1 rounded-button bg-canvas px-3 py-2 text-second">
            {text === '' ? null : (
              <p className="break-words whitespace-pre-wrap" dir="auto">
                {text}
              </p>
            )}
            {about === undefined ? null : element === undefined ? (
              <p className="text-meta text-muted">{t('gone')}</p>
            ) : (
              <Button
                size="small"
                variant="quiet"
                className="-ms-2"
                icon={<MapPin size={14} aria-hidden />}
                onClick={() => show(element.id)}
              >
                {t('showAbout', { name: element.label })}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
