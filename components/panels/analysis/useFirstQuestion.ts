import type { MapView } from '../../../lib/model/mapView'
import { useView } from '../../hooks/useMap'
import { firstQuestion, type FirstQuestion } from './firstQuestion'

const ofMap = ({ elements }: MapView): FirstQuestion => firstQuestion(elements.values())
const isSame = (one: FirstQuestion, other: FirstQuestion): boolean => one.name === other.name

/** Where the questions to this map begin. */
export function useFirstQuestion(): FirstQuestion {
  return useView(ofMap, isSame)
}
