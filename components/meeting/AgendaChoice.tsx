'use client'
import { Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { systemRandom } from '../../lib/base/random'
import type { Agenda } from '../../lib/practice/agenda'
import { mostAgendaFileBytes, readAgendaFile } from '../../lib/practice/agendaFile'
import { builtInAgendas, builtInMinutes, toAgenda, type BuiltInAgendaKey } from '../../lib/practice/builtInAgendas'
import { useApiProblem } from '../hooks/useApiProblem'
import { Button } from '../ui/Button'
import { ConfirmDialog } from '../ui/ConfirmDialog'
import { useAgendaActs } from './useAgenda'

/** An agenda to begin with: one that comes with Weft, or one from a file. */
export function AgendaChoice({ replaces, onDone }: { readonly replaces: boolean; readonly onDone: () => void }) {
  const t = useTranslations('agenda.choice')
  const tBuiltIn = useTranslations('agenda.builtIn')
  const say = useApiProblem()
  const { change } = useAgendaActs()
  const [problem, setProblem] = useState<string>()
  const [asked, setAsked] = useState<Agenda>()
  const picker = useRef<HTMLInputElement>(null)

  const put = async (agenda: Agenda): Promise<void> => {
    const done = await change(() => agenda)
    if (done.ok) onDone()
    else setProblem(say(done.reason))
  }
  const choose = (agenda: Agenda): void => {
    setProblem(undefined)
    if (replaces) setAsked(agenda)
    else void put(agenda)
  }
  const chooseBuiltIn = (key: BuiltInAgendaKey): void =>
    choose(toAgenda(key, (place) => (tBuiltIn.has(place) ? tBuiltIn(place) : ''), systemRandom))
  const read = async (file: File): Promise<void> => {
    const { name } = file
    if (file.size > mostAgendaFileBytes) {
      setProblem(t('problems.too-large', { name }))
      return
    }
    const agenda = readAgendaFile(await file.text(), systemRandom)
    if (agenda.ok) choose(agenda.value)
    else {
      const { code, step = 0, field = '' } = agenda.reason
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
      {problem === undefined ? null : (
        <p role="alert" className="text-second text-danger">
          {problem}
        </p>
      )}
      <ConfirmDialog
        open={asked !== undefined}
        onOpenChange={(open) => (open ? undefined : setAsked(undefined))}
        title={t('confirmTitle')}
        description={t('confirmText')}
        confirm={t('confirm')}
        onConfirm={() => (asked === undefined ? undefined : void put(asked))}
      />
    </div>
  )
}
