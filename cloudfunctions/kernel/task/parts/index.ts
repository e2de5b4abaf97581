export { partName, taskFolder, type TaskFolder } from './folder'
export { cellsBy, doublesOf, type Cells, type Part } from './split'
export { deliveryOf } from './delivery'
export { inLanes } from './inLanes'
export { stored } from './stored'
export {
  listKind,
  type CellRefused,
  type ListCheckpoint,
  type ListedRow,
  type ListInput,
  type ListRun,
  type ListSpec,
  type Taken,
} from './listKind'
