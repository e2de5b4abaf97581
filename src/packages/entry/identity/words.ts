import type { FaceEnd } from '../../../cloud/faceEnd'
import type { OwnEntry } from '../../../contract/graduate'

export const TITLES: Record<OwnEntry['assurance'], string> = {
  claimed: '现在是你自己填的',
  matched: '和名单对上了',
  verified: '核实过，是你本人',
}

/** What the state of the proof rests on, said once below its name. */
export const MEANING: Record<OwnEntry['assurance'], string> = {
  claimed: '姓名和证件号码是你写的，还没跟别处对过。登记和服务都照常。',
  matched: '姓名和证件号码跟毕业生名单一致，但还没确认拿手机的是你。',
  verified: '不用再核实了。',
}

/** What becomes of it; true of the product as it stands. */
export const UNLOCKS = ['信息副本里，姓名、证件和手机号不打码', '毕业生名单、部门核对的结果也能看']

/** Why a face check ended without a proof, and what to do. Nothing is lost in any of them. */
export const FACE_END: Record<Exclude<FaceEnd, 'gone'>, string> = {
  left: '没做完，什么也没变。想好了再点一次。',
  noNet: '网断了，没做完。连上网再点一次。',
  noCamera: '没打开摄像头。在手机的设置里让微信用摄像头和麦克风，再点一次。',
  notHere: '这部手机的微信刷不了脸。更新微信再试，或者去窗口。',
  failed: '没认出来。找个亮一点的地方，脸正对手机再试；还不行就去窗口。',
}

/** Only the mainland ID card can be checked by face (WeChat's getVerifyId takes no other document). */
const ID_CARD = '01'

/** Why there is no button, where there is none. */
export const noFaceBecause = ({ person }: OwnEntry): string =>
  person.idType === ID_CARD
    ? '这里还不能刷脸，去窗口核实，当场就好。'
    : '刷脸只认居民身份证。你登记用的是别的证件，去窗口核实，当场就好。'
