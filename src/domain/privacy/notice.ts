/** One thing a person is told and agrees to, or not (个人信息保护法 §17, §29). */
export interface NoticeItem {
  id: string
  title: string
  /** What is used, what for, and what happens without it: what the person reads. */
  text: string
  /** Without it there is no registration; an item that isn't required never blocks one. */
  required: boolean
}

export interface PrivacyNotice {
  version: string
  items: readonly NoticeItem[]
}

/** The notice in force. A new wording is a new version, and everybody is asked again. */
export const CURRENT_NOTICE: PrivacyNotice = {
  version: '2024-08-01',
  items: [
    {
      id: 'registration',
      title: '登记和就业服务',
      text: '姓名、证件号码、手机号、学历和求职意愿，用来办理求职登记或失业登记、写入你所选区的实名台账，并由区里的工作人员联系你、提供就业服务。证件号码、姓名和手机号加密保存。你要是刷脸核实身份，姓名和证件号码会发给微信去比对，我们不拿也不存你的脸；不刷脸可以到窗口。不同意就办不了登记，可以改到窗口办理。',
      required: true,
    },
    {
      id: 'sensitive',
      title: '困难情况（可以不同意）',
      text: '家庭困难、残疾等情况属于敏感个人信息，只用来判断能不能优先帮扶，加密保存，查看会留下记录。不同意、不填写都不影响登记，以后可以随时撤回。',
      required: false,
    },
  ],
}

/** Why a consent can't be recorded, by field; empty where it can. */
export function consentProblems(version: string, items: readonly string[]): Record<string, string> {
  if (version !== CURRENT_NOTICE.version) return { version: '隐私说明更新了，请重新打开，看过新的一版再同意' }
  const known = CURRENT_NOTICE.items.map(item => item.id)
  if (items.some(item => !known.includes(item))) return { items: '有一项不在隐私说明里，请更新小程序后再试' }
  const refused = CURRENT_NOTICE.items.filter(item => item.required && !items.includes(item.id))
  if (refused.length > 0) return { items: `没有同意“${refused[0]!.title}”就办不了登记，可以改到窗口办理` }
  return {}
}
