import type { IPluginContext } from '@tarojs/service'

const READ_ALOUD = { 'aria-role': '', 'aria-label': '', 'aria-checked': '', 'aria-disabled': '' }

/** Taro's templates leave out what screen readers are told; without this WeChat reads nothing but the text. */
export default (ctx: IPluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: { template?: { mergeComponents(ctx: IPluginContext, patch: object): void } }) {
      // A browser has no templates.
      platform.template?.mergeComponents(ctx, {
        View: READ_ALOUD,
        Button: READ_ALOUD,
        Text: { 'aria-label': '' },
        Input: { 'aria-label': '' },
        Textarea: { 'aria-label': '' },
      })
    },
  })
}
