'use client'
import { Plus, Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { systemRandom } from '../../lib/base/random'
import { emptyAgenda } from '../../lib/practice/agenda'
import { framesOf, mostAgendaFileBytes, readAgendaFile, type ReadAgenda } from '../../lib/practice/agendaFile'
import { builtInAgendas, builtInMinutes, toAgenda, type BuiltInAgendaKey } from '../../lib/practice/builtInAgendas'
import { AboutPractice } from '../help/AboutPractice'
import { useEditor } from '../hooks/EditorProvider'
import { useApiProblem } from '../hooks/useApiProblem'
import { Button } from '../ui/Button'
import { ConfirmDialog } from '../ui/ConfirmDialog'
import { toast } from '../ui/toast'
import { useAgendaActs } from './useAgenda'
import { useKindWords } from './useKindWords'

/** An agenda that is to replace another, and of which version that one was when it was asked about. */
interface AskedReplacement {
  readonly chosen: ReadAgenda
  readonly version: number
  /** Somebody else was quicker. */
  readonly isChanged: boolean
}

/** An agenda to begin with: one that comes with Weft, or one from a file. */
export function AgendaChoice({
  replaces,
  onChoosing,
}: {
  readonly replaces: boolean
  /** Told true once one has chosen, and false when that is the agenda: until then this is to stay. */
  readonly onChoosing: (is: boolean) => void
}) {
  const t = useTranslations('agenda.choice')
  const tBuiltIn = useTranslations('agenda.builtIn')
  const say = useApiProblem()
  const { replace } = useAgendaActs()
  const { meetingNews, view } = useEditor()
  const { saySet, sectors } = useKindWords()
  const [problem, setProblem] = useState<string>()
  const [asked, setAsked] = useState<AskedReplacement>()
  const picker = useRef<HTMLInputElement>(null)

  const versionNow = (): number => meetingNews.agenda.get()?.version ?? 0
  /** What was there when one chose is replaced, and nothing that came since: that is asked about anew. */
  const put = async (chosen: ReadAgenda, version: number): Promise<void> => {
    const { agenda, missing } = chosen
    const done = await replace(version, agenda)
    if (done.ok) {
      onChoosing(false)
      const names = missing.map((name) => t('quoted', { name })).join(', ')
      if (missing.length > 0) toast(t('noFrames', { names, count: missing.length }), { duration: 15_000 })
    } else if (done.reason.code === 'agenda-changed') setAsked({ chosen, version: versionNow(), isChanged: true })
    else setProblem(say(done.reason))
  }
  const choose = (chosen: ReadAgenda): void => {
    setProblem(undefined)
    onChoosing(true)
    if (replaces) setAsked({ chosen, version: versionNow(), isChanged: false })
    else void put(chosen, versionNow())
  }
  const chooseBuiltIn = (key: BuiltInAgendaKey): void =>
    choose({
      agenda: toAgenda(
        key,
        { say: (place) => (tBuiltIn.has(place) ? tBuiltIn(place) : ''), saySet, sectors },
        systemRandom,
      ),
      missing: [],
    })
  const read = async (file: File): Promise<void> => {
    const { name } = file
    if (file.size > mostAgendaFileBytes) {
      setProblem(t('problems.too-large', { name }))
      return
    }
    const chosen = readAgendaFile(await file.text(), framesOf(view.get()), systemRandom)
    if (chosen.ok) choose(chosen.value)
    else {
      const { code, step = 0, field = '' } = chosen.reason
      setProblem(t(`problems.${code}`, { name, step, field }))
    }
  }

  return (
    <div className="flex flex-col gap-2">
      <p className="text-body text-muted">{t(replaces ? 'replace' : 'empty')}</p>
      {builtInAgendas.map(({ key }) => (
        <button
          key={key}
          type="button"
          onClick={() => chooseBuiltIn(key)}
          className="flex flex-col gap-0.5 rounded-card border border-hairline px-3 py-2.5 text-start hover:border-node-border hover:bg-hover"
        >
          <span className="text-body font-medium">{tBuiltIn(`${key}.title`)}</span>
          <span className="text-second text-muted">
            {t('about', { minutes: builtInMinutes(key), hint: tBuiltIn(`${key}.hint`) })}
          </span>
        </button>
      ))}
      <AboutPractice practice="processes" />
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        aria-label={t('file')}
        className="hidden"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) void read(file)
        }}
      />
      <Button icon={<Upload size={16} aria-hidden />} onClick={() => picker.current?.click()}>
        {t('file')}
      </Button>
      {replaces ? (
        <Button icon={<Plus size={16} aria-hidden />} onClick={() => choose({ agenda: emptyAgenda, missing: [] })}>
          {t('own')}
        </Button>
      ) : null}
      {problem === undefined ? null : (
        <p role="alert" className="text-second text-danger">
          {problem}
        </p>
      )}
      <ConfirmDialog
        open={asked !== undefined}
        onOpenChange={(open) => (open ? undefined : setAsked(undefined))}
        title={t('confirmTitle')}
        description={t(asked?.isChanged === true ? 'confirmChanged' : 'confirmText')}
        confirm={t('confirm')}
        onConfirm={() => (asked === undefined ? undefined : void put(asked.chosen, asked.version))}
      />
    </div>
  )
}
