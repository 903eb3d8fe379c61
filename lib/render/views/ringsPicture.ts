import type { Point, Size } from '../../geometry/rect'
import { wrapText } from '../../geometry/wrapText'
import { pictureChipLook } from '../../layout/chipSize'
import { placeInRings, questionSize, type RingPicture } from '../../layout/ringChips'
import { placeRingNames, type RingLabel } from '../../layout/ringLabels'
import { fitRings, fromField, ringRadii, seatAt, toField, type RingFit } from '../../layout/rings'
import { nameOfSector } from '../names'
import { tag } from '../xml'
import { drawLine, drawStakeholders } from './chip'
import { growField } from './growField'
import type { ViewBody, ViewSubject } from './viewBody'

const base = { width: 1180, height: 700 }

/** Stakeholders in rings around the question of the map, with the rings' names; sectors as slices where that is asked for. */
export function drawRings(subject: ViewSubject, bySector: boolean): ViewBody {
  const { stakeholders, positions, meta, words, context } = subject
  const names = [meta.ring1, meta.ring2, meta.ring3, meta.ring4].map((name, ring) => name ?? words.rings[ring] ?? '')
  const sector = (key: string): string => (key === '' ? words.noSector : nameOfSector(context.sectors.of(key), context))
  const {
    field,
    view: picture,
    chips,
  } = growField(
    base,
    (size) => placeInRings(stakeholders, positions, size, { rings: names, sector }, bySector, pictureChipLook),
    (size, { wedgeNames }) => {
      const fit = fitRings(size)
      return [...placeRingNames(fit, names), ...wedgeNames, { ...fit.centre, ...questionSize(fit) }]
    },
    (chip, at, size) => ringAt(chip, size) === ringAt(at, size),
  )
  const fit = fitRings(field)
  const parts = [
    drawField(picture, fit, subject),
    drawQuestion(fit, subject),
    ...drawStakeholders(picture, { field, chips, pull: 8 }, context),
    ...placeRingNames(fit, names).map((label) => drawName(label, 400, subject)),
    ...picture.wedgeNames.map((label) => drawName(label, 600, subject)),
  ]
  return { ...field, markup: parts.join('\n'), entries: [], hasChips: !picture.isDense, waiting: picture.waiting }
}

function ringAt(point: Point, field: Size): number {
  return seatAt(fromField(fitRings(field), point)).ring
}

function drawField({ wedges }: RingPicture, fit: RingFit, { context }: ViewSubject): string {
  const { palette, ground } = context
  const { centre, across, down } = fit
  const rings = ringRadii.toReversed().map((radius, index) =>
    tag('ellipse', {
      cx: centre.x,
      cy: centre.y,
      rx: radius * across,
      ry: radius * down,
      // On paper the ground is as white as a panel: every other ring is tinted.
      fill: index % 2 === 0 ? palette.panel : ground === palette.panel ? palette.canvas : ground,
      stroke: palette.hairline,
      'stroke-width': 1,
    }),
  )
  const [inner = 0, edge = 0] = [ringRadii[0], ringRadii.at(-1)]
  const along = (angle: number, radius: number): Point =>
    toField(fit, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) })
  const cuts = (wedges.length < 2 ? [] : wedges).map(({ from }) => {
    const [start, end] = [along(from, inner), along(from, edge)]
    return tag('line', {
      x1: start.x,
      y1: start.y,
      x2: end.x,
      y2: end.y,
      stroke: palette.hairline,
      'stroke-width': 1.5,
    })
  })
  return [...rings, ...cuts].join('')
}

/** The title of the map in the middle, on up to three lines. */
function drawQuestion(fit: RingFit, { meta, context }: ViewSubject): string {
  const style = { size: 13, weight: 600 } as const
  const { width }: Size = questionSize(fit)
  const { lines } = wrapText(meta.title.replaceAll('\n', ' '), { ...style, width, lines: 3 })
  const lineHeight = 18
  const first = fit.centre.y - ((lines.length - 1) * lineHeight) / 2 + 4.5
  return lines
    .map((text, index) =>
      context.painter.paint({
        text,
        x: fit.centre.x,
        y: first + index * lineHeight,
        ...style,
        anchor: 'middle',
        fill: context.palette.ink,
      }),
    )
    .join('')
}

function drawName({ text, x, y, width, height }: RingLabel, weight: 400 | 600, { context }: ViewSubject): string {
  const { palette } = context
  return (
    tag('rect', {
      x: x - width / 2,
      y: y - height / 2,
      width,
      height,
      rx: 6,
      fill: palette.panel,
      'fill-opacity': '0.7',
    }) + drawLine(text, { x, y: y + 4.2, width }, { size: 12, weight, anchor: 'middle', fill: palette.muted }, context)
  )
}
