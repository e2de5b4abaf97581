import { graduateContract } from '../../src/contract/graduate'
import { sealedPlatform } from '../kernel/installation'
import { serve } from '../kernel/serve'
import { changeDistrict } from './changeDistrict'
import { check } from './check'
import { giveConsent, myConsent, withdrawConsent } from './consent'
import { copy } from './copy'
import { correct } from './correct'
import { erase } from './erase'
import { file, readForm } from './file'
import { tellsHardships } from './hardshipConsent'
import { history } from './history'
import { beginFaceCheck, finishFaceCheck } from './identity'
import { messagesAnswered } from './messages'
import { mine } from './mine'
import { privacyMine } from './privacy'
import { withdraw } from './withdraw'

/** What a graduate calls, through the mini-program only. */
export const main = serve(
  graduateContract,
  {
    'consent.give': { caller: 'client', rate: 'read', handle: giveConsent },
    'consent.mine': { caller: 'client', rate: 'read', handle: myConsent },
    'registration.check': { caller: 'client', rate: 'read', handle: check },
    'registration.file': {
      caller: 'client',
      rate: 'file',
      consent: ({ sensitive }) => tellsHardships(sensitive),
      examine: readForm,
      handle: file,
    },
    'registration.mine': { caller: 'client', rate: 'read', handle: mine },
    'registration.changeDistrict': { caller: 'client', rate: 'change', handle: changeDistrict },
    'registration.correct': {
      caller: 'client',
      rate: 'change',
      consent: ({ changes }) => tellsHardships(changes.sensitive),
      handle: correct,
    },
    'registration.withdraw': { caller: 'client', rate: 'change', consent: 'notAsked', handle: withdraw },
    'registration.history': { caller: 'client', rate: 'read', handle: history },
    'consent.withdraw': { caller: 'client', rate: 'change', consent: 'notAsked', handle: withdrawConsent },
    'privacy.mine': { caller: 'client', rate: 'read', handle: privacyMine },
    'privacy.copy': { caller: 'client', rate: 'change', consent: 'notAsked', handle: copy },
    'privacy.erase': { caller: 'client', rate: 'change', consent: 'notAsked', handle: erase },
    'identity.begin': { caller: 'client', rate: 'face', handle: beginFaceCheck },
    'identity.finish': { caller: 'client', rate: 'face', handle: finishFaceCheck },
    'messages.answered': { caller: 'client', rate: 'change', handle: messagesAnswered },
  },
  sealedPlatform(),
)
