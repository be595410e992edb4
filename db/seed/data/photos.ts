import { Transformer } from '@napi-rs/image'
import type { photoPhases } from '../../../lib/documents/domain'

type Phase = (typeof photoPhases)[number]
/** What is photographed: works in a street, or a building. */
export type Scene = 'street' | 'building'

const rect = (x: number, y: number, width: number, height: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`
const house = (x: number, y: number, width: number, wall: string) =>
  rect(x, y, width, 470 - y, wall) +
  rect(x - 6, y - 12, width + 12, 14, '#a58a64') +
  [0.2, 0.6].map((at) => rect(x + width * at, y + 40, width * 0.2, 46, '#5b6b78')).join('') +
  rect(x + width * 0.4, 400, width * 0.22, 70, '#6d4f33')
const machine = `${rect(560, 430, 130, 60, '#e0a526')}${rect(590, 385, 60, 50, '#e8b84a')}<circle cx="585" cy="500" r="22" fill="#333"/><circle cx="665" cy="500" r="22" fill="#333"/><path d="M590 440 480 360 430 470" fill="none" stroke="#c98f16" stroke-width="16"/>`
const puddles = `<ellipse cx="420" cy="590" rx="330" ry="58" fill="#7f93a0"/><ellipse cx="700" cy="520" rx="180" ry="26" fill="#8fa2ad"/>`
const scaffold =
  [300, 400, 500, 600, 700].map((x) => rect(x, 190, 6, 290, '#8b6f3d')).join('') +
  [250, 340, 430].map((y) => rect(290, y, 430, 6, '#8b6f3d')).join('')

const scenes: Record<Scene, Record<Phase, string>> = {
  street: {
    before: puddles,
    during: `<path d="M140 600h560l-60 60H200z" fill="#6b5137"/>${machine}`,
    after: `${rect(470, 360, 220, 130, '#d9d2c3')}${rect(460, 346, 240, 18, '#3f6f8f')}${rect(550, 410, 60, 80, '#35566b')}<path d="M690 460h90v60" fill="none" stroke="#3f6f8f" stroke-width="20"/>`,
  },
  building: {
    before: `${rect(290, 200, 440, 280, '#cbbf9f')}<path d="M290 200h150l-40 70 60 40-90 60-80-30z" fill="#7d6f59"/>${rect(620, 260, 70, 90, '#3b3b3b')}<path d="M240 480h560l-60 40H280z" fill="#9a8a6c"/>`,
    during: `${rect(290, 200, 440, 280, '#d3c8aa')}${scaffold}${machine}`,
    after: `${rect(290, 200, 440, 280, '#efe6cf')}${rect(280, 186, 460, 18, '#3f6f8f')}${[330, 430, 600].map((x) => rect(x, 250, 64, 70, '#4d6f86')).join('')}${rect(490, 370, 80, 110, '#35566b')}`,
  },
}

/** A drawing that stands for a photo of a site, as PNG: nobody and no place can be known in it. */
export function photoOf(scene: Scene, phase: Phase): Promise<Buffer> {
  const houses =
    house(40, 260, 190, '#d8c49d') +
    (scene === 'street' ? house(270, 300, 160, '#cdb58a') : '') +
    house(770, 280, 170, '#d2bd94')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" viewBox="0 0 960 720">${rect(0, 0, 960, 480, '#cfe0ec')}${rect(0, 470, 960, 250, '#b9a27c')}${houses}${scenes[scene][phase]}</svg>`
  return Transformer.fromSvg(svg).png()
}
