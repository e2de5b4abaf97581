export default definePageConfig({ navigationBarTitleText: '启航', enableShareAppMessage: true })
