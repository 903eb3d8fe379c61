export { useSectorName } from '../../hooks/useSectors'
