'use client'
import { useTranslations } from 'next-intl'
import { matrixOrders } from '../../../lib/layout/tieMatrix'
import type { ViewChoice } from '../../../lib/render/views/drawView'
import { picturedViews, type PicturedView } from '../../../lib/render/views/viewTexts'
import { Checkbox } from '../../ui/Checkbox'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'

const shownViews = ['map', ...picturedViews] as const

/** What a picture shows: the map, or one of the views of its stakeholders, and how that stands there. */
export function ViewFields({
  shown,
  choice,
  onShow,
  onChoose,
}: {
  readonly shown: 'map' | PicturedView
  readonly choice: ViewChoice
  readonly onShow: (view: 'map' | PicturedView) => void
  readonly onChoose: (choice: ViewChoice) => void
}) {
  const t = useTranslations('panels.export')
  const tViews = useTranslations('views')
  return (
    <>
      <Field label={tViews('label')} hint={shown === 'grid' ? t('gridShows') : undefined}>
        {({ id }) => (
          <Select
            id={id}
            value={shown}
            onChange={onShow}
            options={shownViews.map((value) => ({ value, label: tViews(`names.${value}`) }))}
          />
        )}
      </Field>
      {shown === 'rings' ? (
        <Checkbox
          label={tViews('rings.bySector')}
          checked={choice.bySector === true}
          onChange={(bySector) => onChoose({ ...choice, bySector })}
        />
      ) : null}
      {shown === 'columns' ? (
        <Checkbox
          label={tViews('columns.withEmpty')}
          checked={choice.withEmpty === true}
          onChange={(withEmpty) => onChoose({ ...choice, withEmpty })}
        />
      ) : null}
      {shown === 'matrix' ? (
        <Field label={tViews('matrix.order')}>
          {({ id }) => (
            <Select
              id={id}
              value={choice.order ?? 'sector'}
              onChange={(order) => onChoose({ ...choice, order })}
              options={matrixOrders.map((value) => ({ value, label: tViews(`matrix.orders.${value}`) }))}
            />
          )}
        </Field>
      ) : null}
    </>
  )
}
