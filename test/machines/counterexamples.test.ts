/** What a counterexample says, and what is none: a proof that cries wolf is soon unread. */
import { prove } from '../../src/engine/verify/proof.js';
import { nothingOutsideTheWindow } from '../../src/proofs/window-proof.js';
import { inForce, limit, notLater, refusing } from '../../machines/grammar/index.js';
import {
  against,
  answer,
  begunBefore,
  evidence,
  failing,
  type Guards,
  ja,
  lateWindow,
  nej,
  slut,
  sound,
  texts,
  to,
  waiting,
} from './broken-machine.js';

describe('what is no fault', () => {
  const exhaustive = 'villkor på ett väntat faktum lämnar inget utanför';

  test('a guard that is meant to refuse may leave something out', () => {
    const given = evidence(waiting({}, to('ja')), { guards: { ja: refusing(ja as Guards[string]) }, ...answer });
    expect(against(exhaustive, given)).toEqual([]);
  });

  test('a date that has passed explains a refusal, and so does a day named too late', () => {
    const late = { guards: { iTid: limit(slut, { through: ['slut'] }) as never }, dates: slut };
    expect(against(exhaustive, evidence(waiting({}, to('iTid')), late))).toEqual([]);
    const named = { guards: { iTid: notLater('dag', slut['slut'] as never) as never }, ...answer };
    expect(against(exhaustive, evidence(waiting({}, to('iTid')), named))).toEqual([]);
  });

  test('a last branch without a guard takes the rest', () => {
    const otherwise = { 'prov.gjort': [{ guard: 'ja', target: 'klart' }, { target: 'klart' }] };
    expect(failing(evidence(waiting({}, otherwise), { guards: { ja }, ...answer }))).not.toContain(exhaustive);
    expect(
      against(
        'villkor på samma faktum utesluter varandra',
        evidence(waiting({}, to('ja', 'nej')), { guards: { ja, nej }, ...answer }),
      ),
    ).toEqual([]);
  });

  test('a date that some lack is none where the step says so', () => {
    const given = evidence(waiting({ deadline: { by: 'slut', orNone: true } }), { dates: { slut: () => undefined } });
    expect(against('varje datum går att räkna ut där det behövs', given)).toEqual([]);
  });
});

describe('a counterexample names the place, the shortest way there and the remedy', () => {
  test('the nearest citation of one that has a typing error', () => {
    expect(
      against('varje hänvisning finns i lagen eller bland kraven', evidence(waiting({ basis: '2013:156 44 §' }))),
    ).toEqual([
      {
        process: 'prov',
        path: [],
        says: 'vantarPaProv: 2013:156 44 § finns inte i machines/law. Menade du «2013:156 4 §»? Rätta hänvisningen i machines/processes/prov/process.ts, eller lägg paragrafen i machines/law.',
      },
    ]);
  });

  test('the facts that lead to the state', () => {
    const name = 'varje grund gäller varje dag då någon kan stå där';
    const given = evidence(begunBefore, { guards: { iKraft: inForce('2017:820 13 e §') } });
    expect(against(name, given)).toContainEqual({
      process: 'prov',
      path: ['prov.gjort', 'prov.gjort'],
      says: 'vantarPaProv vilar på 2017:820 13 e §, som inte gäller 2025-02-01. Byt grund, eller ge vägen dit ett villkor inForce, i machines/processes/prov/process.ts.',
    });
  });

  test('the file in which a text is missing', () => {
    const [first] = against('varje text finns på svenska och engelska', evidence(sound, {}, { ...texts, facts: {} }));
    expect(first?.says).toBe(
      'prov.gjort saknar svensk text. Skriv den under facts i machines/processes/prov/texts.sv.yaml.',
    );
  });

  test('the day on which an activity was accepted outside the window', () => {
    const ground = { ...lateWindow(), explored: { spaces: [], failures: [] } };
    const [first] = prove('fönstret', ground, nothingOutsideTheWindow).counterexamples;
    expect(first?.says).toMatch(/togs emot \d{4}-\d{2}-\d{2}, men sista dagen är \d{4}-\d{2}-\d{2} \(2017:820 15 §\)/);
    expect(first?.path[0]).toContain('uppehallstillstand.beviljat');
  });
});
