// What recording costs without deciding: a bare server that writes, through the same write path, what Etapp would have
// written, worked out beforehand. `bare-server.mjs DB HISTORIES`, the histories in a JSON file.
import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { CaseBook } from '../dist/src/cases/case-book.js';
import { SystemClock } from '../dist/src/clock.js';
import { openStore } from '../dist/src/database/open-store.js';
import { loadLibrary } from '../dist/src/library/library.js';

const [db = '', histories = ''] = process.argv.slice(2);
const library = loadLibrary();
const book = new CaseBook(library);
const clock = new SystemClock();
const today = clock.today();
const { writePath } = await openStore(db);

const row = { subject: 'deltagare', kommun: '0763', attributes: {} };
const asFact = (fact, i) => ({ ...fact, id: `${i}`, case: '', seq: i + 1, recordedAt: '', recordedBy: '' });
/** What is kept of a case after each of its facts. */
const kept = JSON.parse(readFileSync(histories, 'utf8')).map((history) =>
  history.map((_, i) => {
    const facts = history.slice(0, i + 1).map(asFact);
    return book.kept(row, facts, book.fold({ row, facts }, today));
  }),
);
const opened = book.kept(row, [], book.fold({ row, facts: [] }, today));
const told = new Map();

const server = createServer(async (request, response) => {
  let text = '';
  for await (const part of request) text += part;
  const at = clock.now();
  const answer = (body) => {
    const sent = JSON.stringify(body);
    response
      .writeHead(201, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) })
      .end(sent);
  };
  const [, , , , id] = request.url.split('/');
  if (id === undefined) {
    const opening = {
      subject: 'deltagare',
      kommun: '0763',
      year: today.slice(0, 4),
      attributes: {},
      registryVersion: library.version,
      at,
    };
    const made = await writePath.open(opening, (loaded) => ({ result: loaded.row.id, writes: opened }));
    told.set(made, { of: told.size % kept.length, next: 0 });
    return answer({ id: made });
  }
  const place = told.get(id);
  const { type, on, by, data } = JSON.parse(text);
  const fact = { id: randomUUID(), type, on, by, data, recordedBy: 'bench' };
  const writes = { ...kept[place.of][place.next++], facts: [fact] };
  await writePath.change(id, { at }, () => ({ result: fact, writes }));
  answer(fact);
});
server.listen(0, '127.0.0.1', () => process.stderr.write(`{"url":"http://127.0.0.1:${server.address().port}"}\n`));
