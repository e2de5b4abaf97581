import { operatorContract } from '../../src/contract/operator'
import { sealedPlatform } from '../kernel/installation'
import { serve } from '../kernel/serve'
import { bootstrap, issue, list, revoke } from './codes'
import { runComparison } from './comparison'
import { conflictResolve } from './conflictResolve'
import { conflictList, conflictOpen } from './conflicts'
import { acceptRegistration, correctNameAtCounter, releaseAccount, verifyIdentity } from './counter'
import { destinationRecord, destinationVerify } from './destination'
import { detectorList, findingList, findingSettle, runDetectors } from './detectors'
import { noticeList, runDistribution } from './distribution'
import { ledgerCount } from './ledgerCount'
import { exportLedger, importLedger } from './ledgerFile'
import { ledgerList } from './ledgerList'
import { ledgerOpen } from './ledgerOpen'
import { makeReport } from './report'
import { importRoster, tryRoster } from './roster'
import { drawSpotCheck } from './spotCheck'
import { exportSupport, supportList } from './support'
import { taskCancel, taskGet, taskList } from './tasks'

/** Called from the cloud console by a person with an operator code of their own. */
export const main = serve(
  operatorContract,
  {
    'ledger.list': { caller: 'operator', handle: ledgerList },
    'ledger.count': { caller: 'operator', handle: ledgerCount },
    'ledger.open': { caller: 'operator', handle: ledgerOpen },
    'registration.accept': { caller: 'operator', handle: acceptRegistration },
    'identity.verify': { caller: 'operator', handle: verifyIdentity },
    'identity.correctName': { caller: 'operator', handle: correctNameAtCounter },
    'binding.release': { caller: 'operator', handle: releaseAccount },
    'task.get': { caller: 'operator', handle: taskGet },
    'task.cancel': { caller: 'operator', handle: taskCancel },
    'task.list': { caller: 'operator', handle: taskList },
    'roster.dryRun': { caller: 'operator', handle: tryRoster },
    'roster.import': { caller: 'operator', handle: importRoster },
    'destination.record': { caller: 'operator', handle: destinationRecord },
    'destination.verify': { caller: 'operator', handle: destinationVerify },
    'detector.list': { caller: 'operator', handle: detectorList },
    'detectors.run': { caller: 'operator', handle: runDetectors },
    'finding.list': { caller: 'operator', handle: findingList },
    'finding.settle': { caller: 'operator', handle: findingSettle },
    'comparison.run': { caller: 'operator', handle: runComparison },
    'conflict.list': { caller: 'operator', handle: conflictList },
    'conflict.open': { caller: 'operator', handle: conflictOpen },
    'conflict.resolve': { caller: 'operator', handle: conflictResolve },
    'support.list': { caller: 'operator', handle: supportList },
    'support.export': { caller: 'operator', handle: exportSupport },
    'distribution.run': { caller: 'operator', handle: runDistribution },
    'notice.list': { caller: 'operator', handle: noticeList },
    'spotCheck.draw': { caller: 'operator', handle: drawSpotCheck },
    'ledger.export': { caller: 'operator', handle: exportLedger },
    'ledger.import': { caller: 'operator', handle: importLedger },
    'report.make': { caller: 'operator', handle: makeReport },
    'operatorCode.bootstrap': { caller: 'console', handle: bootstrap },
    'operatorCode.issue': { caller: 'operator', handle: issue },
    'operatorCode.revoke': { caller: 'operator', handle: revoke },
    'operatorCode.list': { caller: 'operator', handle: list },
  },
  sealedPlatform(),
)
