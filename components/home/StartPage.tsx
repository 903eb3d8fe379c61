'use client'
import { Lock, Search, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import { useApiProblem } from '../hooks/useApiProblem'
import { IconButton } from '../ui/IconButton'
import { Logo } from '../ui/Logo'
import { TextInput } from '../ui/TextInput'
import { DropCatcher } from './DropCatcher'
import { ImportCard } from './ImportCard'
import { JoinByCode } from './JoinByCode'
import { NewMapDialogs } from './NewMapDialogs'
import { RecentMaps } from './RecentMaps'
import { ArchetypeTemplates } from './ArchetypeTemplates'
import { TemplateCard } from './TemplateCard'
import { picturedTemplates, type ArchetypePictures, type TemplatePictures } from './types'
import { useNewMap } from './useNewMap'
import { YouMenu } from './YouMenu'

/** Where everything begins: templates, recent maps, joining and importing. */
export function StartPage({
  pictures,
  archetypes,
}: {
  readonly pictures: TemplatePictures
  readonly archetypes: ArchetypePictures
}) {
  const t = useTranslations('home')
  const common = useTranslations('common')
  const say = useApiProblem()
  const newMap = useNewMap()
  const { making, make, cancel } = newMap
  const [query, setQuery] = useState('')

  const takeFiles = useCallback((files: readonly File[]) => make({ kind: 'files', files }), [make])
  const working = making.kind === 'working' ? making.wish : undefined

  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-[1312px] flex-col px-4 pb-10 sm:px-8">
      <header className="flex h-16 items-center gap-3 sm:h-24">
        <span className="flex items-center gap-3">
          <Logo size={30} />
          <span className="text-title font-semibold max-[22rem]:sr-only">{common('name')}</span>
        </span>
        <span className="relative ms-auto w-full max-w-65">
          <Search
            size={16}
            aria-hidden
            className="pointer-events-none absolute start-3 top-1/2 -translate-y-1/2 text-muted"
          />
          <TextInput
            type="search"
            aria-label={t('find')}
            placeholder={t('find')}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            className="ps-9"
          />
        </span>
        <YouMenu />
      </header>

      <main className="grid flex-1 items-start gap-x-7 gap-y-8 lg:gap-y-6 lg:grid-cols-[minmax(0,1fr)_20.75rem] lg:grid-rows-[auto_1fr]">
        {/* First, since whoever was told a code on a phone has nothing else to do here. */}
        <section
          aria-labelledby="join"
          className="lg:col-start-2 lg:row-start-1 lg:mt-13 rounded-panel border border-hairline bg-panel p-5"
        >
          <h2 id="join" className="text-timer font-semibold">
            {t('join.title')}
          </h2>
          <p className="mt-0.5 mb-4 text-second text-muted">{t('join.where')}</p>
          <JoinByCode />
        </section>
        <div className="flex min-w-0 flex-col gap-8 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <section aria-labelledby="start" className="flex flex-col gap-4">
            <h1 id="start" className="flex h-9 items-center text-title font-semibold">
              {t('title')}
            </h1>
            {making.kind === 'failed' ? (
              <div
                role="alert"
                className="flex items-center gap-3 rounded-card border border-danger bg-panel py-1.5 ps-4 pe-1.5 text-body"
              >
                <p className="min-w-0 flex-1 break-words">{say(making.problem)}</p>
                <IconButton label={t('dismiss')} size="small" onClick={cancel}>
                  <X size={18} aria-hidden />
                </IconButton>
              </div>
            ) : null}
            <ul className="grid grid-cols-2 gap-4">
              {(['blank', ...picturedTemplates] as const).map((template) => (
                <li key={template} className={template === 'leader-to-community' ? 'col-span-2 grid' : 'grid'}>
                  <TemplateCard
                    template={template}
                    {...(template === 'blank' ? {} : { picture: pictures[template] })}
                    busy={working?.kind === 'template' && working.template === template}
                    onChoose={() => make({ kind: 'template', template })}
                  />
                </li>
              ))}
            </ul>
            <ArchetypeTemplates
              pictures={archetypes}
              making={working?.kind === 'template' ? working.template : undefined}
              onChoose={(template) => make({ kind: 'template', template })}
            />
          </section>
          <RecentMaps query={query} />
        </div>

        <aside className="flex flex-col gap-6 lg:col-start-2 lg:row-start-2">
          <ImportCard
            reading={working?.kind === 'files' ? working.files.map((file) => file.name) : undefined}
            onFiles={takeFiles}
          />
          <p className="flex items-start gap-2.5 px-1 text-second text-muted">
            <Lock size={16} aria-hidden className="mt-px shrink-0" />
            {t('privacy')}
          </p>
        </aside>
      </main>

      <DropCatcher onFiles={takeFiles} />
      <NewMapDialogs newMap={newMap} />
    </div>
  )
}
