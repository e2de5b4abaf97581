export default definePageConfig({ navigationBarTitleText: '给单位看' })
