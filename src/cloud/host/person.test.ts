import { becomePerson, currentPerson } from './person.h5'

it('a page stays with the person it began with, whoever is chosen in another tab meanwhile', () => {
  const self = currentPerson()
  becomePerson('o-demo-somebody-else')
  expect(currentPerson()).toBe(self)
  jest.isolateModules(() => {
    const loadedAgain = jest.requireActual<{ currentPerson: () => string }>('./person.h5')
    expect(loadedAgain.currentPerson()).toBe('o-demo-somebody-else')
  })
})
