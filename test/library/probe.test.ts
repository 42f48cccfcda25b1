import { loadLibrary, LibraryError } from '../../src/library/library.js';
test('probe', () => {
  for (let i = 0; i < 3; i++) {
    const t = performance.now();
    try { const l = loadLibrary(); console.log('ok', l.version, l.problems); }
    catch (e) { if (!(e instanceof LibraryError)) throw e; if (i === 0) console.log(e.message); }
    console.log(performance.now() - t);
  }
});
