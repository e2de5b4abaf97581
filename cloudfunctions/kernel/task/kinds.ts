import { comparisonRun } from '../comparison'
import { detectorsRun } from '../detectors/kind'
import { distributionRun } from '../distribution/kind'
import { reclassifyRun } from '../reclassify/kind'
import { ledgerExport } from '../ledgerFile/exportKind'
import { ledgerImport } from '../ledgerFile/importKind'
import { reportMake } from '../report/kind'
import { rosterDryRun, rosterImport } from '../roster'
import { spotCheckDraw } from '../spotCheck/kind'
import { supportExport } from '../support/kind'
import { kindsOf, type TaskKind } from './kind'

/** Each kind of long work there is; `operator` begins tasks of them and `scheduler` moves them forward. */
export const TASK_KINDS = kindsOf(
  rosterDryRun as TaskKind,
  rosterImport as TaskKind,
  comparisonRun as TaskKind,
  reclassifyRun as TaskKind,
  supportExport as TaskKind,
  detectorsRun as TaskKind,
  distributionRun as TaskKind,
  spotCheckDraw as TaskKind,
  reportMake as TaskKind,
  ledgerExport as TaskKind,
  ledgerImport as TaskKind,
)

/** Kinds that begin once a day by themselves; they need no input. */
export const DAILY_KINDS: readonly TaskKind[] = [reclassifyRun as TaskKind, detectorsRun as TaskKind]
