import { chineseDate, type BeijingDate } from '../time'
import type { MESSAGE_FACTS } from './keys'

type Facts = Record<(typeof MESSAGE_FACTS)['registrationAccepted'][number], string>

/** Says that a registration was accepted: where, from which day, and what to do with the message. */
export const messageOfAcceptance = (districtName: string, on: BeijingDate): Facts => ({
  district: districtName,
  acceptedOn: chineseDate(on),
  hint: '打开看下一步是什么、谁来办',
})
