'use client'
import { UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Coalition, CoalitionMember } from '../../../lib/analysis/coalition'
import type { ElementId } from '../../../lib/base/ids'
import type { MemberState } from '../../../lib/model/practice/coalition'
import { useEditor } from '../../hooks/EditorProvider'
import { useSelection } from '../../hooks/useMap'
import { Button } from '../../ui/Button'
import { NamePicker } from '../NamePicker'
import { MemberRow } from './MemberRow'
import { useCoalitionActs } from './useCoalitionActs'
import type { CoalitionGround } from './useCoalitions'
import type { CoalitionWords } from './useCoalitionWords'

/** Who is in, asked and to be asked, and how more come to it. */
export function MembersPart({
  coalition,
  members,
  ground,
  mayEdit,
  words,
  open,
  onOpen,
  onShow,
}: {
  readonly coalition: Coalition
  readonly members: readonly CoalitionMember[]
  readonly ground: CoalitionGround
  readonly mayEdit: boolean
  readonly words: CoalitionWords
  /** The member whose fields are open. */
  readonly open: ElementId | undefined
  readonly onOpen: (id: ElementId | undefined) => void
  readonly onShow: (id: ElementId) => void
}) {
  const t = useTranslations('coalition.members')
  const editor = useEditor()
  const { add } = useCoalitionActs()
  const selection = useSelection()
  const known = new Set(members.map(({ id }) => id))
  const isFree = (id: ElementId): boolean => ground.elements.get(id)?.kind === 'stakeholder' && !known.has(id)
  const selected = selection.elements.filter(isFree)
  const hasStakeholders = [...ground.elements.values()].some(({ kind }) => kind === 'stakeholder')
  const count = (state: MemberState): number => members.filter((member) => member.state === state).length
  return (
    <div className="flex flex-col gap-2 pb-2">
      <div className="flex flex-col gap-2 px-4">
        <p role="status" className="text-second text-muted">
          {!hasStakeholders
            ? t('noStakeholders')
            : members.length === 0
              ? t('none')
              : t('count', { in: count('in'), asked: count('asked'), toask: count('to-ask') })}
        </p>
        {mayEdit && hasStakeholders ? (
          <NamePicker
            label={t('add')}
            shown={t('add')}
            isEmpty
            words={{ find: t('find'), none: t('noneLeft') }}
            choices={() =>
              [...editor.view.get().elements.keys()].filter(isFree).map((id) => ({ id, label: words.nameOf(id) }))
            }
            onPick={(id) => add(coalition.id, [id])}
          />
        ) : null}
        {mayEdit && selected.length > 0 ? (
          <Button
            size="small"
            icon={<UserPlus size={16} aria-hidden />}
            className="self-start"
            onClick={() => add(coalition.id, selected)}
          >
            {t('addSelected', { count: selected.length })}
          </Button>
        ) : null}
      </div>
      {members.length === 0 ? null : (
        <ul aria-label={t('list')} className="flex flex-col px-2">
          {members.map((member) => (
            <MemberRow
              key={member.id}
              {...{ coalition, member, members, ground, mayEdit, words }}
              isOpen={open === member.id}
              onToggle={() => onOpen(open === member.id ? undefined : member.id)}
              onShow={() => onShow(member.id)}
            />
          ))}
        </ul>
      )}
    </div>
  )
}
