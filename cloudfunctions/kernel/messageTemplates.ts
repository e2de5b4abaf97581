import templatesJson from '../../dist/data/messageTemplates.json'
import type { MessageKey } from '../../src/domain/messages'
import type { MessageTemplate } from './wechat'

// checked when it was built: each key is there, with a field for each of its meanings
const templates = templatesJson as unknown as MessageTemplate[]

export const messageTemplate = (key: MessageKey): MessageTemplate => templates.find(each => each.key === key)!
