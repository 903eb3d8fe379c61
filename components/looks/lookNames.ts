import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { LookWords } from '../../lib/look/applyLook'
import { letterOf } from '../../lib/look/categories'
import { isShare, measureOf } from '../../lib/look/lookValue'
import { customFieldOf } from '../../lib/model/customField'
import { useView } from '../hooks/useMap'
import { useNumber } from '../hooks/useNumber'
import { useSectorName } from '../hooks/useSectors'
import { fieldsOfView, haveSameNames } from './fieldNames'

/** Names of what elements are told apart by, and of the values of that. */
export interface LookNames extends LookWords {
  /** "Sector", "Go-between". */
  readonly by: (by: string) => string
}

/** The names of a look, in the page's language. The same object as long as nothing of them changes. */
export function useLookNames(): LookNames {
  const t = useTranslations('looks')
  const tStances = useTranslations('panels.inspector.stances')
  const tForms = useTranslations('panels.inspector.forms')
  const tSalience = useTranslations('actors.salienceClasses')
  const tKinds = useTranslations('canvas.kinds')
  const tActor = useTranslations('network.actor')
  const sectorName = useSectorName()
  const format = useNumber()
  const fields = useView(fieldsOfView, haveSameNames)
  return useMemo(() => {
    const value = (by: string, one: string): string => {
      switch (by) {
        case 'sector':
          return sectorName(one)
        case 'stance':
          return tStances.has(one) ? tStances(one) : one
        case 'form':
          return tForms.has(one) ? tForms(one) : one
        case 'salience':
          return tSalience.has(`${one}.name`) ? tSalience(`${one}.name`) : one
        case 'kind':
          return tKinds.has(one) ? tKinds(one) : one
        case 'community':
          return t('community', { letter: letterOf(Number(one)) })
        case 'pulse':
        case 'challenge':
          return t.has(`says.${by}.${one}`) ? t(`says.${by}.${one}`) : one
        default:
          return one
      }
    }
    return {
      value,
      by: (by) => {
        const measure = measureOf(by)
        if (measure !== undefined) {
          if (tActor.has(`${measure}.name`)) return tActor(`${measure}.name`)
          return t.has(`measures.${measure}`) ? t(`measures.${measure}`) : measure
        }
        const field = customFieldOf(by)
        if (field !== undefined) return fields.find(({ id }) => id === field)?.name ?? field
        return t.has(`by.${by}`) ? t(`by.${by}`) : by
      },
      group: (name, meant, all) =>
        meant === all ? t('groupName', { name, count: all }) : t('groupPart', { name, meant, all }),
      count: (meant, all) => (meant === all ? t('linkCount', { count: all }) : t('linkPart', { meant, all })),
      number: (one, by) => (isShare(by) ? t('share', { percent: Math.round(one * 100) }) : format(one)),
    }
  }, [t, tStances, tForms, tSalience, tKinds, tActor, sectorName, format, fields])
}
