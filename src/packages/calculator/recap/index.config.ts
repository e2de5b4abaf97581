export default definePageConfig({ navigationBarTitleText: '存一页' })
