import { code, defineFacts, truth } from '../../grammar/index.js';

export const facts = defineFacts({
  // Which kind of decision the person has been served: only some of them may be appealed afterwards (2017:820 29 §,
  // 2017:819 11 kap.).
  'beslut.delgivet': {
    by: ['arbetsformedlingen', 'enskild'],
    data: {
      beslut: code(
        'utskrivning',
        'aterintrade',
        'aterkallelse',
        'anvisning',
        'omfattning',
        'insatser',
        'tid',
        'varning',
        'avstangning',
      ),
    },
  },
  'omprovning.begard': { by: ['enskild'], data: {} },
  'omprovning.beslutad': { by: ['arbetsformedlingen'], data: { andrat: truth } },
  'omprovning.delgiven': { by: ['arbetsformedlingen', 'enskild'], data: {} },
  'overklagande.inlamnat': { by: ['enskild'], data: {} },
  'overklagande.avgjort': { by: ['arbetsformedlingen', 'enskild'], data: {} },
});
