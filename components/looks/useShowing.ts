import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { fieldsOfLook } from '../../lib/look/look'
import { isLens } from '../../lib/look/lenses'
import { isAtLeast } from '../../lib/protocol/role'
import { api } from '../hooks/api'
import { useEditor, useWorkspace } from '../hooks/EditorProvider'
import { useSelf } from '../hooks/useMap'
import { useApiProblem } from '../hooks/useApiProblem'
import { toast } from '../ui/toast'

/** The toast that says that everyone sees it: gone as soon as they do not. */
const told = 'look-brought'

/** Brings one's look and view to all, for those who run the meeting. */
export function useShowing(): {
  readonly may: boolean
  readonly show: () => Promise<void>
  readonly stop: () => Promise<void>
} {
  const t = useTranslations('looks')
  const tViews = useTranslations('views.names')
  const editor = useEditor()
  const workspace = useWorkspace()
  const { id: participant, role } = useSelf()
  const say = useApiProblem()
  const show = useCallback(async () => {
    const { look, lookFrom, view } = workspace.get()
    const saved = lookFrom === undefined ? undefined : editor.view.get().views.get(lookFrom)?.name
    const lens = look?.lens !== undefined && isLens(look.lens) ? t(`lens.${look.lens}.name`) : undefined
    const name = saved ?? lens ?? (look === undefined ? tViews(view) : '')
    const answer = await api.show({ mapId: editor.mapId, participant }, { name, view, look: fieldsOfLook(look ?? {}) })
    if (answer.ok) toast(t('brought.told'), { id: told })
    else toast.error(say(answer.reason))
  }, [editor, workspace, participant, say, t, tViews])
  const stop = useCallback(async () => {
    const answer = await api.endShowing({ mapId: editor.mapId, participant })
    if (answer.ok) toast.dismiss(told)
    else toast.error(say(answer.reason))
  }, [editor, participant, say])
  return { may: isAtLeast(role, 'facilitator'), show, stop }
}
