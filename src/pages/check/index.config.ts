export default definePageConfig({ navigationBarTitleText: '能不能登记' })
