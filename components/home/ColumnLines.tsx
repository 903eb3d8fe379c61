'use client'
import { useTranslations } from 'next-intl'
import { ReportFold } from './ReportLines'

/** As what a column was read, as lib/formats or the server gives it. */
export interface ColumnLine {
  readonly column: string
  readonly field: string
  readonly numbers?: 'shares' | 'percents' | 'scaled' | 'discs' | 'scaledDiscs' | undefined
  readonly scale?: number | undefined
  readonly example?: { readonly said: string; readonly as: number } | undefined
  readonly words: readonly { readonly said: string; readonly as: string | number }[]
  readonly moreWords: number
  readonly own?: { readonly words: readonly string[]; readonly more: number; readonly isOneWay: boolean } | undefined
}

/** One sentence for each column that says something of stakeholders or their ties: as what, on which scale and by which words it was read. */
export function ColumnLines({ columns, open }: { readonly columns: readonly ColumnLine[]; readonly open: boolean }) {
  const t = useTranslations('formats.columns')
  const say = useColumnWords()
  if (columns.length === 0) return null
  return (
    <ReportFold title={t('title', { count: columns.length })} open={open}>
      {columns.map((column) => (
        <li key={`${column.field} ${column.column}`} className="py-2 break-words">
          <span className="font-medium" dir="auto">
            {column.column}
          </span>
          <span className="block text-muted">{say(column)}</span>
        </li>
      ))}
    </ReportFold>
  )
}

function useColumnWords(): (column: ColumnLine) => string {
  const t = useTranslations('formats.columns')
  const tFields = useTranslations('formats.columns.fields')
  return ({ field, numbers, scale = 1, example, words, moreWords, own }) => {
    const parts: string[] = []
    if (numbers !== undefined) {
      parts.push(t(`numbers.${numbers}`, { scale, said: example?.said ?? '', as: example?.as ?? 0 }))
    }
    if (words.length > 0) {
      const list = words.map(({ said, as }) =>
        typeof as === 'number' ? t('number', { said, as }) : t('word', { said, as }),
      )
      parts.push(moreWords > 0 ? `${list.join(', ')}${t('more', { count: moreWords })}` : list.join(', '))
    }
    if (own !== undefined) {
      const list = own.words.map((said) => t('quoted', { said })).join(', ')
      parts.push(
        t('own', {
          words: own.more > 0 ? `${list}${t('more', { count: own.more })}` : list,
          count: own.words.length,
          isOneWay: String(own.isOneWay),
        }),
      )
    }
    return t('sentence', {
      field: tFields.has(field) ? tFields(field) : field,
      how: parts.length === 0 ? t('asIs') : parts.join('; '),
    })
  }
}
