'use client'
import { ArrowLeft } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef } from 'react'
import { useWorkspace } from '../../hooks/EditorProvider'
import { useApiProblem } from '../../hooks/useApiProblem'
import { usePhone } from '../../hooks/useMedia'
import { IconButton } from '../../ui/IconButton'
import { CompareButton } from './CompareButton'
import { ChangeList } from './ChangeList'
import { paintChanges } from './paintChanges'
import { useSinceThen, useVersionMap } from './useVersionMap'
import { VersionActs, type VersionActsProps } from './VersionActs'
import { VersionPicture } from './VersionPicture'
import { VersionStage } from './VersionStage'
import { useVersionName, useWhen } from './versionWords'

/** One version: what it was, drawn in the place of the map, what has changed since, and what can be done with it. */
export function VersionView({ version, onBack, ...acts }: VersionActsProps & { readonly onBack: () => void }) {
  const t = useTranslations('versions')
  const format = useFormatter()
  const say = useApiProblem()
  const phone = usePhone()
  const workspace = useWorkspace()
  const when = useWhen()(version)
  const name = useVersionName()(version)
  const { map: then, problem } = useVersionMap(version.id)
  const since = useSinceThen(then)
  const painted = useMemo(
    () => (then === undefined || since === undefined ? then : paintChanges(then, since.now, since.comparison)),
    [then, since],
  )
  const back = useRef<HTMLButtonElement>(null)
  useEffect(() => back.current?.focus(), [])
  const label =
    then === undefined ? t('reading') : t('picture', { when, elements: then.elements.size, links: then.links.size })
  return (
    <section aria-label={name} className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-start gap-1 border-b border-hairline ps-2 pe-4 pb-2">
        <IconButton ref={back} size="small" label={t('all')} onClick={onBack}>
          <ArrowLeft size={18} aria-hidden className="rtl:rotate-180" />
        </IconButton>
        <div className="min-w-0 flex-1 pt-1">
          <h3 className="line-clamp-3 text-body font-medium break-words" dir="auto">
            {name}
          </h3>
          <p className="text-meta text-muted tabular-nums">{t('when', { when })}</p>
          {version.name === undefined ? null : (
            <p className="text-meta text-muted">
              {t('by', {
                why: t(`why.${version.why}`),
                named: version.why === 'named' ? 'yes' : 'no',
                by: version.by === undefined ? 'no' : 'yes',
                name: version.by?.name ?? '',
              })}
            </p>
          )}
          {version.people.length === 0 ? null : (
            <p className="text-meta text-muted">{t('people', { names: format.list(version.people) })}</p>
          )}
          {then === undefined ? null : (
            <p className="text-meta text-muted">
              {t('size', { elements: then.elements.size, links: then.links.size })}
            </p>
          )}
        </div>
      </div>
      {problem === undefined ? null : (
        <p role="alert" className="px-4 pt-3 text-body text-danger">
          {say(problem)}
        </p>
      )}
      <div className="min-h-24 flex-1 overflow-y-auto">
        {phone && painted !== undefined ? (
          <div className="h-[38dvh] border-b border-hairline">
            <VersionPicture view={painted} label={label} />
          </div>
        ) : null}
        {since === undefined ? (
          problem === undefined && <p className="px-4 py-3 text-body text-muted">{t('reading')}</p>
        ) : (
          <>
            <ChangeList since={since} />
            <div className="px-4 pb-3">
              <CompareButton version={version.id} label={t('compareWith')} />
            </div>
          </>
        )}
      </div>
      <VersionActs version={version} when={when} {...acts} onRestored={phone ? workspace.closePanel : onBack} />
      {phone || painted === undefined ? null : (
        <VersionStage note={t('note', { when })} onBack={onBack} onLeave={workspace.closePanel}>
          <VersionPicture view={painted} label={label} />
        </VersionStage>
      )}
    </section>
  )
}
