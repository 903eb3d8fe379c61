'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode, Ref } from 'react'
import { readArcs } from '../../../lib/analysis/arcSaying'
import { tellLoop } from '../../../lib/analysis/loopStory'
import { limits } from '../../../lib/base/limits'
import { isContested } from '../../../lib/model/claimSpread'
import { nameLoop } from '../../../lib/commands/nameLoop'
import { mayComment } from '../../../lib/protocol/role'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useRun } from '../../hooks/useRun'
import { useWorkspace } from '../../hooks/EditorProvider'
import { useSelf, useView } from '../../hooks/useMap'
import { Button } from '../../ui/Button'
import { onEscape } from '../../ui/onEscape'
import { Story } from '../analysis/Story'
import { ContestedMark } from '../ContestedMark'
import { LoopPeople } from '../holds/LoopPeople'
import { TextField } from '../inspector/TextField'
import { WatchSignal } from '../whatif/push/WatchSignal'
import type { ListedLoop } from './loopList'
import { PinLoop } from './PinLoop'

/** One loop read aloud, and what people call it and tell of it. */
export function LoopDetail({
  ref,
  entry,
  onLeave,
  onShow,
}: {
  readonly ref?: Ref<HTMLElement>
  readonly entry: ListedLoop
  /** Brings the keyboard back to where the loop was chosen. */
  readonly onLeave: () => void
  /** Where the panel covers the map: leaves it, with the loop alone in view. */
  readonly onShow?: (() => void) | undefined
}) {
  const t = useTranslations('panels.loops')
  const tStory = useTranslations('analysis.story')
  const tClaims = useTranslations('claims')
  const run = useRun()
  const mayEdit = useMayEdit()
  const maySpeak = mayComment(useSelf().role)
  const workspace = useWorkspace()
  const view = useView()
  const { loop, name, note, pinned } = entry
  const found = loop.links.flatMap((id) => {
    const link = view.links.get(id)
    return link?.kind === 'causal' ? [link] : []
  })
  const contested = found.filter(isContested).length
  const steps = tellLoop(
    { variables: loop.variables, links: readArcs(view, loop.links) },
    ({ sign }) => sign,
    ({ late }) => late,
  )
  const story = <Story steps={steps} />
  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-label={t('detail', { tag: loop.tag })}
      onKeyDown={onEscape(onLeave)}
      className="-outline-offset-2 max-h-[34vh] min-h-36 shrink-[0.02] max-sm:max-h-none max-sm:shrink-0 overflow-y-auto border-t border-hairline px-4 py-3"
    >
      <h3 className="pb-1 text-meta font-semibold text-muted">{t('readAloud', { tag: loop.tag })}</h3>
      <p className="text-body leading-relaxed">
        {tStory.rich('aloud', {
          story: () => story,
          ending: t(`ends.${loop.kind}`),
          end: asEnding,
        })}
        {loop.delayed && loop.kind === 'balancing' ? <span className="text-muted"> {t('oscillates')}</span> : null}
      </p>
      {contested === 0 ? null : (
        <p className="flex items-center gap-2 pt-2 text-second font-medium">
          <ContestedMark />
          {tClaims('loop', { count: contested })}
        </p>
      )}
      <LoopPeople variables={loop.variables} />
      <WatchSignal loop={loop} onShow={onShow} />
      {onShow === undefined ? null : (
        <Button size="small" wide className="mt-3" onClick={onShow}>
          {t('onMap')}
        </Button>
      )}
      <PinLoop loop={loop} pinned={pinned} />
      {maySpeak ? (
        <Button
          size="small"
          wide
          className="mt-2"
          onClick={() => workspace.openComments({ kind: 'about', anchor: { kind: 'loop', key: loop.key } })}
        >
          {t('comment')}
        </Button>
      ) : null}
      <div className="flex flex-col gap-2 pt-3">
        <TextField
          label={t('name')}
          stored={name}
          placeholder={t('nameHint')}
          maxLength={limits.label}
          readOnly={!mayEdit}
          onCommit={(text) => run(nameLoop, { key: loop.key, name: text, number: loop.number, kind: loop.kind })}
        />
        <TextField
          label={t('story')}
          stored={note}
          placeholder={t('storyHint')}
          maxLength={limits.description}
          readOnly={!mayEdit}
          long
          onCommit={(text) => run(nameLoop, { key: loop.key, note: text, number: loop.number, kind: loop.kind })}
        />
      </div>
    </section>
  )
}

function asEnding(chunks: ReactNode): ReactNode {
  return <span className="text-muted">{chunks}</span>
}
