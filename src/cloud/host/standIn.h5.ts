import './standIn.scss'

export interface Choice {
  label: string
}

const textLine = (tag: 'h2' | 'p', className: string, text: string): HTMLElement => {
  const line = document.createElement(tag)
  line.className = className
  line.textContent = text
  return line
}

/**
 * An open stand-in for a dialog that only WeChat has: asks what would have come of it. Escape is the last choice, which
 * is always leaving.
 */
export function askInstead<C extends Choice>(title: string, text: string, choices: readonly [C, ...C[]]): Promise<C> {
  const dialog = document.createElement('dialog')
  dialog.className = 'qh qh-stand-in'
  dialog.setAttribute('aria-label', title)
  dialog.append(textLine('h2', 'qh-head', title), textLine('p', 'qh-sub', text))
  return new Promise(resolve => {
    let chosen = choices[choices.length - 1]!
    for (const choice of choices) {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'qh-btn qh-btn--secondary'
      button.textContent = choice.label
      button.onclick = () => {
        chosen = choice
        dialog.close()
      }
      dialog.append(button)
    }
    dialog.onclose = () => {
      dialog.remove()
      resolve(chosen)
    }
    document.body.append(dialog)
    dialog.showModal()
  })
}
