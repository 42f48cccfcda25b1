/** False information to Försäkringskassan (2017:819 6 kap. 5 §): a matter of its own beside the others, decided by Försäkringskassan. */
import { form } from './form.js';

export const oriktigaUppgifter = form.createStateConfig({
  initial: 'ingenFragaOmUppgifter',
  states: {
    ingenFragaOmUppgifter: {
      meta: { dormant: true, wakes: ['atgardsgrund.uppmarksammad'] },
      on: {
        'atgardsgrund.uppmarksammad': {
          guard: 'grundForForsakringskassan',
          target: 'vantarPaForsakringskassansBeslut',
        },
      },
    },
    vantarPaForsakringskassansBeslut: {
      meta: {
        owner: 'forsakringskassan',
        basis: '2017:819 6 kap. 5 §',
        deadline: { promptly: '2017:819 6 kap. 14 §' },
        awaits: ['atgard.beslutad'],
      },
      on: { 'atgard.beslutad': { guard: 'beslutOmOriktigaUppgifter', target: 'ingenFragaOmUppgifter' } },
    },
  },
});
