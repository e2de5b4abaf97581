export default definePageConfig({ navigationBarTitleText: '换个区' })
