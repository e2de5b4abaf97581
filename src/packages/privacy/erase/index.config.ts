export default definePageConfig({ navigationBarTitleText: '删掉信息' })
