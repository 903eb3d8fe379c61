import { placeOnGrid, placeQuadrantNames, type GridPicture } from '../../layout/gridPlaces'
import { isAcross } from '../../layout/spreadChips'
import { pictureChipLook } from '../../layout/chipSize'
import { measureText } from '../../geometry/textMetrics'
import { quadrants } from '../../model/powerInterest'
import { svgNumber, tag } from '../xml'
import { drawStakeholders } from './chip'
import { growField } from './growField'
import type { ViewBody, ViewSubject } from './viewBody'

const base = { width: 1120, height: 700 }
/** For the words along the axes, to the left and below. */
const axis = 30
const axisText = { size: 13, weight: 400 } as const
const axisName = { size: 13, weight: 600 } as const

/** Stakeholders by power and interest, with the axes and the names of the quadrants. */
export function drawGrid(subject: ViewSubject): ViewBody {
  const { stakeholders, words, context } = subject
  const { palette } = context
  const {
    field,
    view: picture,
    chips,
  } = growField(
    base,
    (size) => placeOnGrid(stakeholders, size, words.quadrants, pictureChipLook),
    (size) => placeQuadrantNames(size, words.quadrants),
    (chip, at, size) => !isAcross(chip, at, size),
  )
  const { width, height } = field
  const line = { stroke: palette.hairline, 'stroke-width': 1 }
  const parts = [
    tag('rect', { x: 0, y: 0, width, height, rx: 10, fill: palette.panel, ...line }),
    tag('line', { x1: 0, y1: height / 2, x2: width, y2: height / 2, ...line }),
    tag('line', { x1: width / 2, y1: 0, x2: width / 2, y2: height, ...line }),
    ...drawStakeholders(picture, { field, chips, pull: 6 }, context),
    drawNames(picture, subject, field),
    drawAxes(subject, field),
  ]
  return {
    width: width + axis,
    height: height + axis,
    markup: tag('g', { transform: `translate(${axis} 0)` }, parts.join('\n')),
    entries: [],
    hasChips: !picture.isDense,
    waiting: picture.waiting,
  }
}

/** In the corners; over dots on a patch of ground, with how many there are. */
function drawNames(
  { isDense, counts }: GridPicture,
  { words, context }: ViewSubject,
  field: { readonly width: number; readonly height: number },
): string {
  const { palette, painter } = context
  const style = { size: 14, weight: 600 } as const
  return quadrants
    .map((quadrant) => {
      const name = words.quadrants[quadrant]
      const text = isDense ? words.quadrant(name, counts.get(quadrant) ?? 0) : name
      const isLeft = quadrant === 'satisfy' || quadrant === 'monitor'
      const isUpper = quadrant === 'satisfy' || quadrant === 'manage'
      const x = isLeft ? 12 : field.width - 12
      const y = isUpper ? 25 : field.height - 15
      const long = measureText(text, style)
      const ground = isDense
        ? tag('rect', {
            x: isLeft ? x - 5 : x - long - 5,
            y: y - 17,
            width: long + 10,
            height: 24,
            rx: 6,
            fill: palette.panel,
            'fill-opacity': '0.85',
          })
        : ''
      return (
        ground +
        painter.paint({
          text,
          x,
          y,
          ...style,
          anchor: isLeft ? 'start' : 'end',
          fill: isDense ? palette.ink : palette.muted,
          halo: palette.panel,
        })
      )
    })
    .join('')
}

function drawAxes(
  { words, context }: ViewSubject,
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const { palette, painter } = context
  const { low, high } = words
  const along = (
    length: number,
    name: string,
  ): readonly { readonly text: string; readonly at: number; readonly anchor: 'start' | 'middle' | 'end' }[] => [
    { text: low, at: 0, anchor: 'start' },
    { text: name, at: length / 2, anchor: 'middle' },
    { text: high, at: length, anchor: 'end' },
  ]
  const style = (name: string, text: string) =>
    text === name ? { ...axisName, fill: palette.ink } : { ...axisText, fill: palette.muted }
  const across = along(width, words.interest).map(({ text, at, anchor }) =>
    painter.paint({ text, x: at, y: height + 20, anchor, ...style(words.interest, text) }),
  )
  const upwards = along(height, words.power).map(({ text, at, anchor }) =>
    tag(
      'g',
      { transform: `translate(-12 ${svgNumber(height - at)}) rotate(-90)` },
      painter.paint({ text, x: 0, y: 0, anchor, ...style(words.power, text) }),
    ),
  )
  return [...across, ...upwards].join('')
}
