import type { ServerResponse } from 'node:http';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { maySee, type Viewer } from '../auth/viewer.js';
import { WRITE_PATH } from '../database/store.js';
import type { Committed, WritePath } from '../database/write-path.js';

const HEARTBEAT_MS = 25_000;
/** A listener that has not fetched this many bytes is let go; it comes back by itself and reads the lists anew. */
const MOST_UNFETCHED = 64 * 1024;

/** Tells everybody who listens when the owed steps of a case have changed: which case, never what. */
@Injectable()
export class EventStreams implements OnApplicationBootstrap {
  private readonly listeners = new Map<ServerResponse, Viewer>();
  private readonly stopListening: readonly (() => void)[];
  private readonly heartbeat: NodeJS.Timeout;

  constructor(@Inject(WRITE_PATH) private readonly writePath: WritePath) {
    this.stopListening = [writePath.onCommitted((change) => this.tell(change)), writePath.onMissed(() => this.letGo())];
    this.heartbeat = setInterval(() => this.beat(), HEARTBEAT_MS).unref();
  }

  /** No stream begins before what other servers commit is heard. */
  onApplicationBootstrap(): Promise<void> {
    return this.writePath.listening();
  }

  /** Begins a stream on the response. */
  open(viewer: Viewer, response: ServerResponse): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.write('retry: 3000\n\n');
    this.listeners.set(response, viewer);
    response.on('close', () => this.listeners.delete(response));
  }

  /** Ends every stream. Nobody is told of anything after this. */
  close(): void {
    for (const stop of this.stopListening) stop();
    clearInterval(this.heartbeat);
    this.letGo();
  }

  /** Who is let go comes back by itself and reads the lists anew, so nothing that went by unheard stays unseen. */
  private letGo(): void {
    for (const response of this.listeners.keys()) response.end();
    this.listeners.clear();
  }

  private tell({ caseId, kommun, owedChanged }: Committed): void {
    if (!owedChanged) return;
    const data = JSON.stringify({ case: caseId, kommun });
    for (const [response, viewer] of this.listeners)
      if (maySee(viewer, kommun)) this.write(response, `event: owed\ndata: ${data}\n\n`);
  }

  private beat(): void {
    for (const response of this.listeners.keys()) this.write(response, ': \n\n');
  }

  private write(response: ServerResponse, text: string): void {
    if (response.writableLength > MOST_UNFETCHED) response.destroy();
    else response.write(text);
  }
}
